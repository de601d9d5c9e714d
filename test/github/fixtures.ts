import type { World } from './fixture';
import { demoWorld } from './fixtures/demo';
import { emptyWorld } from './fixtures/empty';
import type { WorldName } from './fixtures/names';
import { testWorld } from './fixtures/test';

export { demoToken, demoWorld } from './fixtures/demo';
export { emptyWorld } from './fixtures/empty';
export { largeToken, largeWorld } from './fixtures/large';
export { testToken, testWorld } from './fixtures/test';

/** Makes a world by its name. */
export function worldNamed(name: WorldName): World {
  switch (name) {
    case 'empty':
      return emptyWorld();
    case 'test':
      return testWorld();
    case 'demo':
      return demoWorld();
  }
}

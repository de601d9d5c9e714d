import type { World } from './world';
import { demoWorld } from './worlds/demo';
import { emptyWorld } from './worlds/empty';
import type { WorldName } from './worlds/names';
import { testWorld } from './worlds/test';

export { demoToken, demoWorld } from './worlds/demo';
export { emptyWorld } from './worlds/empty';
export { largeToken, largeWorld } from './worlds/large';
export { testToken, testWorld } from './worlds/test';

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

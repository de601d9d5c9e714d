import type { Fixture } from './fixture';
import { demoFixture } from './fixtures/demo';
import { emptyFixture } from './fixtures/empty';
import type { FixtureName } from './fixtures/names';
import { testFixture } from './fixtures/test';

export { demoToken, demoFixture } from './fixtures/demo';
export { emptyFixture } from './fixtures/empty';
export { largeToken, largeFixture } from './fixtures/large';
export { userSecretsToken } from './fixtures/userSecretsToken';
export { testToken, testFixture } from './fixtures/test';

/** Makes a fixture by its name. */
export function fixtureNamed(name: FixtureName): Fixture {
  switch (name) {
    case 'empty':
      return emptyFixture();
    case 'test':
      return testFixture();
    case 'demo':
      return demoFixture();
  }
}

import fc from 'fast-check';
import type { Size } from './sequence';
import type { Place } from './places';
import { repositoryNames, secretNames, userRepositoryNames } from './sites';

/** Seldom one that is not there at the beginning. */
export const secret = fc.constantFrom(...secretNames, ...secretNames.slice(0, 4));
export const secrets = (most: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(secret, { minLength: 1, maxLength: most });
export const visibility = fc.constantFrom('selected', 'all', 'private');

/** What can be named in a fixture of one size: repositories of the organization, or those that a user can reach. */
export function parts(
  size: Size,
  place: Place = 'codespaces',
): {
  readonly repository: fc.Arbitrary<string>;
  readonly repositories: fc.Arbitrary<string[]>;
} {
  const names = place === 'user' ? userRepositoryNames(size) : repositoryNames(size);
  const repository = fc.constantFrom(...names);
  return { repository, repositories: fc.uniqueArray(repository, { minLength: 1, maxLength: 4 }) };
}

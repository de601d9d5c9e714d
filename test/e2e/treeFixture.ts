import type { FixtureEdit } from '../github/edits';
import type { Fixture } from '../github/fixture';
import { fixtureWith } from './support';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** A secret of `acme` that was last changed some days and an hour ago. */
function secret(name: string, daysAgo: number, access: 'all' | 'private' | string[]): FixtureEdit {
  return {
    edit: 'createSecret',
    organization: 'acme',
    name,
    visibility: typeof access === 'string' ? access : 'selected',
    ...(typeof access !== 'string' && { repositories: access }),
    updatedAt: Date.now() - daysAgo * day - hour,
  };
}

/** The secrets of `acme` in each state that the tree can show. */
export const treeFixture = (): Fixture =>
  fixtureWith(
    secret('DB_URL', 1, 'private'),
    secret('NPM_TOKEN', 3, ['service-catalog', 'billing', 'docs', 'legacy-billing']),
    secret('PYPI_TOKEN', 160, ['sdk-python']),
    secret('SENTRY_DSN', 800, 'all'),
    secret('UNUSED', 0, []),
  );

import fc from 'fast-check';
import type { FixtureEdit } from '../github/edits';
import type { FaultEffect } from '../github/faults';
import type { RetryAfter } from '../github/limits';
import { isSecretApp, type SecretApp } from '../../src/model/secretApp';
import { parts, secret, visibility } from './names';
import { type Place, repositoriesAmong } from './places';
import { type Incident, organization, otherOrganization, type Size } from './sequence';
import { userRepositoryNames } from './sites';

const second = 1000;

/** What another admin does at some request of a step, or what goes wrong there. */
export function incident(size: Size, places: readonly Place[]): fc.Arbitrary<Incident> {
  const most = size === 'small' ? 16 : 30;
  const place = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ of: fc.constant('requests' as const), at: fc.integer({ min: 1, max: most }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ of: fc.constantFrom('writes', 'pages'), at: fc.integer({ min: 1, max: 6 }) }),
    },
  );
  const placed = <T extends object>(what: fc.Arbitrary<T>) =>
    fc.tuple(place, what).map(([where, it]) => ({ ...where, ...it }));
  return fc.oneof(
    {
      weight: 3,
      arbitrary: placed(fc.record({ edits: edits(size, places) })),
    },
    { weight: 2, arbitrary: placed(fc.record({ fault })) },
    { weight: 1, arbitrary: placed(fc.record({ delay: fc.constantFrom(2 * second, 9 * second) })) },
    ...(places.includes('user')
      ? [
          {
            weight: 1,
            arbitrary: placed(
              fc.constantFrom<Pick<Incident, 'isPartial' | 'revokesUserTokens'>>(
                { isPartial: true },
                { isPartial: true },
                { revokesUserTokens: true },
              ),
            ),
          },
        ]
      : []),
  );
}

/** One or two edits; or a repository of a place moves away, and another one gets its name. */
function edits(size: Size, places: readonly Place[]): fc.Arbitrary<readonly FixtureEdit[]> {
  const some = fc.array(edit(size, places), { minLength: 1, maxLength: 2 });
  const own = repositoriesAmong(places).filter(name => name.startsWith(`${organization}/`));
  if (own.length === 0) return some;
  const replaced = fc.constantFrom(...own).map((fullName): readonly FixtureEdit[] => {
    const repository = fullName.replace(`${organization}/`, '');
    return [
      { edit: 'setRepository', organization, repository, renameTo: `${repository}-moved` },
      { edit: 'createRepository', organization, repository },
    ];
  });
  return fc.oneof({ weight: 6, arbitrary: some }, { weight: 1, arbitrary: replaced });
}

/** An edit of what one of the places is about. */
function edit(size: Size, places: readonly Place[]): fc.Arbitrary<FixtureEdit> {
  const apps = places.filter(isSecretApp);
  const repositories = repositoriesAmong(places);
  return fc.oneof(
    ...(apps.length > 0 ? [{ weight: 4, arbitrary: editOfOrganization(size, apps) }] : []),
    ...(repositories.length > 0 ? [{ weight: 4, arbitrary: editOfRepository(repositories) }] : []),
    ...(places.includes('user') ? [{ weight: 4, arbitrary: editOfUser(size) }] : []),
  );
}

function editOfRepository(fullNames: readonly string[]): fc.Arbitrary<FixtureEdit> {
  const fullName = fc.constantFrom(...fullNames);
  const of = <E extends FixtureEdit['edit']>(...verbs: E[]): fc.Arbitrary<E> => fc.constantFrom(...verbs);
  const user = fc.constantFrom('octocat', 'hubot');
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ edit: of('setRepositorySecret'), fullName, name: secret }) },
    { weight: 2, arbitrary: fc.record({ edit: of('deleteRepositorySecret'), fullName, name: secret }) },
    { weight: 2, arbitrary: fc.record({ edit: of('rotateRepositoryKey'), fullName }) },
    {
      weight: 1,
      arbitrary: fc.record({
        edit: of('transferRepository'),
        fullName,
        to: fc.constantFrom(organization, otherOrganization, 'octocat'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        edit: of('setCollaborator'),
        fullName: fc.constant(`${otherOrganization}/g000`),
        user,
        permission: fc.constantFrom('none', 'read', 'write'),
      }),
    },
    { weight: 2, arbitrary: fullName.chain(changeOfRepository) },
  );
}

/** A repository is renamed, archived, reopened or deleted. */
function changeOfRepository(fullName: string): fc.Arbitrary<FixtureEdit> {
  const [login = '', repository = ''] = fullName.split('/');
  // A person's repository has no such edits.
  if (login !== organization && login !== otherOrganization)
    return fc.constant({ edit: 'rotateRepositoryKey', fullName });
  const ofIt = { organization: login, repository };
  return fc.constantFrom<FixtureEdit[]>(
    { edit: 'setRepository', ...ofIt, renameTo: `${repository}-moved` },
    { edit: 'setRepository', ...ofIt, archived: true },
    { edit: 'setRepository', ...ofIt, archived: false },
    { edit: 'deleteRepository', ...ofIt },
  );
}

/** What the user does elsewhere, and what changes which repositories they can reach. */
function editOfUser(size: Size): fc.Arbitrary<FixtureEdit> {
  const of = <E extends FixtureEdit['edit']>(...verbs: E[]): fc.Arbitrary<E> => fc.constantFrom(...verbs);
  const user = fc.constantFrom('octocat', 'octocat', 'hubot');
  const owners: Record<string, string> = { g: otherOrganization, d: 'octocat' };
  const fullNames = userRepositoryNames(size).map(name => `${owners[name[0] ?? ''] ?? organization}/${name}`);
  const repositories = fc.uniqueArray(fc.constantFrom(...fullNames), { maxLength: 4 });
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ edit: of('setUserSecretRepositories'), user, name: secret, repositories }),
    },
    { weight: 2, arbitrary: fc.record({ edit: of('setUserSecret'), user, name: secret, repositories }) },
    { weight: 1, arbitrary: fc.record({ edit: of('deleteUserSecret'), user, name: secret }) },
    { weight: 1, arbitrary: fc.record({ edit: of('rotateUserKey'), user }) },
    {
      weight: 1,
      arbitrary: fc.record({
        edit: of('setOrganization'),
        organization: fc.constant(otherOrganization),
        sso: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        edit: of('setMembership'),
        organization: fc.constant(otherOrganization),
        user,
        state: fc.constantFrom('active', 'pending'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<FixtureEdit[]>(
        { edit: 'deleteRepository', organization, repository: 'r000' },
        { edit: 'deleteRepository', organization: otherOrganization, repository: 'g001' },
        { edit: 'transferRepository', fullName: `${otherOrganization}/g001`, to: organization },
        { edit: 'transferRepository', fullName: `${organization}/r001`, to: otherOrganization },
        { edit: 'setRepository', organization, repository: 'r003', renameTo: 'r003-moved' },
      ),
    },
  );
}

function editOfOrganization(size: Size, apps: readonly SecretApp[]): fc.Arbitrary<FixtureEdit> {
  const { repository, repositories } = parts(size);
  const common = { organization: fc.constant(organization) };
  const ofApp = { ...common, app: fc.constantFrom(...apps) };
  const of = <E extends FixtureEdit['edit']>(...verbs: E[]): fc.Arbitrary<E> => fc.constantFrom(...verbs);
  const repositoryVisibility = fc.constantFrom('private', 'public', 'internal');
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        edit: of('selectRepository', 'unselectRepository'),
        ...ofApp,
        name: secret,
        repository,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        edit: of('setVisibility', 'createSecret'),
        ...ofApp,
        name: secret,
        visibility,
        repositories,
      }),
    },
    { weight: 1, arbitrary: fc.record({ edit: of('deleteSecret'), ...ofApp, name: secret }) },
    { weight: 1, arbitrary: fc.record({ edit: of('rotateKey'), ...ofApp }) },
    {
      weight: 1,
      arbitrary: fc.record({ edit: of('createRepository', 'deleteRepository'), ...common, repository }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        edit: of('setRepository'),
        ...common,
        repository,
        visibility: repositoryVisibility,
      }),
    },
  );
}

const retryAfter: fc.Arbitrary<RetryAfter> = fc.constantFrom<RetryAfter[]>(
  2,
  30,
  3599,
  7200,
  { date: 40 },
  { date: -5 },
  { text: 'soon' },
  { text: '-1' },
  { text: '1e400' },
  { reset: 20 },
  'missing',
  'bare',
);

const fault: fc.Arbitrary<FaultEffect> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<FaultEffect[]>({ kind: 'drop' }, { kind: 'dropAfter' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<FaultEffect[]>(
      { kind: 'hang', when: 'before' },
      { kind: 'hang', when: 'after' },
      { kind: 'hang', when: 'body' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<FaultEffect[]>(
      { kind: 'status', status: 500 },
      { kind: 'status', status: 502, bare: true },
      { kind: 'status', status: 503 },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('secondaryLimit'),
      retryAfter,
      status: fc.constantFrom(403, 429),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('primaryLimit'), resetIn: fc.constantFrom(1, 50, 3000) }),
  },
);

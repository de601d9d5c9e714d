import fc from 'fast-check';
import type { FixtureEdit } from '../github/edits';
import type { FaultEffect } from '../github/faults';
import type { RetryAfter } from '../github/limits';
import type { SecretApp } from '../../src/model/secretApp';
import { parts, secret, visibility } from './names';
import { type Incident, organization, type Size } from './sequence';

const second = 1000;

/** What another admin does at some request of a step, or what goes wrong there. */
export function incident(size: Size, apps: readonly SecretApp[]): fc.Arbitrary<Incident> {
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
      arbitrary: placed(fc.record({ edits: fc.array(edit(size, apps), { minLength: 1, maxLength: 2 }) })),
    },
    { weight: 2, arbitrary: placed(fc.record({ fault })) },
    { weight: 1, arbitrary: placed(fc.record({ delay: fc.constantFrom(2 * second, 9 * second) })) },
  );
}

function edit(size: Size, apps: readonly SecretApp[]): fc.Arbitrary<FixtureEdit> {
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

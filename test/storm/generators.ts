import fc from 'fast-check';
import { isSecretApp, type SecretApp, secretApps } from '../../src/model/secretApp';
import { incident } from './incidents';
import { parts, secret, secrets, visibility } from './names';
import { ownRepositories, type Place } from './places';
import { type Action, type Flow, type Sequence, type Size, type Step, type Wish } from './sequence';

const second = 1000;
const hour = 3600 * second;

/** One app, or two beside each other; the user's own secrets, or those of repositories; or some of each. */
const somePlaces: fc.Arbitrary<readonly Place[]> = fc.oneof(
  { arbitrary: fc.constantFrom(...secretApps).map(app => [app]), weight: 4 },
  { arbitrary: fc.subarray([...secretApps], { minLength: 2, maxLength: 2 }), weight: 1 },
  { arbitrary: fc.constant<Place[]>(['user']), weight: 2 },
  { arbitrary: fc.subarray<Place>([...ownRepositories], { minLength: 1, maxLength: 2 }), weight: 2 },
  {
    arbitrary: fc
      .constantFrom(...ownRepositories)
      .map((fullName): Place[] => ['codespaces', 'user', fullName]),
    weight: 1,
  },
);

/** Any sequence. */
export const sequences: fc.Arbitrary<Sequence> = fc
  .oneof(
    { arbitrary: fc.constant<Size>('small'), weight: 5 },
    { arbitrary: fc.constant<Size>('large'), weight: 1 },
  )
  .chain(size => fc.tuple(fc.constant(size), somePlaces))
  .chain(([size, places]) =>
    fc.record({
      size: fc.constant(size),
      places: fc.constant(places),
      isAlone: fc.constantFrom(false, false, false, false, true),
      requiresValue: fc.oneof(
        { arbitrary: fc.constant(false), weight: 4 },
        { arbitrary: fc.constant(true), weight: 1 },
      ),
      network: fc.nat(9999),
      steps: fc.array(step(size, places), { minLength: 1, maxLength: size === 'small' ? 10 : 4 }),
    }),
  )
  .map(sequence => (sequence.isAlone ? withoutEdits(sequence) : sequence));

function withoutEdits(sequence: Sequence): Sequence {
  const steps = sequence.steps.map(step => ({
    ...step,
    incidents: step.incidents.filter(({ edits, isPartial }) => !edits && !isPartial),
  }));
  return { ...sequence, steps };
}

function step(size: Size, places: readonly Place[]): fc.Arbitrary<Step> {
  return fc.record({
    pause: fc.constantFrom(0, 0, 0, second, 61 * second, hour + second),
    flows: fc.array(flow(size, places), { minLength: 1, maxLength: 2 }),
    gap: fc.constantFrom(0, 50, 300, 1000, 3000),
    incidents: fc.array(incident(size, places), { maxLength: 4 }),
  });
}

function flow(size: Size, places: readonly Place[]): fc.Arbitrary<Flow> {
  const apps = places.filter(isSecretApp);
  return fc.oneof(
    ...places.map(place =>
      fc.record({
        action: action(size, place, apps),
        place: fc.constant(place),
        retries: fc.nat(2),
        isPatient: fc.constantFrom(true, true, true, false),
        gives: fc.constantFrom('own', 'own', 'own', 'own', 'own', 'other', 'none'),
      }),
    ),
  );
}

/** A repository's own secrets have no access to change, and those of the user can only be for selected repositories. */
function action(size: Size, place: Place, apps: readonly SecretApp[]): fc.Arbitrary<Action> {
  const { repositories } = parts(size, place);
  const ofOrganization = isSecretApp(place);
  const wish: fc.Arbitrary<Wish> = fc.record({
    visibility: ofOrganization ? visibility : fc.constant('selected'),
    repositories,
  });
  const of = <D extends Action['do']>(...verbs: D[]): fc.Arbitrary<D> => fc.constantFrom(...verbs);
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: of('rotate'), secret }) },
    {
      weight: ofOrganization || place === 'user' ? 3 : 0,
      arbitrary: fc.record({ do: of('grant', 'revoke'), secrets: secrets(3), repositories }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: ofOrganization || place === 'user' ? of('create', 'visibility') : of('create'),
        secret,
        wish,
      }),
    },
    {
      weight: ofOrganization ? 1 : 0,
      arbitrary: fc.record({
        do: of('copy'),
        from: secret,
        fromApp: apps.length > 0 ? fc.constantFrom(...apps) : fc.constant<SecretApp>('codespaces'),
        to: secret,
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: of('delete'), secrets: secrets(2) }) },
    { weight: 2, arbitrary: fc.record({ do: of('import'), secrets: secrets(6), wish }) },
    { weight: 4, arbitrary: fc.record({ do: of('undo', 'undo', 'refresh', 'look', 'signOut') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: of('signIn'),
        account: fc.constantFrom('octocat', 'hubot', 'enterprise'),
      }),
    },
  );
}

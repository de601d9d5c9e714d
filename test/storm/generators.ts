import fc from 'fast-check';
import { type SecretApp, secretApps } from '../../src/model/secretApp';
import { incident } from './incidents';
import { parts, secret, secrets, visibility } from './names';
import { type Action, type Flow, type Sequence, type Size, type Step, type Wish } from './sequence';

const second = 1000;
const hour = 3600 * second;

/** One app, or two beside each other. */
const shownApps: fc.Arbitrary<readonly SecretApp[]> = fc.oneof(
  { arbitrary: fc.constantFrom(...secretApps).map(app => [app]), weight: 4 },
  { arbitrary: fc.subarray([...secretApps], { minLength: 2, maxLength: 2 }), weight: 1 },
);

/** Any sequence. */
export const sequences: fc.Arbitrary<Sequence> = fc
  .oneof(
    { arbitrary: fc.constant<Size>('small'), weight: 5 },
    { arbitrary: fc.constant<Size>('large'), weight: 1 },
  )
  .chain(size => fc.tuple(fc.constant(size), shownApps))
  .chain(([size, apps]) =>
    fc.record({
      size: fc.constant(size),
      apps: fc.constant(apps),
      isAlone: fc.constantFrom(false, false, false, false, true),
      requiresValue: fc.oneof(
        { arbitrary: fc.constant(false), weight: 4 },
        { arbitrary: fc.constant(true), weight: 1 },
      ),
      network: fc.nat(9999),
      steps: fc.array(step(size, apps), { minLength: 1, maxLength: size === 'small' ? 10 : 4 }),
    }),
  )
  .map(sequence => (sequence.isAlone ? withoutEdits(sequence) : sequence));

function withoutEdits(sequence: Sequence): Sequence {
  const steps = sequence.steps.map(step => ({
    ...step,
    incidents: step.incidents.filter(({ edits }) => !edits),
  }));
  return { ...sequence, steps };
}

function step(size: Size, apps: readonly SecretApp[]): fc.Arbitrary<Step> {
  return fc.record({
    pause: fc.constantFrom(0, 0, 0, second, 61 * second, hour + second),
    flows: fc.array(flow(size, apps), { minLength: 1, maxLength: 2 }),
    gap: fc.constantFrom(0, 50, 300, 1000, 3000),
    incidents: fc.array(incident(size, apps), { maxLength: 4 }),
  });
}

function flow(size: Size, apps: readonly SecretApp[]): fc.Arbitrary<Flow> {
  return fc.record({
    action: action(size, apps),
    app: fc.constantFrom(...apps),
    retries: fc.nat(2),
    isPatient: fc.constantFrom(true, true, true, false),
  });
}

function action(size: Size, apps: readonly SecretApp[]): fc.Arbitrary<Action> {
  const { repositories } = parts(size);
  const wish: fc.Arbitrary<Wish> = fc.record({ visibility, repositories });
  const of = <D extends Action['do']>(...verbs: D[]): fc.Arbitrary<D> => fc.constantFrom(...verbs);
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: of('rotate'), secret }) },
    { weight: 3, arbitrary: fc.record({ do: of('grant', 'revoke'), secrets: secrets(3), repositories }) },
    { weight: 4, arbitrary: fc.record({ do: of('create', 'visibility'), secret, wish }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: of('copy'),
        from: secret,
        fromApp: fc.constantFrom(...apps),
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

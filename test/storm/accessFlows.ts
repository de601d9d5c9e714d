import { AccessPlan, secretsOf } from '../../src/cache/accessPlan';
import { planUndo, undoChange } from '../../src/cache/accessUndo';
import { isFailure } from '../../src/model/failure';
import { bundled, type Change, changesBetween, type Summary, unbundled } from '../../src/model/plan';
import { noAccess, type SecretAccess } from '../../src/model/access';
import type { Repository } from '../../src/model/repository';
import { isSameSecret, secretIn, secretKey, type SecretId } from '../../src/model/secret';
import { appRules } from '../../src/model/secretApp';
import { storeOf } from '../../src/model/secretStore';
import type { Ask } from './asks';
import type { StormFlow } from './flow';
import { titleOf } from './secretTitle';
import { organization, type Wish } from './sequence';

/** How many changes of one secret stay single calls here, so that short sequences make whole selections, too. */
const few = 2;

const idsOf = (repositories: readonly Repository[]): Set<number> => new Set(repositories.map(({ id }) => id));

/** The last change of access that a flow has confirmed, for an undo. */
export interface LastChange {
  readonly connectionId: string;
  readonly summary: Summary;
  readonly asks: readonly Ask[];
}

/** Those of the names that the view shows, of which a user picks. */
export async function shownOf(flow: StormFlow, names: readonly string[]): Promise<string[]> {
  const secrets = await flow.attempt(() => flow.store.secrets(flow.secrets));
  return names.filter(name => secrets.some(secret => secret.name === name));
}

/** Who could use the secrets when the flow looked: as src/commands/shared/currentAccess.ts. */
export async function reachesOf(
  flow: StormFlow,
  picked: readonly string[],
): Promise<{ secret: SecretId; access: SecretAccess }[]> {
  const names = await shownOf(flow, picked);
  return flow.attempt(() =>
    Promise.all(
      names.map(async name => ({
        secret: flow.secret(name),
        access: await flow.store.currentAccess(flow.secret(name)),
      })),
    ),
  );
}

/** The repositories of these names, as a pick shows them. */
export async function repositoriesOf(flow: StormFlow, names: readonly string[]): Promise<Repository[]> {
  const all = await flow.attempt(() => flow.store.selectable(flow.owner));
  return all.filter(({ name }) => names.includes(name.split('/').at(-1) ?? ''));
}

export async function accessOfWish(
  flow: StormFlow,
  { visibility, repositories }: Wish,
): Promise<SecretAccess> {
  if (flow.owner.kind === 'repository') return noAccess;
  return { visibility, selection: visibility === 'selected' ? await repositoriesOf(flow, repositories) : [] };
}

export async function grantOrRevoke(
  flow: StormFlow,
  verb: 'grant' | 'revoke',
  secrets: readonly string[],
  repositories: readonly string[],
): Promise<LastChange | undefined> {
  const current = (await reachesOf(flow, secrets)).filter(({ access }) => access.visibility === 'selected');
  const chosen = await repositoriesOf(flow, repositories);
  const isSelected = ({ selection }: SecretAccess, id: number): boolean => selection.some(it => it.id === id);
  const kind = verb === 'grant' ? 'add' : 'remove';
  return applyChanges(
    flow,
    current.flatMap(({ secret, access }) =>
      chosen
        .filter(({ id }) => isSelected(access, id) === (verb === 'revoke'))
        .map(repository => ({ kind, secret, repository }) as const),
    ),
  );
}

export async function changeVisibility(
  flow: StormFlow,
  name: string,
  wish: Wish,
): Promise<LastChange | undefined> {
  const [first] = await reachesOf(flow, [name]);
  if (!first) return undefined;
  const after = await accessOfWish(flow, wish);
  return applyChanges(flow, changesBetween(first.secret, first.access, after));
}

/** The source can be a secret of another app: as src/commands/copyAccess.ts. */
export async function copyAccess(
  flow: StormFlow,
  from: Pick<SecretId, 'app' | 'name'>,
  to: string,
): Promise<LastChange | undefined> {
  const source = secretIn(storeOf(from.app, organization), from.name);
  const { found } = await flow.attempt(() => flow.store.listedSecrets(organization));
  if (!found.some(secret => isSameSecret(secret, source))) return undefined;
  const [target] = await reachesOf(flow, [to]);
  if (!target || isSameSecret(target.secret, source)) return undefined;
  const access = await flow.attempt(() => flow.store.currentAccess(source));
  return applyChanges(flow, changesBetween(target.secret, target.access, access));
}

/** As src/commands/shared/applyChanges.ts, with a user who confirms. */
async function applyChanges(flow: StormFlow, changes: readonly Change[]): Promise<LastChange | undefined> {
  if (changes.length === 0) return undefined;
  const plan = await flow.attempt(() => AccessPlan.read(flow.store, changes));
  const asks = new Map(bundled(changes, few).map(change => [change, flow.ask(askOf(change))]));
  const withValue = async (change: Change): Promise<void> => {
    const ask = asks.get(change);
    const value = flow.newValue();
    if (ask) ask.value = value;
    await plan.apply(change, value);
  };
  const done = await makeCalls(flow, asks, async change => {
    if (needsValue(change)) return withValue(change);
    try {
      await plan.apply(change);
    } catch (error) {
      if (change.kind !== 'visibility' || !isFailure(error, 'valueRequired')) throw error;
      await withValue(change);
    }
  });
  const undoable = done.filter(change => !needsValue(change));
  if (undoable.length === 0) return undefined;
  const summary = plan.summaryOf(unbundled(undoable));
  return { connectionId: flow.connectionId, summary, asks: undoable.flatMap(it => asks.get(it) ?? []) };
}

/** Whether GitHub makes a change only together with the value, which nobody has any more when it is to be undone. */
function needsValue({ kind, secret }: Change): boolean {
  return kind === 'visibility' && appRules[secret.app].needsValue;
}

/** As `offerUndo` in src/commands/shared/applyChanges.ts, with a user who takes it. */
export async function undo(flow: StormFlow, last: LastChange): Promise<void> {
  const plan = await flow.attempt(() => planUndo(flow.store, last.summary));
  const asks = new Map(
    bundled(plan.changes, few).map(change => {
      const undoes = undoneBy(change, last.asks);
      if (!undoes) throw new Error(`The undo does what undoes nothing: ${JSON.stringify(change)}`);
      return [change, flow.ask({ ...askOf(change), undoes })];
    }),
  );
  await makeCalls(flow, asks, async change => {
    await undoChange(flow.store, plan, change);
  });
}

function undoneBy(change: Change, asks: readonly Ask[]): Ask | undefined {
  const { kind, secret, repository } = askOf(change);
  const whole = asks.find(ask => ask.kind === 'selection' && ask.secret === secret);
  if (whole) return whole;
  const opposite = kind === 'add' ? 'remove' : kind === 'remove' ? 'add' : kind;
  return asks.find(ask => ask.kind === opposite && ask.secret === secret && ask.repository === repository);
}

async function makeCalls(
  flow: StormFlow,
  asks: ReadonlyMap<Change, Ask>,
  work: (change: Change) => Promise<void>,
): Promise<Change[]> {
  const changes = [...asks.keys()];
  return flow.runBulkChange(changes, {
    work: async change => {
      await work(change);
      return undefined;
    },
    afterRound: done =>
      Promise.all(
        secretsOf(done.filter(({ kind }) => kind !== 'visibility')).map(secret =>
          flow.store.settleAccess(secret),
        ),
      ),
    askOf: change => asks.get(change) ?? unasked(change),
  });
}

function unasked({ secret }: Change): never {
  throw new Error(`Nobody asked for a change of ${secretKey(secret)}.`);
}

function askOf(change: Change): Omit<Ask, 'writes' | 'unreported'> {
  const secret = titleOf(change.secret);
  if (change.kind === 'selection')
    return { kind: 'selection', secret, added: idsOf(change.added), removed: idsOf(change.removed) };
  if (change.kind !== 'visibility') return { kind: change.kind, secret, repository: change.repository.id };
  const { visibility, selection } = change;
  return {
    kind: 'visibility',
    secret,
    access: { visibility, selected: new Set(selection.map(it => it.id)) },
  };
}

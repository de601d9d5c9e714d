import type { SecretAccess } from '../../src/model/access';
import { valueConcurrency } from '../../src/model/batch';
import { accessOfWish, reachesOf, shownOf } from './accessFlows';
import type { Ask } from './asks';
import type { StormFlow } from './flow';
import { titleOf } from './secretTitle';
import type { Wish } from './sequence';

/** The names that exist as far as the view knows, as in src/commands/shared/targets.ts. */
async function existingNames(flow: StormFlow): Promise<ReadonlySet<string>> {
  const [secrets] = await flow.attempt(() =>
    Promise.all([flow.store.secrets(flow.secrets), flow.store.prepareSealing(flow.secrets)]),
  );
  return new Set(secrets.map(({ name }) => name));
}

/** As src/commands/createSecret.ts; a name that exists continues as a rotation. */
export async function create(flow: StormFlow, name: string, wish: Wish): Promise<void> {
  if ((await existingNames(flow)).has(name)) return rotate(flow, name);
  const access = await accessOfWish(flow, wish);
  const value = flow.newValue();
  const ask = flow.ask(creation(titleOf(flow.secret(name)), access, value));
  const attempts = { isUnanswered: false };
  const { isNew } = await flow.attempt(
    () => flow.store.createSecret(flow.secret(name), value, access, attempts),
    ask,
  );
  flow.report(ask, { kind: 'done', isNew });
}

/** As src/commands/rotateSecret.ts. */
export async function rotate(flow: StormFlow, name: string): Promise<void> {
  if ((await shownOf(flow, [name])).length === 0) return;
  flow.store.prepareSealing(flow.secrets).catch(() => undefined);
  const value = flow.newValue();
  const ask = flow.ask({ kind: 'rotate', secret: titleOf(flow.secret(name)), value });
  const { isNew } = await flow.attempt(() => flow.store.rotateSecret(flow.secret(name), value), ask);
  flow.report(ask, { kind: 'done', isNew });
}

/** As src/commands/importEnvFile.ts. */
export async function importSecrets(flow: StormFlow, names: readonly string[], wish: Wish): Promise<void> {
  const existing = await existingNames(flow);
  const access = await accessOfWish(flow, wish);
  const entries = names.map(name => ({ name, value: flow.newValue(), attempts: { isUnanswered: false } }));
  const asks = new Map(
    entries.map(entry => {
      const { name, value } = entry;
      const secret = titleOf(flow.secret(name));
      const ask = existing.has(name)
        ? ({ kind: 'rotate', secret, value } as const)
        : creation(secret, access, value);
      return [entry, flow.ask(ask)];
    }),
  );
  await flow.runBulkChange(entries, {
    work: async ({ name, value, attempts }) => {
      const { store } = flow;
      const { isNew } = existing.has(name)
        ? await store.rotateSecret(flow.secret(name), value)
        : await store.createSecret(flow.secret(name), value, access, attempts);
      return isNew;
    },
    askOf: entry => asks.get(entry) ?? unasked(entry.name),
    concurrency: valueConcurrency,
  });
}

/** As src/commands/deleteSecret.ts, with a user who confirms. */
export async function deleteSecrets(flow: StormFlow, picked: readonly string[]): Promise<void> {
  const names = (await reachesOf(flow, picked)).map(({ secret }) => secret.name);
  const asks = new Map(
    names.map(name => [name, flow.ask({ kind: 'delete', secret: titleOf(flow.secret(name)) })]),
  );
  await flow.runBulkChange(names, {
    work: async name => {
      await flow.store.deleteSecret(flow.secret(name));
      return undefined;
    },
    askOf: name => asks.get(name) ?? unasked(name),
  });
}

function creation(
  secret: string,
  { visibility, selection }: SecretAccess,
  value: string,
): Omit<Ask, 'writes' | 'unreported'> {
  return {
    kind: 'create',
    secret,
    value,
    access: { visibility, selected: new Set(selection.map(it => it.id)) },
  };
}

function unasked(name: string): never {
  throw new Error(`Nobody asked for ${name}.`);
}

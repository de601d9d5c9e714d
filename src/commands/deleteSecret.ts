import { l10n } from 'vscode';
import type { SecretReference } from '../model/secret';
import { carryOut } from '../ui/carryOut';
import { confirmDelete, type Doomed } from '../ui/confirmDelete';
import { attempt } from '../ui/failures';
import type { Flow } from './product';
import { secretOf } from './targets';

/** Deletes the chosen secrets, after a dialog that says who loses them. */
export async function deleteSecrets(flow: Flow, nodes: readonly SecretReference[]): Promise<void> {
  const { store } = flow;
  const picked = nodes.length > 0 ? nodes : [await secretOf(flow, l10n.t('Delete Secret'))];
  const secrets = picked.filter(secret => secret !== undefined);
  if (secrets.length === 0) return;
  const read = await attempt(l10n.t('Nothing was deleted.'), () =>
    Promise.all(secrets.map(secret => doomed(flow, secret))),
  );
  if (!(await confirmDelete(read.value))) return;
  await carryOut(secrets, {
    title: l10n.t('Deleting secrets'),
    work: secret => store.deleteSecret(secret),
    words: {
      done: ({ done: { length } }) =>
        length === 1 ? l10n.t('1 secret was deleted.') : l10n.t('{0} secrets were deleted.', length),
      name: ({ name }) => name,
    },
  });
}

/** Who would lose a secret. */
async function doomed({ store }: Flow, { organization, name }: SecretReference): Promise<Doomed> {
  const secret = { organization, name };
  return { ...secret, ...(await store.currentReach(secret)) };
}

import { l10n } from 'vscode';
import type { SecretReference } from '../model/secret';
import { runBulkChange } from '../ui/batch/runBulkChange';
import { confirmDelete, type SecretToDelete } from '../ui/prompts/confirmDelete';
import { withRetryPrompt } from '../ui/failures';
import type { Flow } from './shared/commandContext';
import { secretOf } from './shared/targets';

/** Deletes the chosen secrets, after a dialog that says who loses them. */
export async function deleteSecrets(flow: Flow, nodes: readonly SecretReference[]): Promise<void> {
  const { store } = flow;
  const picked = nodes.length > 0 ? nodes : [await secretOf(flow, l10n.t('Delete Secret'))];
  const secrets = picked.filter(secret => secret !== undefined);
  if (secrets.length === 0) return;
  const read = await withRetryPrompt(l10n.t('Nothing was deleted.'), () =>
    Promise.all(secrets.map(secret => secretsToDelete(flow, secret))),
  );
  if (!(await confirmDelete(read.value))) return;
  await runBulkChange(secrets, {
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
async function secretsToDelete(
  { store }: Flow,
  { organization, name }: SecretReference,
): Promise<SecretToDelete> {
  const secret = { organization, name };
  return { ...secret, ...(await store.currentAccess(secret)) };
}

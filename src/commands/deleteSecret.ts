import { deleteSecretLabels as labels } from '../labels/deleteSecret';
import { secretTitle } from '../labels/apps';
import { names } from '../labels/names';
import type { BatchResult } from '../model/batch';
import { isUncertain, ofSecret } from '../model/failure';
import { type SecretId, secretIdOf } from '../model/secret';
import { runBulkChange } from '../ui/batch/runBulkChange';
import { confirmDelete, type SecretToDelete } from '../ui/prompts/confirmDelete';
import { withRetryPrompt } from '../ui/failures';
import type { Flow } from './shared/commandContext';
import { everyOwner, secretOf } from './shared/targets';

/**
 * Deletes secrets, after a dialog that says which repositories can use them today. Returns those whose deletion GitHub
 * confirmed.
 */
export async function deleteSecrets(flow: Flow, nodes: readonly SecretId[]): Promise<readonly SecretId[]> {
  const { store } = flow;
  const picked = nodes.length > 0 ? nodes : [await secretOf(flow, labels.pickTitle(), undefined, everyOwner)];
  const secrets = picked.filter(secret => secret !== undefined);
  if (secrets.length === 0) return [];
  const toDelete = await withRetryPrompt(labels.nothingDeleted(), () =>
    Promise.all(secrets.map(secret => ofSecret(secret, secretToDelete(flow, secret)))),
  );
  if (!(await confirmDelete(toDelete))) return [];
  return runBulkChange(secrets, {
    title: labels.progress(),
    work: secret => store.deleteSecret(secret),
    words: {
      done: result => resultSentence(result, secrets),
      name: secret => ({ name: secretTitle(secret) }),
    },
  });
}

function resultSentence<T>(result: BatchResult<T>, secrets: readonly SecretId[]): string {
  const { done, failed, broken } = result;
  if (done.length > 0) return labels.result(done.length);
  return broken || failed.some(({ failure }) => isUncertain(failure))
    ? labels.unconfirmed(names(secrets))
    : labels.failed(names(secrets));
}

/** Reads which repositories can use a secret today. */
async function secretToDelete({ store }: Flow, secret: SecretId): Promise<SecretToDelete> {
  const id = secretIdOf(secret);
  return { ...id, ...(await store.currentAccess(id)) };
}

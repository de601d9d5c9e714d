import { confirmDeleteLabels } from '../../labels/confirmDelete';
import type { SecretAccess } from '../../model/access';
import { byName } from '../../model/repository';
import type { SecretId } from '../../model/secret';
import { showWarning } from '../messages';

/** A secret that is about to be deleted, and who can use it now; of a repository's own, that does not matter. */
export type SecretToDelete = SecretId & SecretAccess;

/** Confirms a deletion in a dialog that names each secret and how many repositories can no longer use it. */
export async function confirmDelete(secrets: readonly SecretToDelete[]): Promise<boolean> {
  const detail = [
    ...[...secrets].sort(byName).map(confirmDeleteLabels.effect),
    '',
    confirmDeleteLabels.warning(),
  ].join('\n');
  const button = confirmDeleteLabels.delete();
  const question = confirmDeleteLabels.question(secrets);
  return (await showWarning(question, { modal: true, detail }, button)) === button;
}

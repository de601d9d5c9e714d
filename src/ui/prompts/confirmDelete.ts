import { l10n } from 'vscode';
import type { SecretAccess } from '../../model/access';
import { byName } from '../../model/repository';
import type { SecretReference } from '../../model/secret';
import { showWarning } from '../messages';

/** A secret that is to be deleted, and who loses it. */
export type SecretToDelete = SecretReference & SecretAccess;

/** Asks, in a dialog that names each secret and how many repositories lose it, whether to delete. */
export async function confirmDelete(secrets: readonly SecretToDelete[]): Promise<boolean> {
  const [first] = secrets;
  const question =
    first && secrets.length === 1
      ? l10n.t('Delete {0} from {1}?', first.name, first.organization)
      : l10n.t('Delete {0} secrets?', secrets.length);
  const detail = [
    ...[...secrets].sort(byName).map(secret => `${secret.name}: ${losers(secret)}`),
    '',
    l10n.t('A deleted value cannot be brought back.'),
  ].join('\n');
  const button = l10n.t('Delete');
  return (await showWarning(question, { modal: true, detail }, button)) === button;
}

function losers({ organization, visibility, selection }: SecretToDelete): string {
  switch (visibility) {
    case 'all':
      return l10n.t('every repository of {0} loses it', organization);
    case 'private':
      return l10n.t('every private and internal repository of {0} loses it', organization);
    case 'selected':
      if (selection.length === 0) return l10n.t('no repository receives it');
      return selection.length === 1
        ? l10n.t('1 repository loses it')
        : l10n.t('{0} repositories lose it', selection.length);
  }
}

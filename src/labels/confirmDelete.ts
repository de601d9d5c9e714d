import { l10n } from 'vscode';
import type { SecretAccess } from '../model/access';
import type { SecretId } from '../model/secret';
import { secretTitle } from './apps';
import { repositoryCount } from './counts';
import { number } from './number';
import { accessKind, ownerName } from '../model/secretStore';

/** The dialog that confirms a deletion. */
export const confirmDeleteLabels = {
  /** @param secrets at least one */
  question: (secrets: readonly SecretId[]): string => {
    const [first] = secrets;
    return first && secrets.length === 1
      ? l10n.t('Delete {0} from {1}?', secretTitle(first), ownerName(first.owner))
      : l10n.t('Delete {0} secrets?', secrets.length);
  },
  /** Who can no longer use a secret: "NPM_TOKEN: 4 repositories can no longer use it". */
  effect: (secret: SecretId & SecretAccess): string => `${secretTitle(secret)}: ${effectWords(secret)}`,
  warning: (): string => l10n.t("You can't restore a deleted value."),
  delete: (): string => l10n.t('Delete'),
};

function effectWords({ owner, visibility, selection, isPartial }: SecretId & SecretAccess): string {
  const organization = ownerName(owner);
  if (accessKind(owner) === 'none') return l10n.t('{0} can no longer use it', organization);
  switch (visibility) {
    case 'all':
      return l10n.t('all repositories of {0} can no longer use it', organization);
    case 'private':
      return l10n.t('all private and internal repositories of {0} can no longer use it', organization);
    case 'selected':
      if (isPartial)
        return l10n.t(
          '{0} and others that GitHub does not list can no longer use it',
          repositoryCount(selection.length),
        );
      if (selection.length === 0) return l10n.t('no repository can use it');
      return selection.length === 1
        ? l10n.t('1 repository can no longer use it')
        : l10n.t('{0} repositories can no longer use it', number(selection.length));
  }
}

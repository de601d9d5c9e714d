import { l10n } from 'vscode';
import type { SecretOwner } from '../model/secretStore';
import { pickLabels } from './picks';

/** The id of the icon that stands for a kind of owner everywhere. */
export function ownerIcon({ kind }: SecretOwner): string {
  switch (kind) {
    case 'organization':
      return 'organization';
    case 'repository':
      return 'repo';
    case 'user':
      return 'account';
  }
}

/** The pick of an owner of secrets. */
export const ownerLabels = {
  question: (owners: readonly SecretOwner[]): string =>
    owners.every(({ kind }) => kind === 'organization')
      ? pickLabels.organization()
      : l10n.t('Whose secrets?'),
  /** What stands beside its name. */
  description: ({ kind }: SecretOwner): string | undefined => {
    switch (kind) {
      case 'organization':
        return undefined;
      case 'repository':
        return l10n.t("the repository's own");
      case 'user':
        return l10n.t('your own');
    }
  },
};

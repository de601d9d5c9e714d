import { l10n } from 'vscode';
import type { RepositoryCounts } from '../model/repository';
import type { Visibility } from '../model/secret';
import { number } from './number';

/** A visibility, worded as on GitHub's own page; that of a repository's own secret, which has none. */
export function visibilityLabel(visibility: Visibility | undefined): string {
  switch (visibility) {
    case undefined:
      return l10n.t('Only this repository');
    case 'all':
      return l10n.t('All repositories');
    case 'private':
      return l10n.t('Private and internal repositories');
    case 'selected':
      return l10n.t('Selected repositories');
  }
}

/** The id of the icon that stands for a visibility everywhere; without one, for a repository's own secret. */
export function visibilityIcon(visibility: Visibility | undefined): string {
  switch (visibility) {
    case undefined:
      return 'repo';
    case 'all':
      return 'globe';
    case 'private':
      return 'lock';
    case 'selected':
      return 'checklist';
  }
}

/** The pick of a visibility. */
export const visibilityPickLabels = {
  question: (): string => l10n.t('Which repositories can use it?'),
  counting: (): string => l10n.t('Which repositories can use it? (counting...)'),
  current: (): string => l10n.t('current'),
  /** How many repositories a choice covers: "240, 12 public". Nothing if the choice alone doesn't decide it. */
  count: (visibility: Visibility, { all, public: open }: RepositoryCounts): string | undefined => {
    switch (visibility) {
      case 'all':
        return open === 0 ? number(all) : l10n.t('{0}, {1} public', number(all), number(open));
      case 'private':
        return number(all - open);
      case 'selected':
        return undefined;
    }
  },
};

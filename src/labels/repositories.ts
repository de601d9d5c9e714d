import { l10n } from 'vscode';
import type { Repository } from '../model/repository';

/** Who can see a repository, and whether it is archived: "private, archived". */
export function repositoryWords({ visibility, archived }: Repository): string {
  const word = repositoryVisibilityWord(visibility);
  return archived ? l10n.t('{0}, archived', word) : word;
}

/** Who can see a repository, in a word. */
export function repositoryVisibilityWord(visibility: Repository['visibility']): string {
  return { public: l10n.t('public'), private: l10n.t('private'), internal: l10n.t('internal') }[visibility];
}

/** The id of the icon that stands for a repository everywhere. */
export function repositoryIcon({ visibility, archived }: Repository): string {
  if (archived) return 'archive';
  return visibility === 'public' ? 'repo' : 'lock';
}

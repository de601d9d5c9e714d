import { l10n, window } from 'vscode';
import type { Repository } from '../../model/repository';
import { type RepositoryItem, repositoryPick } from './repositoryItem';
import { ask, type Answer, type Position } from './steps';

/** Asks which of an organization's repositories is meant. Those that are open in the window stand first and say so. */
export function askRepository(
  position: Position,
  repositories: readonly Repository[],
  isOpen: (repository: Repository) => boolean,
): Promise<Answer<Repository>> {
  const input = window.createQuickPick<RepositoryItem>();
  input.matchOnDescription = true;
  input.placeholder =
    repositories.length > 0 ? l10n.t('Which repository?') : l10n.t('The organization has no repositories.');
  const open = repositories.filter(isOpen).map(repository => {
    const item = repositoryPick(repository);
    return { ...item, description: l10n.t('open here, {0}', item.description ?? '') };
  });
  const rest = repositories.filter(repository => !isOpen(repository)).map(repositoryPick);
  input.items = [...open, ...rest];
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.repository };
  });
}

/** Asks which of some repositories are meant; none is checked. */
export function askSomeRepositories(
  position: Position,
  question: string,
  repositories: readonly Repository[],
): Promise<Answer<readonly Repository[]>> {
  const input = window.createQuickPick<RepositoryItem>();
  input.canSelectMany = true;
  input.matchOnDescription = true;
  input.placeholder = question;
  input.items = repositories.map(repositoryPick);
  return ask(input, position, () => ({ value: input.selectedItems.map(({ repository }) => repository) }));
}

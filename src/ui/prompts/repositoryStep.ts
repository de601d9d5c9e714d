import { window } from 'vscode';
import { pickLabels } from '../../labels/picks';
import type { Repository } from '../../model/repository';
import { type RepositoryItem, repositoryPick } from './repositoryItem';
import { ask, type Answer, type Position } from './steps';

/** Asks for a repository of an organization. Those that are open in this window come first and say so. */
export function askRepository(
  position: Position,
  repositories: readonly Repository[],
  isOpen: (repository: Repository) => boolean,
): Promise<Answer<Repository>> {
  const input = window.createQuickPick<RepositoryItem>();
  input.matchOnDescription = true;
  input.placeholder = repositories.length > 0 ? pickLabels.repository() : pickLabels.noRepositories();
  const open = repositories.filter(isOpen).map(repository => {
    const item = repositoryPick(repository);
    return { ...item, description: pickLabels.openHere(item.description ?? '') };
  });
  const rest = repositories.filter(repository => !isOpen(repository)).map(repositoryPick);
  input.items = [...open, ...rest];
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.repository };
  });
}

/** Asks for some of these repositories. None is checked at first. */
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

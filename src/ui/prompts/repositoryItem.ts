import { type QuickPickItem, ThemeIcon } from 'vscode';
import { repositoryIcon, repositoryWords } from '../../labels/repositories';
import { plainName } from '../../model/plainText';
import type { Repository } from '../../model/repository';

export interface RepositoryItem extends QuickPickItem {
  readonly repository: Repository;
}

/** A repository, the same in every pick. */
export function repositoryPick(repository: Repository): RepositoryItem {
  return {
    repository,
    label: plainName(repository.name),
    description: repositoryWords(repository),
    iconPath: new ThemeIcon(repositoryIcon(repository)),
  };
}

import { window } from 'vscode';
import { loadingLabels, pickLabels } from '../../labels/picks';
import { byName, type Repository, type RepositoryList } from '../../model/repository';
import type { SecretOwner } from '../../model/secretStore';
import { askLoaded } from './loadingStep';
import { type RepositoryItem, repositoryPick } from './repositoryItem';
import { ask, type Answer, type Position } from './steps';

/** How the question differs from "Which repositories can use it?". */
export interface RepositoriesQuestion {
  readonly placeholder?: string;
  /** The ids of repositories not to offer. */
  readonly without?: ReadonlySet<number>;
}

/**
 * Asks which repositories can use a secret, of those that its owner can select. `selection` comes first, checked, even if the list no
 * longer has it. Nothing can be checked before the whole list is loaded, and the list then stays as it is, so the user
 * sees all that is checked. Checking no repository is a valid answer.
 */
export function askRepositories(
  position: Position,
  list: RepositoryList,
  owner: SecretOwner,
  selection: readonly Repository[],
  { placeholder, without }: RepositoriesQuestion = {},
): Promise<Answer<readonly Repository[]>> {
  const question = placeholder ?? pickLabels.repositories(owner);
  const loading = {
    question,
    words: loadingLabels.repositories(owner),
    failed: loadingLabels.repositoriesFailed(owner),
    load: (onPage: (soFar: number) => void, signal: AbortSignal) => list.load(onPage, signal),
  };
  return askLoaded(position, loading, (repositories, typed) => {
    const input = window.createQuickPick<RepositoryItem>();
    input.canSelectMany = true;
    input.matchOnDescription = true;
    const checked = itemsOf(selection);
    const chosen = new Set(selection.map(({ id }) => id));
    const others = repositories.filter(({ id }) => !chosen.has(id) && !without?.has(id));
    input.items = [...checked, ...itemsOf(others).sort((a, b) => byName(a.repository, b.repository))];
    input.selectedItems = checked;
    input.value = typed;
    input.placeholder = input.items.length === 0 ? pickLabels.nothingToSelect() : question;
    const answer = (): { value: Repository[] } => ({
      value: input.selectedItems.map(({ repository }) => repository),
    });
    return { input, answer: ask(input, position, answer, answer) };
  });
}

/** The items of repositories, each once. */
function itemsOf(repositories: readonly Repository[]): RepositoryItem[] {
  const distinct = new Map(repositories.map(repository => [repository.id, repository]));
  return [...distinct.values()].map(repositoryPick);
}

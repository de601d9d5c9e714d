import { l10n, window } from 'vscode';
import { byName, type Repository, type RepositoryList } from '../../model/repository';
import { askLoaded } from './loadingStep';
import { type RepositoryItem, repositoryPick } from './repositoryItem';
import { ask, type Answer, type Position } from './steps';

/** How the question differs from "which repositories can use it". */
export interface RepositoriesQuestion {
  readonly placeholder?: string;
  /** The ids of repositories that are not offered. */
  readonly without?: ReadonlySet<number>;
}

/**
 * Asks which of the organization's repositories can use a secret. `selection` stands first, checked, whether or not the
 * list still has it. Nothing can be checked before the whole list is there, and then the list stays as it is: what is
 * checked is what the user sees checked. No repository at all is an answer, too.
 */
export function askRepositories(
  position: Position,
  list: RepositoryList,
  organization: string,
  selection: readonly Repository[],
  { placeholder, without }: RepositoriesQuestion = {},
): Promise<Answer<readonly Repository[]>> {
  const question = placeholder ?? l10n.t('Which repositories of {0} can use it?', organization);
  const loading = {
    question,
    words: l10n.t('Loading repositories of {0}...', organization),
    failed: l10n.t('Couldn’t load the repositories of {0}', organization),
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
    input.placeholder = input.items.length === 0 ? l10n.t('There is no repository to select.') : question;
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

import { l10n, window } from 'vscode';
import { failureSentence } from '../host/failureText';
import { Failure } from '../model/failure';
import type { GitHub } from '../model/gitHub';
import { byName, type Repository } from '../model/repository';
import { type RepositoryItem, repositoryPick } from './repositoryItem';
import { ask, type Answer, type Position } from './steps';

/** How the question differs from "which repositories receive it". */
export interface RepositoriesQuestion {
  readonly placeholder?: string;
  /** The ids of repositories that are not offered. */
  readonly without?: ReadonlySet<number>;
}

/** How long pages gather before they are shown together, in milliseconds: each showing redraws the whole list. */
const gather = 400;

/**
 * Asks which of the organization's repositories receive a secret. `selection` stands first, checked; the first page
 * shows as soon as it is there, and the rest is added as it comes, without touching what was checked meanwhile.
 */
export async function askRepositories(
  position: Position,
  gitHub: GitHub,
  organization: string,
  selection: readonly Repository[],
  { placeholder, without }: RepositoriesQuestion = {},
): Promise<Answer<readonly Repository[]>> {
  const input = window.createQuickPick<RepositoryItem>();
  input.canSelectMany = true;
  input.matchOnDescription = true;
  input.keepScrollPosition = true;
  input.busy = true;
  input.placeholder = placeholder ?? l10n.t('Which repositories of {0} receive it?', organization);

  const items = new Map(selection.map(repository => [repository.id, repositoryPick(repository)]));
  const checkedFirst = [...items.values()];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const checked = input.items.length === 0 ? checkedFirst : input.selectedItems;
    const rest = [...items.values()].filter(item => !checkedFirst.includes(item));
    input.items = [...checkedFirst, ...rest.sort((a, b) => byName(a.repository, b.repository))];
    input.selectedItems = checked;
  };
  const add = (repositories: readonly Repository[]): void => {
    for (const repository of repositories)
      if (!items.has(repository.id) && !without?.has(repository.id))
        items.set(repository.id, repositoryPick(repository));
    if (input.items.length <= checkedFirst.length) show();
    else timer ??= setTimeout(show, gather);
  };
  if (checkedFirst.length > 0) show();

  const leaving = new AbortController();
  void gitHub
    .repositories(organization, { onPage: add, signal: leaving.signal })
    .then(show, (error: unknown) => {
      if (leaving.signal.aborted) return;
      input.placeholder = error instanceof Failure ? failureSentence(error.reason) : String(error);
    })
    .finally(() => (input.busy = false));
  try {
    const checked = (): { value: Repository[] } => ({
      value: input.selectedItems.map(({ repository }) => repository),
    });
    return await ask(input, position, checked, checked);
  } finally {
    leaving.abort();
    clearTimeout(timer);
  }
}

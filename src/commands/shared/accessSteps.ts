import type { SecretAccess } from '../../model/access';
import {
  countsOf,
  type Repository,
  type RepositoryCounts,
  type RepositoryList,
} from '../../model/repository';
import type { Visibility } from '../../model/secret';
import type { Store } from '../../cache/store';
import { askRepositories } from '../../ui/prompts/repositoriesStep';
import type { Step } from '../../ui/prompts/steps';
import { askVisibility } from '../../ui/prompts/visibilityStep';
import { kept } from './kept';

/** The questions about who can use new secrets, and the answers so far. */
export interface AccessQuestions {
  /** The next questions: the repositories are only asked for if the visibility is `selected`. */
  readonly steps: () => readonly Step[];
  /** Who can use the secrets; undefined until the user has answered. */
  readonly access: () => SecretAccess | undefined;
}

/** Asks who can use the new secrets of an organization, which might be picked in an earlier step. */
export function accessQuestions(store: Store, organization: () => string): AccessQuestions {
  let visibility: Visibility | undefined;
  /** The selection in each organization: another organization has other repositories. */
  const selections = new Map<string, readonly Repository[]>();
  const selection = (): readonly Repository[] => selections.get(organization()) ?? [];
  /** If the counts can't be loaded, the question works without them. */
  const counts = (): Promise<RepositoryCounts | undefined> =>
    store.repositories(organization()).then(countsOf, () => undefined);
  const askForVisibility: Step = position =>
    kept(askVisibility(position, { chosen: visibility, counts: counts() }), chosen => (visibility = chosen));
  const askForRepositories: Step = position => {
    const login = organization();
    return kept(askRepositories(position, repositoryList(store, login), login, selection()), chosen => {
      selections.set(login, chosen);
    });
  };
  let looks = 0;
  return {
    steps: () => {
      // The first step might still choose the organization. After it, count while the user answers the next steps.
      if ((looks += 1) > 1) void counts();
      return [askForVisibility, ...(visibility === 'selected' ? [askForRepositories] : [])];
    },
    access: () => visibility && { visibility, selection: visibility === 'selected' ? selection() : [] },
  };
}

/** The repositories of an organization, as a prompt loads them. */
export function repositoryList(store: Store, organization: string): RepositoryList {
  return {
    load: async (onPage, signal) => {
      const repositories = await store.repositories(organization, soFar => {
        if (!signal.aborted) onPage(soFar);
      });
      signal.throwIfAborted();
      return repositories;
    },
  };
}

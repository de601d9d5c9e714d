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
import { kept } from './targets';

/** The questions of who can use what is created, and what was answered so far. */
export interface AccessQuestions {
  /** The next questions: the repositories are asked for once the visibility wants them. */
  readonly steps: () => readonly Step[];
  /** Who can use it; nothing before it was asked. */
  readonly access: () => SecretAccess | undefined;
}

/** Asks who can use the new secrets of an organization, which may be known only when it is asked. */
export function accessQuestions(store: Store, organization: () => string): AccessQuestions {
  let visibility: Visibility | undefined;
  /** What was selected in each organization: repositories of one are not those of another. */
  const selections = new Map<string, readonly Repository[]>();
  const selection = (): readonly Repository[] => selections.get(organization()) ?? [];
  /** Without counts the question can be answered all the same. */
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
      // The first step may still choose the organization; after it there is time to count during the next ones.
      if ((looks += 1) > 1) void counts();
      return [askForVisibility, ...(visibility === 'selected' ? [askForRepositories] : [])];
    },
    access: () => visibility && { visibility, selection: visibility === 'selected' ? selection() : [] },
  };
}

/** The repositories of an organization, as a question asks for them. */
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

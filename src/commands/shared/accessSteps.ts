import { noAccess, type SecretAccess } from '../../model/access';
import { accessKind, ownerKey, type SecretOwner } from '../../model/secretStore';
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
  /** The next questions: the repositories are only asked for if the secret is for selected ones. */
  readonly steps: () => readonly Step[];
  /** Who can use the secrets; undefined until the user has answered. It does not matter for a repository's own. */
  readonly access: () => SecretAccess | undefined;
}

/**
 * Asks who can use the new secrets of an owner, which might be picked in an earlier step: an organization's by a
 * visibility, the user's by repositories. A repository's own are for that repository, so nothing is asked.
 * @param preselected the repositories that are checked at first
 */
export function accessQuestions(
  store: Store,
  owner: () => SecretOwner,
  preselected: readonly Repository[] = [],
): AccessQuestions {
  let visibility: Visibility | undefined = preselected.length > 0 ? 'selected' : undefined;
  /** The selection of each owner: another one has other repositories. */
  const selections = new Map<string, readonly Repository[]>();
  const selection = (): readonly Repository[] => selections.get(ownerKey(owner())) ?? preselected;
  /** If the counts can't be loaded, the question works without them. */
  const counts = (): Promise<RepositoryCounts | undefined> =>
    store.selectable(owner()).then(countsOf, () => undefined);
  const askForVisibility: Step = position =>
    kept(askVisibility(position, { chosen: visibility, counts: counts() }), chosen => (visibility = chosen));
  const askForRepositories: Step = position => {
    const of = owner();
    return kept(askRepositories(position, repositoryList(store, of), of, selection()), chosen => {
      selections.set(ownerKey(of), chosen);
    });
  };
  let looks = 0;
  return {
    steps: () => {
      const kind = accessKind(owner());
      if (kind === 'none') return [];
      // The first step might still choose the owner. After it, load while the user answers the next steps.
      if ((looks += 1) > 1) void counts();
      if (kind === 'selection') return [askForRepositories];
      return [askForVisibility, ...(visibility === 'selected' ? [askForRepositories] : [])];
    },
    access: () => {
      switch (accessKind(owner())) {
        case 'none':
          return noAccess;
        case 'selection':
          return { visibility: 'selected', selection: selection() };
        case 'visibility':
          return visibility && { visibility, selection: visibility === 'selected' ? selection() : [] };
      }
    },
  };
}

/** The repositories that an owner's secrets can be for, as a prompt loads them. */
export function repositoryList(store: Store, owner: SecretOwner): RepositoryList {
  return {
    load: async (onPage, signal) => {
      const repositories = await store.selectable(owner, soFar => {
        if (!signal.aborted) onPage(soFar);
      });
      signal.throwIfAborted();
      return repositories;
    },
  };
}

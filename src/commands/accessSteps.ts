import type { Reach } from '../model/reach';
import type { Repository } from '../model/repository';
import type { Visibility } from '../model/secret';
import type { Store } from '../model/store';
import { askRepositories } from '../ui/repositoriesStep';
import type { Step } from '../ui/steps';
import { askVisibility } from '../ui/visibilityStep';
import { kept } from './targets';

/** The questions of who is to receive what is created, and what was answered so far. */
export interface AccessQuestions {
  /** The next questions: the repositories are asked for once the visibility wants them. */
  readonly steps: () => readonly Step[];
  /** Who is to receive it; nothing before it was asked. */
  readonly reach: () => Reach | undefined;
}

/** Asks who is to receive the new secrets of an organization, which may be known only when it is asked. */
export function accessQuestions(store: Store, organization: () => string): AccessQuestions {
  let visibility: Visibility | undefined;
  let selection: readonly Repository[] = [];
  const askForVisibility: Step = position =>
    kept(askVisibility(position, undefined, visibility), chosen => (visibility = chosen));
  const askForRepositories: Step = position =>
    kept(askRepositories(position, store.gitHub, organization(), selection), chosen => (selection = chosen));
  return {
    steps: () => [askForVisibility, ...(visibility === 'selected' ? [askForRepositories] : [])],
    reach: () => visibility && { visibility, selection: visibility === 'selected' ? selection : [] },
  };
}

import type { Repository } from '../../model/repository';
import type { SecretApp } from '../../model/secretApp';
import type { SecretOwner, StoreId } from '../../model/secretStore';
import { askApp } from '../../ui/prompts/appStep';
import type { Step } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';
import { kept } from './kept';
import { type AlsoOffered, ownerQuestion } from './owner';

/** Where a command was run: at an owner of secrets, and there perhaps in an app. */
export interface Place {
  readonly owner: SecretOwner;
  /** Of an organization. The other owners have secrets of Codespaces alone. */
  readonly app?: SecretApp;
}

/** The argument of Create Secret for a caller that knows more than a row of a view does, such as a quick fix. */
export interface CreateTarget extends Place {
  readonly kind: 'place';
  /** The name that is filled in. */
  readonly name?: string;
  /** The repositories that are checked if the user can select some. Their names are those of the owner's own lists. */
  readonly repositories?: readonly Repository[];
  /** The connection that the caller's answer is of. If another one is in use by then, the command ends and says so. */
  readonly connectionId?: string;
}

/** Which store a flow works on, as its first questions. */
export interface StoreQuestion {
  /** The questions, if there is a choice. */
  readonly steps: () => readonly Step[];
  /** The answer. Until the user has answered, the first store. */
  readonly store: () => StoreId;
  readonly owner: () => SecretOwner;
}

/** The store that a flow works on. Undefined if there is no owner of secrets; the user is told why. */
export async function storeQuestion(
  flow: Flow,
  place: Place | undefined,
  also: AlsoOffered,
): Promise<StoreQuestion | undefined> {
  const question = await ownerQuestion(flow, place?.owner, also);
  if (!question) return undefined;
  const { owner } = question;
  const { apps } = flow.store;
  let app = place?.app ?? apps[0] ?? 'codespaces';
  const askForApp: Step = position => kept(askApp(position, apps, app), chosen => (app = chosen));
  const hasApps = (): boolean => owner().kind === 'organization';
  const isAsked = (): boolean => hasApps() && place?.app === undefined && apps.length > 1;
  return {
    steps: () => [...question.steps, ...(isAsked() ? [askForApp] : [])],
    store: () => ({ app: hasApps() ? app : 'codespaces', owner: owner() }),
    owner,
  };
}

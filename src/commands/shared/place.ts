import type { SecretApp } from '../../model/secretApp';
import { type StoreId, storeOf } from '../../model/secretStore';
import { askApp } from '../../ui/prompts/appStep';
import type { Step } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';
import { kept } from './kept';
import { organizationQuestion } from './organization';

/** Where a command was run: in an organization, and there perhaps in an app. */
export interface Place {
  readonly organization: string;
  readonly app?: SecretApp;
}

/** Which store a flow works on, as its first questions. */
export interface StoreQuestion {
  /** The questions, if there is a choice. */
  readonly steps: readonly Step[];
  /** The answer. Until the user has answered, the first store. */
  readonly store: () => StoreId;
  readonly organization: () => string;
}

/** The store that a flow works on. Undefined if there is no organization; the user is told why. */
export async function storeQuestion(flow: Flow, place?: Place): Promise<StoreQuestion | undefined> {
  const question = await organizationQuestion(flow, place);
  if (!question) return undefined;
  const { apps } = flow.store;
  let app = place?.app ?? apps[0] ?? 'codespaces';
  const askForApp: Step = position => kept(askApp(position, apps, app), chosen => (app = chosen));
  return {
    steps: [...question.steps, ...(place?.app === undefined && apps.length > 1 ? [askForApp] : [])],
    store: () => storeOf(app, question.organization()),
    organization: question.organization,
  };
}

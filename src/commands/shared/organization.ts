import { loadFailures } from '../../labels/loadFailures';
import { targetLabels } from '../../labels/targets';
import { withRetryPrompt } from '../../ui/failures';
import { showInformation } from '../../ui/messages';
import { askOrganization } from '../../ui/prompts/organizationStep';
import { askSteps, type Step } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';
import { kept } from './kept';

/** What a command was run on, if that belongs to an organization. */
interface OfOrganization {
  readonly organization: string;
}

/** Which organization a flow works on, as the first of its questions. */
export interface OrganizationQuestion {
  /** The question, if there is a choice. */
  readonly steps: readonly Step[];
  /** The answer. Until the user has answered, the first organization. */
  readonly organization: () => string;
}

/**
 * The organization that a flow works on: the one that the command was run on, the only one, or one that the user picks.
 * Undefined if there is none; the user is told why.
 */
export async function organizationQuestion(
  { store }: Flow,
  node?: OfOrganization,
): Promise<OrganizationQuestion | undefined> {
  if (node) return { steps: [], organization: () => node.organization };
  const { organizations, hidden } = await withRetryPrompt(loadFailures.organizations(), () =>
    store.organizations(),
  );
  const [first] = organizations;
  if (!first) {
    void showInformation(hidden > 0 ? targetLabels.singleSignOnRequired() : targetLabels.noOrganizations());
    return undefined;
  }
  let organization = first.login;
  const askForOrganization: Step = position =>
    kept(askOrganization(position, organizations), chosen => (organization = chosen));
  return {
    steps: organizations.length > 1 ? [askForOrganization] : [],
    organization: () => organization,
  };
}

/** The same for a flow that has no other question in the same dialog. Undefined, too, if the user cancels. */
export async function organizationOf(
  flow: Flow,
  title: string,
  node?: OfOrganization,
): Promise<string | undefined> {
  const question = await organizationQuestion(flow, node);
  if (!question || !(await askSteps(title, () => question.steps))) return undefined;
  return question.organization();
}

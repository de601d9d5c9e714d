import { loadFailures } from '../../labels/loadFailures';
import { targetLabels } from '../../labels/targets';
import { secretKey, type SecretReference } from '../../model/secret';
import { withRetryPrompt } from '../../ui/failures';
import { showInformation } from '../../ui/messages';
import { askSecret } from '../../ui/prompts/secretStep';
import { askSteps, type Step } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';
import { kept } from './kept';
import { organizationQuestion } from './organization';

/** Each secret once: a view can show the same secret in several places. */
export function distinct(secrets: readonly SecretReference[]): SecretReference[] {
  return [
    ...new Map(
      secrets.map(({ organization, name }) => [secretKey({ organization, name }), { organization, name }]),
    ).values(),
  ];
}

/** The names of an organization's secrets, for a flow that then sends a value there. */
export async function existingNames({ store }: Flow, organization: string): Promise<ReadonlySet<string>> {
  const what = loadFailures.secrets(organization);
  // If the organization's plan doesn't include secrets, this fails now, before the user enters anything.
  const [secrets] = await withRetryPrompt(what, () =>
    Promise.all([store.secrets(organization), store.prepareSealing(organization)]),
  );
  return new Set(secrets.map(({ name }) => name));
}

/**
 * The secrets that a command was run on, or else one that the user picks. Empty if they cancel. Also empty, and the user
 * is told, if the secrets belong to several organizations: those have no repositories in common.
 */
export async function secretsOf(
  flow: Flow,
  title: string,
  nodes: readonly SecretReference[],
): Promise<SecretReference[]> {
  if (nodes.length === 0) return [await secretOf(flow, title)].filter(secret => secret !== undefined);
  if (new Set(nodes.map(({ organization }) => organization)).size === 1)
    return nodes.map(({ organization, name }) => ({ organization, name }));
  void showInformation(targetLabels.oneOrganizationAtATime());
  return [];
}

/** The secret that a command was run on, or else one that the user picks. Undefined if they cancel. */
export async function secretOf(
  flow: Flow,
  title: string,
  node?: SecretReference,
): Promise<SecretReference | undefined> {
  if (node) return { organization: node.organization, name: node.name };
  const question = await organizationQuestion(flow);
  if (!question) return undefined;
  let name: string | undefined;
  const askForSecret: Step = async position => {
    const organization = question.organization();
    const secrets = await withRetryPrompt(loadFailures.secrets(organization), () =>
      flow.store.secrets(organization),
    );
    return kept(askSecret(position, secrets), ({ name: chosen }) => (name = chosen));
  };
  await askSteps(title, () => [...question.steps, askForSecret]);
  return name === undefined ? undefined : { organization: question.organization(), name };
}

import { loadFailures } from '../../labels/loadFailures';
import { targetLabels } from '../../labels/targets';
import { secretIdOf, secretKey, type SecretId } from '../../model/secret';
import { ownerName, type StoreId } from '../../model/secretStore';
import { withRetryPrompt } from '../../ui/failures';
import { showInformation } from '../../ui/messages';
import { askSecret } from '../../ui/prompts/secretStep';
import { askSteps, type Step } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';
import { kept } from './kept';
import { organizationQuestion } from './organization';

/** Each secret once: a view can show the same secret in several places. */
export function distinct(secrets: readonly SecretId[]): SecretId[] {
  return [...new Map(secrets.map(secret => [secretKey(secret), secretIdOf(secret)])).values()];
}

/** The names of a store's secrets, for a flow that then sends a value there. */
export function existingNames(flow: Flow, id: StoreId): Promise<ReadonlySet<string>> {
  return withRetryPrompt(loadFailures.secrets(ownerName(id.owner)), () => loadedNames(flow, id));
}

/** The same, which rejects with a failure. */
export async function loadedNames({ store }: Flow, id: StoreId): Promise<ReadonlySet<string>> {
  // If the organization has no such secrets, this fails now, before the user enters anything.
  const [secrets] = await Promise.all([store.secrets(id), store.prepareSealing(id)]);
  return new Set(secrets.map(({ name }) => name));
}

/**
 * The secrets that a command was run on, or else one that the user picks. Empty if they cancel. Also empty, and the user
 * is told, if the secrets belong to several organizations: those have no repositories in common.
 */
export async function secretsOf(flow: Flow, title: string, nodes: readonly SecretId[]): Promise<SecretId[]> {
  if (nodes.length === 0) return [await secretOf(flow, title)].filter(secret => secret !== undefined);
  if (new Set(nodes.map(({ owner }) => ownerName(owner))).size === 1) return nodes.map(secretIdOf);
  void showInformation(targetLabels.oneOrganizationAtATime());
  return [];
}

/** The secret that a command was run on, or else one that the user picks. Undefined if they cancel. */
export async function secretOf(flow: Flow, title: string, node?: SecretId): Promise<SecretId | undefined> {
  if (node) return secretIdOf(node);
  const question = await organizationQuestion(flow);
  if (!question) return undefined;
  let chosen: SecretId | undefined;
  const askForSecret: Step = async position => {
    const organization = question.organization();
    const { found, failures } = await withRetryPrompt(loadFailures.secrets(organization), () =>
      flow.store.listedSecrets(organization),
    );
    return kept(askSecret(position, found, undefined, { failures }), secret => (chosen = secret));
  };
  await askSteps(title, () => [...question.steps, askForSecret]);
  return chosen && secretIdOf(chosen);
}

import { loadFailures } from '../../labels/loadFailures';
import { targetLabels } from '../../labels/targets';
import type { Organization } from '../../model/organization';
import { secretKey, type SecretReference } from '../../model/secret';
import { withRetryPrompt } from '../../ui/failures';
import { showInformation } from '../../ui/messages';
import { askOrganization } from '../../ui/prompts/organizationStep';
import { askSecret } from '../../ui/prompts/secretStep';
import { type Answer, askSteps, type Step } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';

/** Keeps the answer of a step, or what was entered in it when the user goes back. */
export async function kept<T>(asked: Promise<Answer<T>>, keep: (value: T) => void): Promise<Answer<T>> {
  const answer = await asked;
  const entered = answer && 'back' in answer ? answer.back : answer;
  if (entered) keep(entered.value);
  return answer;
}

/** The organizations that a command can work on. If there are none, the user is told why. */
export async function ownedOrganizations({ store }: Flow): Promise<readonly Organization[]> {
  const read = await withRetryPrompt(loadFailures.organizations(), () => store.organizations());
  const { organizations, hidden } = read.value;
  if (organizations.length === 0)
    void showInformation(hidden > 0 ? targetLabels.singleSignOnRequired() : targetLabels.noOrganizations());
  return organizations;
}

/** The organization that a command was run on, or else one that the user picks. Undefined if they cancel. */
export async function organizationOf(
  flow: Flow,
  title: string,
  node?: { readonly organization: string },
): Promise<string | undefined> {
  if (node) return node.organization;
  const organizations = await ownedOrganizations(flow);
  const [only] = organizations;
  if (organizations.length <= 1) return only?.login;
  let organization: string | undefined;
  const askForOrganization: Step = position =>
    kept(askOrganization(position, organizations), chosen => (organization = chosen));
  await askSteps(title, () => [askForOrganization]);
  return organization;
}

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
  const { value } = await withRetryPrompt(what, () =>
    Promise.all([store.secrets(organization), store.prepareSealing(organization)]),
  );
  return new Set(value[0].map(({ name }) => name));
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
  const organizations = await ownedOrganizations(flow);
  if (organizations.length === 0) return undefined;
  const [only] = organizations;
  let organization = organizations.length === 1 ? only?.login : undefined;
  let name: string | undefined;
  const askForOrganization: Step = position =>
    kept(askOrganization(position, organizations), chosen => (organization = chosen));
  const askForSecret: Step = async position => {
    const login = organization ?? '';
    const read = await withRetryPrompt(loadFailures.secrets(login), () => flow.store.secrets(login));
    return kept(askSecret(position, read.value), ({ name: chosen }) => (name = chosen));
  };
  const steps = organizations.length === 1 ? [askForSecret] : [askForOrganization, askForSecret];
  await askSteps(title, () => steps);
  return organization === undefined || name === undefined ? undefined : { organization, name };
}

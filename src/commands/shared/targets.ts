import { l10n } from 'vscode';
import type { Organization } from '../../model/organization';
import { secretKey, type SecretReference } from '../../model/secret';
import { withRetryPrompt } from '../../ui/failures';
import { showInformation } from '../../ui/messages';
import { askOrganization } from '../../ui/prompts/organizationStep';
import { askSecret } from '../../ui/prompts/secretStep';
import { type Answer, askSteps, type Step } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';

/** Remembers what a step was answered, and what was entered in it when the user goes back. */
export async function kept<T>(asked: Promise<Answer<T>>, keep: (value: T) => void): Promise<Answer<T>> {
  const answer = await asked;
  const entered = answer && 'back' in answer ? answer.back : answer;
  if (entered) keep(entered.value);
  return answer;
}

/** The organizations a command can work on. */
export async function ownedOrganizations({ store }: Flow): Promise<readonly Organization[]> {
  const read = await withRetryPrompt(l10n.t('Your organizations could not be read.'), () =>
    store.organizations(),
  );
  const { organizations, hidden } = read.value;
  if (organizations.length === 0)
    void showInformation(
      hidden > 0
        ? l10n.t('Your organizations need single sign-on. Sign in again to authorize this session.')
        : l10n.t('You own no organization on GitHub, so there are no secrets to manage.'),
    );
  return organizations;
}

/** The organization that a command was run on, or else the one that the user picks. Nothing where they leave. */
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

/** Secrets each once, though a view may show one at several places. */
export function distinct(secrets: readonly SecretReference[]): SecretReference[] {
  return [
    ...new Map(
      secrets.map(({ organization, name }) => [secretKey({ organization, name }), { organization, name }]),
    ).values(),
  ];
}

/** The names of an organization's secrets, for a flow that goes on to send a value there. */
export async function existingNames({ store }: Flow, organization: string): Promise<ReadonlySet<string>> {
  const what = l10n.t('The secrets of {0} could not be read.', organization);
  // An organization whose plan has no secrets says so here, before anything is entered.
  const { value } = await withRetryPrompt(what, () =>
    Promise.all([store.secrets(organization), store.prepareSealing(organization)]),
  );
  return new Set(value[0].map(({ name }) => name));
}

/**
 * The secrets that a command was run on, or else the one that the user picks. None where they leave, or where the
 * secrets are of several organizations, which have no repository in common; that is told.
 */
export async function secretsOf(
  flow: Flow,
  title: string,
  nodes: readonly SecretReference[],
): Promise<SecretReference[]> {
  if (nodes.length === 0) return [await secretOf(flow, title)].filter(secret => secret !== undefined);
  if (new Set(nodes.map(({ organization }) => organization)).size === 1)
    return nodes.map(({ organization, name }) => ({ organization, name }));
  void showInformation(l10n.t('Choose secrets of one organization at a time.'));
  return [];
}

/** The secret that a command was run on, or else the one that the user picks. Nothing where they leave. */
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
    const read = await withRetryPrompt(l10n.t('The secrets of {0} could not be read.', login), () =>
      flow.store.secrets(login),
    );
    return kept(askSecret(position, read.value), ({ name: chosen }) => (name = chosen));
  };
  const steps = organizations.length === 1 ? [askForSecret] : [askForOrganization, askForSecret];
  await askSteps(title, () => steps);
  return organization === undefined || name === undefined ? undefined : { organization, name };
}

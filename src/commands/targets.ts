import { l10n, window } from 'vscode';
import type { Organization } from '../model/organization';
import type { SecretReference } from '../model/secret';
import { attempt } from '../ui/failures';
import { askOrganization } from '../ui/organizationStep';
import { askSecret } from '../ui/secretStep';
import { type Answer, askSteps, type Step } from '../ui/steps';
import type { Product } from './product';

/** Remembers what a step was answered, and what was entered in it when the user goes back. */
export async function kept<T>(asked: Promise<Answer<T>>, keep: (value: T) => void): Promise<Answer<T>> {
  const answer = await asked;
  const entered = answer && 'back' in answer ? answer.back : answer;
  if (entered) keep(entered.value);
  return answer;
}

/** The organizations a command can work on, after signing in where that is needed. */
export async function ownedOrganizations({ store, session }: Product): Promise<readonly Organization[]> {
  if (!store.isConnected) await session.signIn(false);
  const read = await attempt(l10n.t('Your organizations could not be read.'), () => store.organizations());
  const organizations = read.value;
  if (organizations.length === 0)
    void window.showInformationMessage(
      l10n.t('You own no organization on GitHub, so there are no secrets to manage.'),
    );
  return organizations;
}

/** The organization that a command was run on, or else the one that the user picks. Nothing where they leave. */
export async function organizationOf(
  product: Product,
  title: string,
  node?: { readonly organization: string },
): Promise<string | undefined> {
  if (node) return node.organization;
  const organizations = await ownedOrganizations(product);
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
      secrets.map(({ organization, name }) => [`${organization}/${name}`, { organization, name }]),
    ).values(),
  ];
}

/**
 * The secrets that a command was run on, or else the one that the user picks. None where they leave, or where the
 * secrets are of several organizations, which have no repository in common; that is told.
 */
export async function secretsOf(
  product: Product,
  title: string,
  nodes: readonly SecretReference[],
): Promise<SecretReference[]> {
  if (nodes.length === 0) return [await secretOf(product, title)].filter(secret => secret !== undefined);
  if (new Set(nodes.map(({ organization }) => organization)).size === 1)
    return nodes.map(({ organization, name }) => ({ organization, name }));
  void window.showInformationMessage(l10n.t('Choose secrets of one organization at a time.'));
  return [];
}

/** The secret that a command was run on, or else the one that the user picks. Nothing where they leave. */
export async function secretOf(
  product: Product,
  title: string,
  node?: SecretReference,
): Promise<SecretReference | undefined> {
  if (node) return { organization: node.organization, name: node.name };
  const organizations = await ownedOrganizations(product);
  if (organizations.length === 0) return undefined;
  const [only] = organizations;
  let organization = organizations.length === 1 ? only?.login : undefined;
  let name: string | undefined;
  const askForOrganization: Step = position =>
    kept(askOrganization(position, organizations), chosen => (organization = chosen));
  const askForSecret: Step = async position => {
    const login = organization ?? '';
    const read = await attempt(l10n.t('The secrets of {0} could not be read.', login), () =>
      product.store.secrets(login),
    );
    return kept(askSecret(position, read.value), ({ name: chosen }) => (name = chosen));
  };
  const steps = organizations.length === 1 ? [askForSecret] : [askForOrganization, askForSecret];
  await askSteps(title, () => steps);
  return organization === undefined || name === undefined ? undefined : { organization, name };
}

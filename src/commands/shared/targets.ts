import { type AppFailure, listedIn, type ListedSecret } from '../../model/access';
import { loadFailures } from '../../labels/loadFailures';
import { pickLabels } from '../../labels/picks';
import { targetLabels } from '../../labels/targets';
import { secretIdOf, secretKey, type SecretId } from '../../model/secret';
import { ownerKey, ownerName, type SecretOwner, type StoreId } from '../../model/secretStore';
import { withRetryPrompt } from '../../ui/failures';
import { showInformation } from '../../ui/messages';
import { askSecret } from '../../ui/prompts/secretStep';
import { askSteps, type Step } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';
import { kept } from './kept';
import { type AlsoOffered, ownerQuestion } from './owner';

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
  // If the owner can have no such secrets, this fails now, before the user enters anything.
  const [secrets] = await Promise.all([store.secrets(id), store.prepareSealing(id)]);
  return new Set(secrets.map(({ name }) => name));
}

/** The secrets of every kind of owner, also for users who own no organization. */
export const everyOwner: AlsoOffered = { repositories: 'withoutOrganizations', user: true };

/** The same without a repository's own, which are for no other repositories. */
export const selectingOwners: AlsoOffered = { user: true };

/**
 * The secrets that a command was run on, or else one that the user picks, of organizations and of `also`. Empty if they cancel. Also empty, and the user
 * is told, if the secrets belong to several owners: those have no repositories in common.
 */
export async function secretsOf(
  flow: Flow,
  title: string,
  nodes: readonly SecretId[],
  also: AlsoOffered = {},
): Promise<SecretId[]> {
  if (nodes.length === 0)
    return [await secretOf(flow, title, undefined, also)].filter(secret => secret !== undefined);
  if (new Set(nodes.map(({ owner }) => ownerKey(owner))).size === 1) return nodes.map(secretIdOf);
  void showInformation(targetLabels.oneOwnerAtATime(nodes.map(({ owner }) => owner)));
  return [];
}

/** The secret that a command was run on, or else one that the user picks. Undefined if they cancel. */
export async function secretOf(
  flow: Flow,
  title: string,
  node?: SecretId,
  also: AlsoOffered = {},
): Promise<SecretId | undefined> {
  if (node) return secretIdOf(node);
  const question = await ownerQuestion(flow, undefined, also);
  if (!question) return undefined;
  let chosen: SecretId | undefined;
  const askForSecret: Step = async position => {
    const owner = question.owner();
    const { found, failures } = await withRetryPrompt(loadFailures.secrets(ownerName(owner)), () =>
      listedOf(flow, owner),
    );
    return kept(
      askSecret(position, found, { owner, question: pickLabels.secret() }, { failures }),
      secret => (chosen = secret),
    );
  };
  await askSteps(title, () => [...question.steps, askForSecret]);
  return chosen && secretIdOf(chosen);
}

/** An owner's secrets; an organization's of all shown apps. */
async function listedOf(
  { store }: Flow,
  owner: SecretOwner,
): Promise<{ readonly found: readonly ListedSecret[]; readonly failures: readonly AppFailure[] }> {
  if (owner.kind === 'organization') return store.listedSecrets(owner.login);
  const id: StoreId = { app: 'codespaces', owner };
  return { found: (await store.secrets(id)).map(secret => listedIn(id, secret)), failures: [] };
}

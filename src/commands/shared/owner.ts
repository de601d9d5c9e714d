import { writableRepositories } from '../../cache/writableRepositories';
import { loadFailures } from '../../labels/loadFailures';
import { targetLabels } from '../../labels/targets';
import {
  organizationOwner,
  type RepositoryOwner,
  repositoryOwner,
  type SecretOwner,
  userOwner,
} from '../../model/secretStore';
import { withRetryPrompt } from '../../ui/failures';
import { showInformation } from '../../ui/messages';
import { askOwner } from '../../ui/prompts/ownerStep';
import type { Step } from '../../ui/prompts/steps';
import { type Flow, requireUserAccess } from './commandContext';
import { kept } from './kept';

/** Whose secrets can be chosen besides those of the organizations, where secrets of Codespaces are shown. */
export interface AlsoOffered {
  /** The repositories that are open in the window: beside the organizations, or only where there are none. */
  readonly repositories?: 'always' | 'withoutOrganizations';
  /** The user, where there are no organizations. */
  readonly user?: boolean;
}

/** Whose secrets a flow works on, as the first of its questions. */
export interface OwnerQuestion {
  /** The question, if there is a choice. */
  readonly steps: readonly Step[];
  /** The answer. Until the user has answered, the first owner. */
  readonly owner: () => SecretOwner;
}

/**
 * The owner that a flow works on: the one that the command was run on, the only one, or one that the user picks. If that
 * is the user, VS Code has asked for access to their secrets by then. Undefined if there is none; the user is told why.
 */
export async function ownerQuestion(
  flow: Flow,
  known: SecretOwner | undefined,
  also: AlsoOffered = {},
): Promise<OwnerQuestion | undefined> {
  if (known) return { steps: [], owner: () => known };
  const owners = await ownersToOffer(flow, also);
  const [first, ...others] = owners;
  if (!first) return undefined;
  if (others.length === 0) await requireUserAccess(flow, [first]);
  let owner = first;
  const askForOwner: Step = async position => {
    const answer = await kept(askOwner(position, owners), chosen => (owner = chosen));
    if (answer && 'value' in answer) await requireUserAccess(flow, [owner]);
    return answer;
  };
  return { steps: others.length > 0 ? [askForOwner] : [], owner: () => owner };
}

async function ownersToOffer(flow: Flow, also: AlsoOffered): Promise<SecretOwner[]> {
  const { store, account } = flow;
  // Only organizations have secrets of other apps. On a GitHub Enterprise Server, there are no secrets of Codespaces at all.
  const { repositories, user }: AlsoOffered = store.apps.includes('codespaces') ? also : {};
  const open = repositories === 'always' ? openOwners(flow) : undefined;
  // If the organizations can't be listed, nobody waits for it.
  open?.catch(() => undefined);
  const { organizations, hidden } = await withRetryPrompt(loadFailures.organizations(), () =>
    store.organizations(),
  );
  const owners: SecretOwner[] = organizations.map(({ login }) => organizationOwner(login));
  if (owners.length > 0) return [...owners, ...((await open) ?? [])];
  if (repositories !== undefined) owners.push(...(await (open ?? openOwners(flow))));
  if (user === true && hidden === 0) owners.push(userOwner(account));
  if (owners.length === 0)
    void showInformation(hidden > 0 ? targetLabels.singleSignOnRequired() : targetLabels.noOrganizations());
  return owners;
}

/** The repositories that are open in the window, if the user can write to them. */
async function openOwners({ store, openRepositories }: Flow): Promise<RepositoryOwner[]> {
  const found = await writableRepositories(store, await openRepositories.all());
  return found
    .map(({ repository, fullName }) => repositoryOwner(repository, fullName))
    .sort((a, b) => a.fullName.localeCompare(b.fullName));
}

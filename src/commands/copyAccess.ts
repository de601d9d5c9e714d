import { secretTitle } from '../labels/apps';
import { copyAccessLabels as labels } from '../labels/accessCommands';
import { withMissingApps } from '../labels/missingApps';
import { loadFailures } from '../labels/loadFailures';
import { changesBetween } from '../model/plan';
import { isSameSecret, type SecretId } from '../model/secret';
import { withRetryPrompt } from '../ui/failures';
import { showInformation } from '../ui/messages';
import { names } from '../labels/names';
import { askSecret } from '../ui/prompts/secretStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { applyChanges } from './shared/applyChanges';
import type { Flow } from './shared/commandContext';
import { currentAccessOf } from './shared/currentAccess';
import { kept } from './shared/kept';
import { withVisibility } from './shared/supported';
import { secretsOf } from './shared/targets';
import { withValues } from './shared/visibilityValues';
import { ownerName, type SecretOwner } from '../model/secretStore';

/**
 * Gives secrets the visibility and the selection of another secret.
 * @param from the other secret; the user picks it if not given
 */
export async function copyAccess(flow: Flow, nodes: readonly SecretId[], from?: SecretId): Promise<void> {
  const ofOrganizations = withVisibility(nodes);
  if (!ofOrganizations) return;
  const targets = await secretsOf(flow, labels.pickTitle(), ofOrganizations);
  const [first] = targets;
  const chosen = from ?? (first && (await askForSource(flow, targets, first.owner)));
  if (!chosen) return;
  const [source, ...current] = await currentAccessOf(flow, [chosen, ...targets]);
  if (!source) return;
  const changes = current.flatMap(({ secret, access }) => changesBetween(secret, access, source.access));
  if (changes.length === 0)
    void showInformation(labels.alreadySame(names(targets), targets.length, secretTitle(chosen)));
  const apply = await withValues(flow, labels.title(names(targets)), changes);
  if (apply) await applyChanges(flow, changes, { apply });
}

/** Asks for the secret to copy from. Undefined if the user leaves or there is none, which they are told. */
async function askForSource(
  { store }: Flow,
  targets: readonly SecretId[],
  owner: SecretOwner,
): Promise<SecretId | undefined> {
  const organization = ownerName(owner);
  const { found, failures } = await withRetryPrompt(loadFailures.secrets(organization), () =>
    store.listedSecrets(organization),
  );
  const others = found.filter(secret => !targets.some(target => isSameSecret(target, secret)));
  if (others.length === 0) {
    void showInformation(withMissingApps(labels.noSource(organization), failures));
    return undefined;
  }
  let chosen: SecretId | undefined;
  const question = labels.question(names(targets));
  const options = { isAppShown: store.apps.length > 1, failures };
  const step: Step = position =>
    kept(askSecret(position, others, { owner, question }, options), secret => (chosen = secret));
  return (await askSteps(labels.title(names(targets)), () => [step])) ? chosen : undefined;
}

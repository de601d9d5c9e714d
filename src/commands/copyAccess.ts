import { secretTitle } from '../labels/apps';
import { copyAccessLabels as labels } from '../labels/accessCommands';
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
import { secretsOf } from './shared/targets';
import { withValues } from './shared/visibilityValues';

/** Gives secrets the visibility and the selection of another secret, which the user picks. */
export async function copyAccess(flow: Flow, nodes: readonly SecretId[]): Promise<void> {
  const { store } = flow;
  const targets = await secretsOf(flow, labels.pickTitle(), nodes);
  const [first] = targets;
  if (!first) return;
  const organization = first.owner.login;
  const secrets = await withRetryPrompt(loadFailures.secrets(organization), () =>
    store.listedSecrets(organization),
  );
  const others = secrets.filter(secret => !targets.some(target => isSameSecret(target, secret)));
  if (others.length === 0) {
    void showInformation(labels.noSource(organization));
    return;
  }
  let from: SecretId | undefined;
  const question = labels.question(names(targets));
  const askForSource: Step = position =>
    kept(askSecret(position, others, question, store.apps.length > 1), secret => (from = secret));
  const title = labels.title(names(targets));
  if (!(await askSteps(title, () => [askForSource])) || !from) return;

  const [source, ...current] = await currentAccessOf(flow, [from, ...targets]);
  if (!source) return;
  const changes = current.flatMap(({ secret, access }) => changesBetween(secret, access, source.access));
  if (changes.length === 0)
    void showInformation(labels.alreadySame(names(targets), targets.length, secretTitle(from)));
  const apply = await withValues(flow, title, changes);
  if (apply) await applyChanges(flow, changes, { apply });
}

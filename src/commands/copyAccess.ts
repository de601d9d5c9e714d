import { l10n } from 'vscode';
import { changesBetween } from '../model/plan';
import type { SecretReference } from '../model/secret';
import { attempt } from '../ui/failures';
import { showInformation } from '../ui/messages';
import { names } from '../ui/planDialog';
import { askSecret } from '../ui/secretStep';
import { askSteps, type Step } from '../ui/steps';
import { applyChanges } from './applyChanges';
import type { Flow } from './product';
import { reachesOf } from './reaches';
import { kept, secretsOf } from './targets';

/** Gives secrets the visibility and the selection of another one that the user picks. */
export async function copyAccess(flow: Flow, nodes: readonly SecretReference[]): Promise<void> {
  const { store } = flow;
  const targets = await secretsOf(flow, l10n.t('Copy Access'), nodes);
  const [first] = targets;
  if (!first) return;
  const { organization } = first;
  const read = await attempt(l10n.t('The secrets of {0} could not be read.', organization), () =>
    store.secrets(organization),
  );
  const others = read.value.filter(({ name }) => !targets.some(target => target.name === name));
  if (others.length === 0) {
    void showInformation(l10n.t('{0} has no other secret to copy from.', organization));
    return;
  }
  let name = '';
  const question = l10n.t('Which secret’s access is {0} to have?', names(targets));
  const askForSource: Step = position =>
    kept(askSecret(position, others, question), secret => (name = secret.name));
  if (!(await askSteps(l10n.t('Copy Access to {0}', names(targets)), () => [askForSource]))) return;

  const [source, ...reaches] = await reachesOf(flow, [{ organization, name }, ...targets]);
  if (!source) return;
  const changes = reaches.flatMap(({ secret, reach }) => changesBetween(secret, reach, source.reach));
  if (changes.length === 0)
    void showInformation(l10n.t('{0} has the access of {1} already.', names(targets), name));
  await applyChanges(flow, changes);
}

import { secretTitle } from '../../labels/apps';
import { createSecretLabels } from '../../labels/createSecret';
import { rotateSecretLabels } from '../../labels/rotateSecret';
import { isForNoRepository } from '../../model/access';
import type { Saved } from '../../model/gitHub';
import type { SecretId } from '../../model/secret';
import type { Created } from '../../cache/secretChanges';
import { showDone, showInformation, showWarning } from '../../ui/messages';
import { editRepositories } from '../editRepositories';
import type { Flow } from './commandContext';
import type { CreatedOrRotated } from './createOrRotate';
import { ownerName } from '../../model/secretStore';

/** Tells what became of a value. */
export function tellCreatedOrRotated(flow: Flow, secret: SecretId, result: CreatedOrRotated): Promise<void> {
  return result.kind === 'created'
    ? tellCreated(flow, secret, result.created)
    : tellRotated(secret, result.saved);
}

/** Tells the result of a creation: also whether it replaced a secret, and whether no repository can use it yet. */
async function tellCreated(flow: Flow, secret: SecretId, created: Created): Promise<void> {
  const [name, organization] = [secretTitle(secret), ownerName(secret.owner)];
  if (!created.isNew) {
    await showWarning(replacedSentence(secret, created));
    return;
  }
  if (!created.access || !isForNoRepository(created.access)) {
    showDone(createSecretLabels.created(name, organization));
    return;
  }
  const select = createSecretLabels.selectRepositories();
  const sentence = createSecretLabels.createdWithoutRepositories(name, organization);
  if ((await showInformation(sentence, select)) === select) await editRepositories(flow, secret);
}

/** Tells the result of a rotation: also whether somebody had deleted the secret and it was created again. */
async function tellRotated(secret: SecretId, saved: Saved): Promise<void> {
  if (saved.isNew) await showWarning(rotatedSentence(secret, saved));
  else showDone(rotateSecretLabels.rotatedHint(secretTitle(secret), secret.app));
}

/** Says that a secret was rotated, or that it was created again. */
export function rotatedSentence(secret: SecretId, { isNew }: Saved): string {
  const [name, organization] = [secretTitle(secret), ownerName(secret.owner)];
  return isNew
    ? rotateSecretLabels.createdAgain(name, organization)
    : rotateSecretLabels.rotated(name, organization);
}

/** Says that a creation replaced a secret, and whose secret that probably was. */
export function replacedSentence(secret: SecretId, { mightBeOwn }: Created): string {
  const [name, organization] = [secretTitle(secret), ownerName(secret.owner)];
  return mightBeOwn
    ? createSecretLabels.alreadyExisted(name, organization)
    : createSecretLabels.replaced(name, organization);
}

import { l10n, window } from 'vscode';
import type { Saved } from '../../model/gitHub';
import type { SecretReference } from '../../model/secret';
import type { Created } from '../../cache/store';
import { showInformation, showWarning } from '../../ui/messages';
import { editRepositories } from '../editRepositories';
import type { Flow } from './commandContext';

/** How long the status bar shows that something was done, in milliseconds. */
const shown = 5000;

/** Tells what became of a creation: that it replaced a secret, or that no repository can use the secret yet. */
export async function tellCreated(flow: Flow, secret: SecretReference, created: Created): Promise<void> {
  const { organization, name } = secret;
  if (!created.isNew) {
    await showWarning(replacedSentence(secret, created));
    return;
  }
  const { visibility, selection } = created.access;
  if (visibility !== 'selected' || selection.length > 0) {
    window.setStatusBarMessage(l10n.t('{0} was created in {1}.', name, organization), shown);
    return;
  }
  const choose = l10n.t('Choose Repositories...');
  const sentence = l10n.t('{0} was created in {1}. No repository can use it yet.', name, organization);
  if ((await showInformation(sentence, choose)) === choose) await editRepositories(flow, secret);
}

/** Tells what became of a rotation: that it created the secret again, which somebody had deleted. */
export async function tellRotated(secret: SecretReference, saved: Saved): Promise<void> {
  if (saved.isNew) await showWarning(rotatedSentence(secret, saved));
  else
    window.setStatusBarMessage(
      l10n.t('{0} was rotated. A codespace gets the new value when it next starts.', secret.name),
      shown,
    );
}

/** That a secret was rotated, or that it had to be created again. */
export function rotatedSentence({ organization, name }: SecretReference, { isNew }: Saved): string {
  return isNew
    ? l10n.t(
        'Somebody deleted {0} in {1} at the same moment. It was created again with your value and its access.',
        name,
        organization,
      )
    : l10n.t('{0} was rotated in {1}.', name, organization);
}

/** That a creation replaced a secret, whose it may be, and what it has now. */
export function replacedSentence({ organization, name }: SecretReference, { mightBeOwn }: Created): string {
  return mightBeOwn
    ? l10n.t(
        '{0} is saved in {1}. It was there already, probably from your first attempt. It has your value and access now.',
        name,
        organization,
      )
    : l10n.t(
        'Somebody created {0} in {1} at the same moment. Your value and access replaced theirs.',
        name,
        organization,
      );
}

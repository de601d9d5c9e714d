import { appLabel, nameInApp } from '../../labels/apps';
import { createInAppsLabels as labels } from '../../labels/createInApps';
import type { SecretId } from '../../model/secret';
import { showDone } from '../../ui/messages';
import type { Flow } from './commandContext';
import { saveEach, type ValueToSave } from './saveEach';
import { rotatedSentence } from './tellSaved';
import { ownerName } from '../../model/secretStore';

/** Saves one value in several apps, and says where. Returns the secrets that GitHub confirmed. */
export async function saveInApps(flow: Flow, values: readonly ValueToSave[]): Promise<readonly SecretId[]> {
  const [first] = values;
  if (!first) return [];
  const { name, owner } = first.secret;
  const saved = (secrets: readonly SecretId[]): string => labels.done(name, ownerName(owner), secrets);
  const { secrets } = await saveEach(flow, values, {
    title: labels.progress(name, ownerName(owner)),
    done: ({ done }) =>
      done.length > 0 ? saved(done.map(({ secret }) => secret)) : labels.none(name, ownerName(owner)),
    name: ({ app }) => appLabel(app),
    names: existing => existing.map(nameInApp).join(', '),
    createdAgain: rotatedSentence,
    concurrency: values.length,
  });
  if (secrets.length === values.length) showDone(saved(secrets));
  return secrets;
}

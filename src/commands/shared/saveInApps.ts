import { retryLabels } from '../../labels/batch';
import { appLabel, nameInApp } from '../../labels/apps';
import { createInAppsLabels as labels } from '../../labels/createInApps';
import type { SecretAccess } from '../../model/access';
import { type SecretId, secretKey } from '../../model/secret';
import { runBulkChange } from '../../ui/batch/runBulkChange';
import { showDone, showWarning } from '../../ui/messages';
import type { Flow } from './commandContext';
import { replacedSentence, rotatedSentence } from './tellSaved';

/** A secret to save: with who can use it if it is new, without if it is rotated. */
export interface SecretToSave {
  readonly secret: SecretId;
  readonly access: SecretAccess | undefined;
}

/** Saves one value in several apps, and says where. Returns the secrets that GitHub confirmed. */
export async function saveInApps(
  { store }: Flow,
  targets: readonly SecretToSave[],
  value: string,
): Promise<readonly SecretId[]> {
  const [first] = targets;
  if (!first) return [];
  const { name, owner } = first.secret;
  const attempts = new Map(targets.map(({ secret }) => [secretKey(secret), { isUnanswered: false }]));
  const rotated = new Set(targets.filter(({ access }) => !access).map(({ secret }) => secretKey(secret)));
  const surprises: string[] = [];
  const done = await runBulkChange(targets, {
    title: labels.progress(name, owner.login),
    work: async ({ secret, access }) => {
      const key = secretKey(secret);
      if (access && !rotated.has(key)) {
        const created = await store.createSecret(secret, value, access, attempts.get(key));
        if (!created.isNew) surprises.push(replacedSentence(secret, created));
        return;
      }
      const saved = await store.rotateSecret(secret, value);
      if (saved.isNew) surprises.push(rotatedSentence(secret, saved));
    },
    afterRound: () => {
      if (surprises.length > 0) void showWarning(surprises.splice(0).join(' '));
      return Promise.resolve();
    },
    words: {
      done: result =>
        result.done.length > 0
          ? labels.done(
              name,
              owner.login,
              result.done.map(({ secret }) => secret),
            )
          : labels.none(name, owner.login),
      name: ({ secret }) => ({ name: appLabel(secret.app) }),
    },
    concurrency: targets.length,
    instead: {
      kind: 'exists',
      title: items => retryLabels.rotateInstead(items.map(({ secret }) => nameInApp(secret)).join(', ')),
      prepare: items => {
        for (const { secret } of items) rotated.add(secretKey(secret));
      },
    },
  });
  const secrets = done.map(({ secret }) => secret);
  if (done.length === targets.length) showDone(labels.done(name, owner.login, secrets));
  return secrets;
}

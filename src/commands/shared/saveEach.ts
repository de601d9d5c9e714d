import { retryLabels } from '../../labels/batch';
import type { SecretAccess } from '../../model/access';
import type { Saved } from '../../model/gitHub';
import { type SecretId, secretKey } from '../../model/secret';
import { type BulkChange, runBulkChange } from '../../ui/batch/runBulkChange';
import { showWarning } from '../../ui/messages';
import type { Flow } from './commandContext';
import { replacedSentence } from './tellSaved';

/** A value to save: with who can use the secret if it is new, without if it is rotated. */
export interface ValueToSave {
  readonly secret: SecretId;
  readonly value: string;
  readonly access: SecretAccess | undefined;
}

/** How to show the saving of several values, and how to word its result. */
export interface SaveEachOptions extends Omit<
  BulkChange<ValueToSave>,
  'work' | 'afterRound' | 'instead' | 'words'
> {
  readonly done: BulkChange<ValueToSave>['words']['done'];
  /** What a result calls one of the secrets. */
  readonly name: (secret: SecretId) => string;
  /** What the button that rotates those that exist calls them. */
  readonly names: (secrets: readonly SecretId[]) => string;
  /** Says that a secret was created again, since somebody had deleted it. */
  readonly createdAgain: (secret: SecretId, saved: Saved) => string;
}

/** What was saved. */
export interface SavedEach {
  /** The secrets that GitHub confirmed. */
  readonly secrets: readonly SecretId[];
  /** How many of all were to be rotated in the end. */
  readonly rotations: number;
}

/**
 * Creates secrets, and rotates those without access. One that exists by then is told among the failures, with the offer
 * to rotate it instead.
 */
export async function saveEach(
  { store }: Flow,
  values: readonly ValueToSave[],
  { done, name, names, createdAgain, ...series }: SaveEachOptions,
): Promise<SavedEach> {
  const attempts = new Map(values.map(({ secret }) => [secretKey(secret), { isUnanswered: false }]));
  const rotated = new Set(values.filter(({ access }) => !access).map(({ secret }) => secretKey(secret)));
  const surprises: string[] = [];
  const saved = await runBulkChange(values, {
    ...series,
    work: async ({ secret, value, access }) => {
      const key = secretKey(secret);
      if (access && !rotated.has(key)) {
        const created = await store.createSecret(secret, value, access, attempts.get(key));
        if (!created.isNew) surprises.push(replacedSentence(secret, created));
        return;
      }
      const answer = await store.rotateSecret(secret, value);
      if (answer.isNew) surprises.push(createdAgain(secret, answer));
    },
    afterRound: () => {
      if (surprises.length > 0) void showWarning(surprises.splice(0).join(' '));
    },
    words: { done, name: ({ secret }) => ({ name: name(secret) }) },
    instead: {
      kind: 'exists',
      title: items => retryLabels.rotateInstead(names(items.map(({ secret }) => secret))),
      prepare: items => {
        for (const { secret } of items) rotated.add(secretKey(secret));
      },
    },
  });
  return { secrets: saved.map(({ secret }) => secret), rotations: rotated.size };
}

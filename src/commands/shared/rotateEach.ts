import type { SecretId } from '../../model/secret';
import { type BulkChange, runBulkChange } from '../../ui/batch/runBulkChange';
import { showWarning } from '../../ui/messages';
import type { Flow } from './commandContext';

/** How to show the rotation of several secrets, and how to word its result. */
export interface RotateEachOptions extends Omit<
  BulkChange<SecretId>,
  'work' | 'afterRound' | 'instead' | 'words'
> {
  readonly done: BulkChange<SecretId>['words']['done'];
  /** What a result calls one of the secrets. */
  readonly name: (secret: SecretId) => string;
  /** Says that secrets were created again, since somebody had deleted them. */
  readonly createdAgain: (names: readonly string[]) => string;
}

/** Rotates several secrets to one value. Returns those that GitHub confirmed. */
export function rotateEach(
  { store }: Flow,
  secrets: readonly SecretId[],
  value: string,
  { done, name, createdAgain, ...series }: RotateEachOptions,
): Promise<SecretId[]> {
  const again: string[] = [];
  return runBulkChange(secrets, {
    ...series,
    work: async secret => {
      if ((await store.rotateSecret(secret, value)).isNew) again.push(name(secret));
    },
    afterRound: () => {
      if (again.length > 0) void showWarning(createdAgain(again.splice(0)));
    },
    words: { done, name: secret => ({ name: name(secret) }) },
  });
}

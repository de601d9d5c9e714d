import { secretsOf } from '../../cache/accessPlan';
import { accessChangeLabels as labels } from '../../labels/accessChanges';
import { secretTitle } from '../../labels/apps';
import type { ItemName } from '../../labels/batch';
import { listed, names } from '../../labels/names';
import { type BatchResult, undone } from '../../model/batch';
import { isUncertain } from '../../model/failure';
import { type Change, unbundled } from '../../model/plan';
import type { Repository } from '../../model/repository';
import { runBulkChange } from '../../ui/batch/runBulkChange';
import { showWarning } from '../../ui/messages';
import type { Flow } from './commandContext';

/** The repositories that a change could not add, since they are gone. */
export type Gone = Map<Change, readonly Repository[]>;

/** Makes the calls, and retries the failed ones as often as the user wants. Returns those that GitHub confirmed. */
export async function makeCalls(
  { store }: Flow,
  changes: readonly Change[],
  gone: Gone,
  call: (change: Change) => Promise<readonly Repository[]>,
): Promise<Change[]> {
  const work = async (change: Change): Promise<void> => {
    const missing = await call(change);
    if (missing.length > 0) gone.set(change, missing);
  };
  return runBulkChange(changes, {
    title: labels.progress(names(secretsOf(changes))),
    work,
    // A change of visibility already updates its secret.
    afterRound: done =>
      Promise.all(
        secretsOf(done.filter(({ kind }) => kind !== 'visibility')).map(secret => store.settleAccess(secret)),
      ),
    words: { done: resultSentence, name: changeName },
  });
}

/** Names the repositories that got no access because they are gone. */
export function tellGone(repositories: readonly Repository[]): void {
  const missing = [...new Set(repositories.map(({ name }) => name))];
  if (missing.length > 0) void showWarning(labels.notGranted(listed(missing)));
}

/** How many changes were made. Of a single one: that it failed, or that we don't know whether it was made. */
function resultSentence(result: BatchResult<Change>): string {
  const { done, failed, broken } = result;
  const count = (changes: readonly Change[]): number => unbundled(changes).length;
  const all = count([...done, ...undone(result), ...(broken?.items ?? [])]);
  if (all > 1) return labels.result(count(done), all);
  const secrets = names(secretsOf([...undone(result), ...(broken?.items ?? [])]));
  return broken || failed.some(({ failure }) => isUncertain(failure))
    ? labels.unconfirmed(secrets)
    : labels.failed(secrets);
}

function changeName(change: Change): ItemName {
  const name = secretTitle(change.secret);
  return change.kind === 'visibility' || change.kind === 'selection'
    ? { name }
    : { name, part: change.repository.name };
}

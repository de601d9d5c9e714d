import { l10n } from 'vscode';
import { type AccessChange, accessChanges } from '../model/accessChange';
import type { Repository } from '../model/repository';
import type { SecretReference } from '../model/secret';
import { tellAccount } from '../ui/failures';
import { withSeriesProgress } from '../ui/progress';
import type { Product } from './product';

/** Turns the selection `before` into `after`, one call for each repository that differs, and tells what was not done. */
export async function changeAccess(
  { store }: Product,
  secret: SecretReference,
  before: readonly Repository[],
  after: readonly Repository[],
): Promise<void> {
  let rest: readonly AccessChange[] = accessChanges(before, after);
  while (rest.length > 0) {
    const account = await withSeriesProgress(
      l10n.t('Changing who receives {0}', secret.name),
      rest,
      ({ kind, repository }) =>
        kind === 'add' ? store.addRepository(secret, repository) : store.removeRepository(secret, repository),
    );
    await store.settleAccess(secret);
    const isAgain = await tellAccount(account, {
      done: count => l10n.t('{0} of {1} changes to {2} were made.', count, rest.length, secret.name),
      name: ({ repository }) => repository.name,
    });
    if (!isAgain) return;
    rest = [...account.failed.map(({ item }) => item), ...account.untried];
  }
}

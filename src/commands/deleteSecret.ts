import { l10n } from 'vscode';
import type { SecretReference } from '../model/secret';
import { undone } from '../model/series';
import { confirmDelete, type Doomed } from '../ui/confirmDelete';
import { attempt, tellAccount } from '../ui/failures';
import { withSeriesProgress } from '../ui/progress';
import type { Product } from './product';
import { secretOf } from './targets';

/** Deletes the chosen secrets, after a dialog that says who loses them. */
export async function deleteSecrets(product: Product, secrets: readonly SecretReference[]): Promise<void> {
  const { store } = product;
  const picked = secrets.length > 0 ? secrets : [await secretOf(product, l10n.t('Delete Secret'))];
  let rest = picked.filter(secret => secret !== undefined);
  if (rest.length === 0) return;
  const read = await attempt(l10n.t('Nothing was deleted.'), () =>
    Promise.all(rest.map(secret => doomed(product, secret))),
  );
  if (!(await confirmDelete(read.value))) return;
  for (;;) {
    const account = await withSeriesProgress(l10n.t('Deleting secrets'), rest, secret =>
      store.deleteSecret(secret),
    );
    const isAgain = await tellAccount(account, {
      done: count =>
        count === 1 ? l10n.t('1 secret was deleted.') : l10n.t('{0} secrets were deleted.', count),
      name: ({ name }) => name,
    });
    if (!isAgain) return;
    rest = undone(account);
  }
}

/** Who would lose a secret. */
async function doomed({ store }: Product, { organization, name }: SecretReference): Promise<Doomed> {
  const secret = { organization, name };
  return { ...secret, ...(await store.currentReach(secret)) };
}

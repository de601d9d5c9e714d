import { l10n } from 'vscode';
import { visibilityLabel } from '../host/words';
import type { Reach } from '../model/reach';
import type { SecretReference } from '../model/secret';
import { attempt } from '../ui/failures';
import { showInformation } from '../ui/messages';
import type { Flow } from './product';

/** A secret, and who receives it now. */
export interface ReachOfSecret {
  readonly secret: SecretReference;
  readonly reach: Reach;
}

/** Reads who receives each of the secrets now. */
export async function reachesOf(
  { store }: Flow,
  secrets: readonly SecretReference[],
): Promise<ReachOfSecret[]> {
  const read = await attempt(l10n.t('Who receives the secrets now could not be read.'), () =>
    Promise.all(secrets.map(async secret => ({ secret, reach: await store.currentReach(secret) }))),
  );
  return read.value;
}

/** Those of the secrets that go to selected repositories. The others are named to the user as left out. */
export async function selectedOnly(
  flow: Flow,
  secrets: readonly SecretReference[],
): Promise<ReachOfSecret[]> {
  const all = await reachesOf(flow, secrets);
  const others = all.filter(({ reach }) => reach.visibility !== 'selected');
  if (others.length > 0)
    void showInformation(
      l10n.t(
        'Left out, since they do not go to selected repositories: {0}.',
        others
          .map(
            ({ secret, reach }) =>
              `${secret.name} (${visibilityLabel(reach.visibility).toLocaleLowerCase()})`,
          )
          .join(', '),
      ),
    );
  return all.filter(({ reach }) => reach.visibility === 'selected');
}

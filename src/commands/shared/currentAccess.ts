import { l10n } from 'vscode';
import { visibilityLabel } from '../../labels/words';
import type { SecretAccess } from '../../model/access';
import type { SecretReference } from '../../model/secret';
import { withRetryPrompt } from '../../ui/failures';
import { showInformation } from '../../ui/messages';
import type { Flow } from './commandContext';

/** A secret, and who receives it now. */
export interface AccessOfSecret {
  readonly secret: SecretReference;
  readonly access: SecretAccess;
}

/** Reads who receives each of the secrets now. */
export async function currentAccessOf(
  { store }: Flow,
  secrets: readonly SecretReference[],
): Promise<AccessOfSecret[]> {
  const read = await withRetryPrompt(l10n.t('Who receives the secrets now could not be read.'), () =>
    Promise.all(secrets.map(async secret => ({ secret, access: await store.currentAccess(secret) }))),
  );
  return read.value;
}

/** Those of the secrets that go to selected repositories. The others are named to the user as left out. */
export async function selectedOnly(
  flow: Flow,
  secrets: readonly SecretReference[],
): Promise<AccessOfSecret[]> {
  const all = await currentAccessOf(flow, secrets);
  const others = all.filter(({ access: access }) => access.visibility !== 'selected');
  if (others.length > 0)
    void showInformation(
      l10n.t(
        'Left out, since they do not go to selected repositories: {0}.',
        others
          .map(
            ({ secret, access: access }) =>
              `${secret.name} (${visibilityLabel(access.visibility).toLocaleLowerCase()})`,
          )
          .join(', '),
      ),
    );
  return all.filter(({ access: access }) => access.visibility === 'selected');
}

import { skippedSentence } from '../../labels/accessChanges';
import { loadFailures } from '../../labels/loadFailures';
import type { SecretAccess } from '../../model/access';
import { ofSecret } from '../../model/failure';
import type { SecretId } from '../../model/secret';
import { withRetryPrompt } from '../../ui/failures';
import { showInformation } from '../../ui/messages';
import type { Flow } from './commandContext';

/** A secret and its current access. */
export interface AccessOfSecret {
  readonly secret: SecretId;
  readonly access: SecretAccess;
}

/** Reads the current access of each secret. */
export async function currentAccessOf(
  { store }: Flow,
  secrets: readonly SecretId[],
): Promise<AccessOfSecret[]> {
  return withRetryPrompt(loadFailures.access(), () =>
    Promise.all(
      secrets.map(async secret => ({ secret, access: await ofSecret(secret, store.currentAccess(secret)) })),
    ),
  );
}

/** The secrets with selected repositories. The user is told which others are skipped. */
export async function selectedOnly(flow: Flow, secrets: readonly SecretId[]): Promise<AccessOfSecret[]> {
  const all = await currentAccessOf(flow, secrets);
  const others = all.filter(({ access }) => access.visibility !== 'selected');
  if (others.length > 0)
    void showInformation(
      skippedSentence(others.map(({ secret, access: { visibility } }) => ({ secret, visibility }))),
    );
  return all.filter(({ access }) => access.visibility === 'selected');
}

import type { Created } from '../../cache/secretChanges';
import { secretTitle } from '../../labels/apps';
import { retryLabels } from '../../labels/batch';
import { rotateSecretLabels } from '../../labels/rotateSecret';
import type { SecretAccess } from '../../model/access';
import type { Saved } from '../../model/gitHub';
import type { SecretId } from '../../model/secret';
import { withRetryPrompt } from '../../ui/failures';
import type { Flow } from './commandContext';

/** What became of a value: it is that of a new secret, or of one that existed and kept its access. */
export type CreatedOrRotated =
  | { readonly kind: 'created'; readonly created: Created }
  | { readonly kind: 'rotated'; readonly saved: Saved };

/** What to say if a value could not be saved. */
export interface SaveFailures {
  readonly failed: string;
  readonly unconfirmed: string;
}

/** Creates a secret. If its name exists by then, offers to rotate that one with the value instead. */
export function createOrRotate(
  flow: Flow,
  secret: SecretId,
  value: string,
  access: SecretAccess,
  { failed, unconfirmed }: SaveFailures,
): Promise<CreatedOrRotated> {
  const attempts = { isUnanswered: false };
  return withRetryPrompt<CreatedOrRotated>(
    failed,
    async () => ({
      kind: 'created',
      created: await flow.store.createSecret(secret, value, access, attempts),
    }),
    unconfirmed,
    {
      kind: 'exists',
      title: retryLabels.rotateInstead(secretTitle(secret)),
      work: () => rotated(flow, secret, value),
    },
  );
}

/** Rotates a secret that is known to exist. */
export async function rotated(
  flow: Flow,
  secret: SecretId,
  value: string,
  failures?: SaveFailures,
): Promise<CreatedOrRotated> {
  return { kind: 'rotated', saved: await rotateWithRetry(flow, secret, value, failures) };
}

/** Rotates a secret, as often as the user wants to try. */
export function rotateWithRetry(
  { store }: Flow,
  secret: SecretId,
  value: string,
  { failed, unconfirmed }: SaveFailures = {
    failed: rotateSecretLabels.failed(secretTitle(secret)),
    unconfirmed: rotateSecretLabels.unconfirmed(secretTitle(secret)),
  },
): Promise<Saved> {
  return withRetryPrompt(failed, () => store.rotateSecret(secret, value), unconfirmed);
}

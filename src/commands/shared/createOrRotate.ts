import type { Created } from '../../cache/secretChanges';
import { secretTitle } from '../../labels/apps';
import { retryLabels } from '../../labels/batch';
import { createSecretLabels } from '../../labels/createSecret';
import { rotateSecretLabels } from '../../labels/rotateSecret';
import type { SecretAccess } from '../../model/access';
import { Cancelled } from '../../model/batch';
import type { Saved } from '../../model/gitHub';
import type { SecretId } from '../../model/secret';
import { withRetryPrompt } from '../../ui/failures';
import { askSteps } from '../../ui/prompts/steps';
import { accessQuestions } from './accessSteps';
import type { Flow } from './commandContext';
import { ownerName } from '../../model/secretStore';

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

/** Rotates a secret. If somebody has deleted it, offers to create it with the value. */
export function rotated(
  flow: Flow,
  secret: SecretId,
  value: string,
  { failed, unconfirmed }: SaveFailures = {
    failed: rotateSecretLabels.failed(secretTitle(secret)),
    unconfirmed: rotateSecretLabels.unconfirmed(secretTitle(secret)),
  },
): Promise<CreatedOrRotated> {
  return withRetryPrompt<CreatedOrRotated>(
    failed,
    async () => ({ kind: 'rotated', saved: await flow.store.rotateSecret(secret, value) }),
    unconfirmed,
    {
      kind: 'notFound',
      title: retryLabels.createInstead(secretTitle(secret)),
      work: () => createdAgain(flow, secret, value),
    },
  );
}

/** Asks who can use the secret, and creates it. Rejects with `Cancelled` if the user leaves. */
async function createdAgain(flow: Flow, secret: SecretId, value: string): Promise<CreatedOrRotated> {
  const [title, organization] = [secretTitle(secret), ownerName(secret.owner)];
  const questions = accessQuestions(flow.store, () => secret.owner);
  const isComplete = await askSteps(retryLabels.createInstead(title), () => questions.steps());
  const access = questions.access();
  if (!isComplete || !access) throw new Cancelled();
  return createOrRotate(flow, secret, value, access, {
    failed: createSecretLabels.failed(title, organization),
    unconfirmed: createSecretLabels.unconfirmed(title, organization),
  });
}

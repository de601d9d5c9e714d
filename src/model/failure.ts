import type { SecretApp } from './secretApp';

/** Every failure that a user can meet, with what is needed to say so and to offer the next step. */
export type FailureReason =
  /** There is no session, or GitHub no longer accepts its token. */
  | { readonly kind: 'signedOut' }
  /** The account or the host in use is another one than when the work began, so nothing more was sent. */
  | { readonly kind: 'accountChanged' }
  /** The enterprise provider is chosen, and no host is named for it. */
  | { readonly kind: 'hostUnset' }
  /** The workspace sets another enterprise host than the user did, so no token is asked for. */
  | { readonly kind: 'hostOverridden'; readonly own: string; readonly effective: string }
  /** The enterprise host is named with plain http, which would carry the token in the clear. */
  | { readonly kind: 'hostInsecure'; readonly host: string }
  /** The token lacks `scopes`. */
  | { readonly kind: 'scopeMissing'; readonly scopes: readonly string[] }
  /** The organization wants single sign-on for this token, at `url`; GitHub keeps that address for an hour. */
  | { readonly kind: 'ssoRequired'; readonly url: string }
  /** The user is not an owner of the organization; with the app whose secrets were asked for, if any were. */
  | { readonly kind: 'notOwner'; readonly organization: string; readonly app?: SecretApp }
  /** The user can't write to the repository, which managing its own secrets takes. */
  | { readonly kind: 'notWriter'; readonly repository: string }
  /** No such repository, or one that the user can't see: GitHub answers the same to both. */
  | { readonly kind: 'repositoryNotFound'; readonly repository: string }
  /** The user gave access to another account's secrets than the one in use. */
  | { readonly kind: 'otherAccount'; readonly wanted: string; readonly got: string }
  /** No such organization, or one that keeps this application out: GitHub answers the same to both. */
  | { readonly kind: 'organizationNotFound'; readonly organization: string }
  /** The organization has not approved VS Code as an OAuth app; nothing where GitHub did not name it. */
  | { readonly kind: 'appRestricted'; readonly organization: string | undefined }
  /** The organization has no secrets of this app: its plan lacks them, or it has turned the app off. */
  | { readonly kind: 'planLacksSecrets'; readonly organization: string; readonly app: SecretApp }
  /** The host is a GitHub Enterprise Server, which has no secrets of this app. */
  | { readonly kind: 'serverLacksSecrets'; readonly app: SecretApp }
  /** What the request was about no longer exists. */
  | { readonly kind: 'notFound' }
  /** GitHub leads from the name of the repository or organization to another one, where nothing was written. */
  | { readonly kind: 'moved' }
  /** The secret's visibility is no longer `selected`, so there is no selection to change. */
  | { readonly kind: 'conflict' }
  /** Somebody changed who can use the secret since it was read, so that an undo would take that back. */
  | { readonly kind: 'changedSince' }
  /** A secret of this name already exists, so none was created. */
  | { readonly kind: 'exists' }
  /** GitHub changes this only together with the secret's value. */
  | { readonly kind: 'valueRequired' }
  /** A list changed each time it was read, so nothing was written that depends on it. */
  | { readonly kind: 'listMoving' }
  /** GitHub listed fewer repositories than it says there are, so nothing was written that depends on them. */
  | { readonly kind: 'listIncomplete' }
  /** GitHub refused the input; `message` is its own. */
  | { readonly kind: 'refused'; readonly message: string }
  /** GitHub takes no more requests until then. */
  | { readonly kind: 'rateLimited'; readonly until: Date }
  /** GitHub could not be reached. `uncertain`: the change might have been made all the same. */
  | { readonly kind: 'offline'; readonly uncertain: boolean }
  /** GitHub did not answer within the time limit. `uncertain` as for `offline`. */
  | { readonly kind: 'timedOut'; readonly uncertain: boolean }
  /** The extension itself failed; its log says where. */
  | { readonly kind: 'broken' }
  /** GitHub answered something that no rule covers. `uncertain` as for `offline`. */
  | {
      readonly kind: 'unexpected';
      readonly status: number;
      readonly message: string;
      readonly uncertain: boolean;
    };

export type FailureKind = FailureReason['kind'];

/**
 * Marks a failure. The bundles that are loaded later have a class of their own, so that `instanceof` would not know
 * theirs.
 */
const brand = Symbol.for('codespacesOrgSecrets.failure');

/** What tells a secret from the others of its organization. */
export interface FailedSecret {
  readonly app: SecretApp;
  readonly name: string;
}

/** An expected failure. Its message is for the log; what the user reads is made from `reason`. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly [brand] = true;
  readonly reason: FailureReason;
  /** The secret that it is about, where several are worked on. */
  readonly secret: FailedSecret | undefined;

  constructor(reason: FailureReason, secret?: FailedSecret) {
    super(reason.kind);
    this.reason = reason;
    this.secret = secret;
  }
}

/** Has a failure of some work say which secret it is about. */
export async function ofSecret<T>({ app, name }: FailedSecret, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isFailure(error) ? new Failure(error.reason, { app, name }) : error;
  }
}

/** Whether `error` is a failure of one of these kinds. */
export function isFailure(error: unknown, ...kinds: FailureKind[]): error is Failure {
  return isBranded(error) && (kinds.length === 0 || kinds.includes(error.reason.kind));
}

function isBranded(error: unknown): error is Failure {
  return typeof error === 'object' && error !== null && brand in error;
}

/** Whether a change that failed so may have been made all the same. */
export function isUncertain({ reason }: Failure): boolean {
  return 'uncertain' in reason && reason.uncertain;
}

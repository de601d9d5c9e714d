import type { Answer } from '../answer';
import type { Call } from '../call';
import type { SecretApp } from '../fixture';

/** One operation of the API that the simulated GitHub answers. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** As the official description has it. */
  readonly path: string;
  /** What `X-Accepted-OAuth-Scopes` says. */
  readonly acceptedScopes: string;
  /** Whether a GitHub App's token needs a permission for it that the one of Codespaces doesn't have. */
  readonly needsPermission?: boolean;
  /** The app whose secrets it is about: an Enterprise Server does not have all of them. */
  readonly app?: SecretApp;
  /** Whether it answers without a token. */
  readonly anonymous?: boolean;
  /** Throws a Refusal for what GitHub refuses. */
  readonly handle: (call: Call) => Answer;
}

import type { FixtureEdit } from './edits';
import type { FaultSpec, RequestPattern } from './faults';
import type { Violation } from './gitHub';
import type { SecretApp, StoredSecret } from './fixture';
import type { FixtureName } from './fixtures/names';
import type { OwnSecretOwner, StoredRepositorySecret, StoredUserSecret } from './storedOwnSecrets';

/** A request that arrived, and what became of it. Preflight requests and web pages are not recorded. */
export interface RecordedRequest {
  readonly method: string;
  /** Path below the base, organizations by login, with the query. */
  readonly path: string;
  /** Path and query as they were sent. */
  readonly url: string;
  /** The whole address as the client sees it, e.g. `https://api.github.com/user`. */
  readonly address: string;
  /** The token that it carried; undefined without one. */
  readonly token: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came; empty where there was none. */
  readonly text: string;
  /** The body read as JSON. */
  readonly body: unknown;
  /** Undefined as long as it is unanswered, and for good where the connection was cut. */
  status: number | undefined;
  responseHeaders: Readonly<Record<string, string>>;
  /** The body of the answer; undefined where it has none. */
  responseBody: unknown;
  /** Milliseconds on one clock for all requests, to tell what ran side by side. */
  readonly startedAt: number;
  endedAt: number | undefined;
}

/** Says which secret a command is about: of Codespaces if no app is given. */
interface NamedSecret {
  readonly organization: string;
  readonly name: string;
  readonly app?: SecretApp;
}

/** What a test can ask of a simulated GitHub, in its own process or in another one. */
export type ControlCommand =
  /** Changes the fixture. */
  | { readonly control: 'edit'; readonly edits: readonly FixtureEdit[] }
  /** Asks for a fault; gives the id that the next three take. */
  | { readonly control: 'fault'; readonly fault: FaultSpec }
  /** Answers as soon as that many requests (one if not given) wait at the fault. */
  | { readonly control: 'holding'; readonly id: number; readonly count?: number }
  | { readonly control: 'release'; readonly id: number }
  | { readonly control: 'endFault'; readonly id: number }
  | { readonly control: 'requests' }
  /** Answers as soon as that many recorded requests match and have been answered. */
  | { readonly control: 'answered'; readonly pattern: RequestPattern; readonly count: number }
  | { readonly control: 'forgetRequests' }
  | { readonly control: 'violations' }
  /** The value of a secret, opened; as Base64 of its bytes. */
  | ({ readonly control: 'value' } & NamedSecret)
  /** What is stored for a secret besides its value, repositories by name. */
  | ({ readonly control: 'secret' } & NamedSecret)
  /** The value of a secret of a repository or a user, opened; as Base64 of its bytes. */
  | { readonly control: 'ownValue'; readonly owner: OwnSecretOwner; readonly name: string }
  | { readonly control: 'repositorySecret'; readonly fullName: string; readonly name: string }
  /** What is stored for a user's secret besides its value, repositories by full name. */
  | { readonly control: 'userSecret'; readonly login: string; readonly name: string }
  | { readonly control: 'settings'; readonly limits?: boolean; readonly latencyMs?: number }
  /** Back to the fixture of the start, or to another one; no requests, violations, faults or used up limits. */
  | { readonly control: 'reset'; readonly fixture?: FixtureName };

/** What each command answers. */
export interface ControlAnswers {
  edit: null;
  fault: number;
  holding: null;
  release: null;
  endFault: null;
  requests: readonly RecordedRequest[];
  answered: null;
  forgetRequests: null;
  violations: readonly Violation[];
  value: string | null;
  secret: StoredSecret | null;
  ownValue: string | null;
  repositorySecret: StoredRepositorySecret | null;
  userSecret: StoredUserSecret | null;
  settings: null;
  reset: null;
}

/** Where a simulated GitHub takes commands, by POST. */
export const controlPath = '/_simulated/control';

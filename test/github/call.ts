import type { Token, User, Fixture } from './fixture';

/** One request of an operation, with all that answering it needs. */
export interface Call {
  readonly fixture: Fixture;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly method: string;
  /** What the addresses in the response begin with, as `http://localhost:8080/api/v3`, without a last slash. */
  readonly base: string;
  /** What the addresses of web pages begin with: `https://github.com`, or this server where it is an enterprise's. */
  readonly site: string;
  /** The path below the base, with the organization by its login. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly token: Token | undefined;
  readonly user: User | undefined;
  /** Whether the client addressed an Enterprise Server, which has no Codespaces and no agents. */
  readonly isEnterpriseServer: boolean;
  /** Notes that this token may authorise itself for an organization, and gives the address where it does. */
  readonly ssoUrl: (organization: string) => string;
  /** The rate limit as `GET /rate_limit` gives it. */
  readonly rate: () => { limit: number; used: number; remaining: number; reset: number };
}

/** A path parameter, which the router took from the path. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

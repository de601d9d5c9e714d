import { controlPath, type ControlAnswers, type ControlCommand, type RecordedRequest } from './control';
import type { FixtureEdit } from './edits';
import type { FaultSpec, PathPattern, RequestPattern } from './faults';
import type { Violation } from './gitHub';
import type { SecretApp, StoredSecret } from './fixture';
import type { FixtureName } from './fixtures/names';
import type { StoredRepositorySecret, StoredUserSecret } from './storedOwnSecrets';
import { textOfValue } from './valueText';

/** A fault in a simulated GitHub in another process. */
export interface RemoteFault {
  /** Resolves as soon as that many requests wait at it. */
  holding(count?: number): Promise<void>;
  /** Lets those go that wait, and those that will come. */
  release(): Promise<void>;
  /** It happens to no further request. */
  end(): Promise<void>;
}

/** A simulated GitHub in another process, which may be anything that has `fetch`. */
export class RemoteFakeGitHub {
  readonly url: string;

  /** `url` is the simulated GitHub's address, as it prints it. */
  constructor(url: string) {
    this.url = url.replace(/\/$/, '');
  }

  /** Sends one command. */
  async control<Command extends ControlCommand>(
    command: Command,
  ): Promise<ControlAnswers[Command['control']]> {
    const response = await fetch(this.url + controlPath, { method: 'POST', body: JSON.stringify(command) });
    const result: unknown = await response.json();
    if (!response.ok) throw new Error(String(result));
    return result as ControlAnswers[Command['control']];
  }

  /** Changes the fixture, as other people do. */
  async edit(...edits: readonly FixtureEdit[]): Promise<void> {
    await this.control({ control: 'edit', edits });
  }

  /** Asks for a fault. */
  async fault(spec: FaultSpec): Promise<RemoteFault> {
    const id = await this.control({ control: 'fault', fault: sendable(spec) });
    return {
      holding: async (count = 1) => {
        await this.control({ control: 'holding', id, count });
      },
      release: async () => {
        await this.control({ control: 'release', id });
      },
      end: async () => {
        await this.control({ control: 'endFault', id });
      },
    };
  }

  /** Every request of the API so far, in order of arrival. */
  requests(): Promise<readonly RecordedRequest[]> {
    return this.control({ control: 'requests' });
  }

  /** Resolves as soon as that many requests that the pattern means have been answered. */
  async answered(pattern: RequestPattern, count = 1): Promise<void> {
    await this.control({ control: 'answered', pattern: sendable(pattern), count });
  }

  /** Empties the list of requests. */
  async forgetRequests(): Promise<void> {
    await this.control({ control: 'forgetRequests' });
  }

  /** What did not fit GitHub's official description so far. */
  violations(): Promise<readonly Violation[]> {
    return this.control({ control: 'violations' });
  }

  /** The value of a secret, opened, of Codespaces unless another app is named; undefined where there is no such secret. */
  async value(organization: string, name: string, app?: SecretApp): Promise<string | undefined> {
    return textOfValue(await this.valueBytes(organization, name, app));
  }

  /** The same as bytes. */
  async valueBytes(organization: string, name: string, app?: SecretApp): Promise<Uint8Array | undefined> {
    const base64 = await this.control({ control: 'value', organization, name, ...(app && { app }) });
    return bytesOf(base64);
  }

  /** What is stored for a secret besides its value; undefined where there is no such secret. */
  async secret(organization: string, name: string, app?: SecretApp): Promise<StoredSecret | undefined> {
    return (await this.control({ control: 'secret', organization, name, ...(app && { app }) })) ?? undefined;
  }

  /** The value of a repository's own secret, opened. The repository goes by its full name, as `acme/billing`. */
  async repositoryValue(fullName: string, name: string): Promise<string | undefined> {
    const owner = { repository: fullName };
    return textOfValue(bytesOf(await this.control({ control: 'ownValue', owner, name })));
  }

  /** What is stored for a repository's own secret besides its value; undefined where there is no such secret. */
  async repositorySecret(fullName: string, name: string): Promise<StoredRepositorySecret | undefined> {
    return (await this.control({ control: 'repositorySecret', fullName, name })) ?? undefined;
  }

  /** The value of a user's secret, opened. */
  async userValue(login: string, name: string): Promise<string | undefined> {
    const owner = { user: login };
    return textOfValue(bytesOf(await this.control({ control: 'ownValue', owner, name })));
  }

  /** What is stored for a user's secret besides its value; undefined where there is no such secret. */
  async userSecret(login: string, name: string): Promise<StoredUserSecret | undefined> {
    return (await this.control({ control: 'userSecret', login, name })) ?? undefined;
  }

  /** Switches the rate limits, or sets the delay of every request. */
  async settings(settings: { limits?: boolean; latencyMs?: number }): Promise<void> {
    await this.control({ control: 'settings', ...settings });
  }

  /** Back to the fixture of the start, or to another one; no requests, violations, faults or used up limits. */
  async reset(fixture?: FixtureName): Promise<void> {
    await this.control({ control: 'reset', ...(fixture && { fixture }) });
  }
}

function bytesOf(base64: string | null): Uint8Array | undefined {
  return base64 === null ? undefined : Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}

/** A regular expression has no JSON of its own. */
function sendable<Pattern extends { readonly path?: PathPattern }>(pattern: Pattern): Pattern {
  const { path } = pattern;
  return typeof path === 'object'
    ? { ...pattern, path: { source: path.source, ...(path.flags && { flags: path.flags }) } }
    : pattern;
}

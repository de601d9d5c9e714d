import assert from 'node:assert/strict';
import sodium from 'libsodium-wrappers';
import { OctokitGitHub } from '../../src/github/octokitGitHub';
import { sealWith } from '../../src/github/sealing';
import { type Clock, systemClock } from '../../src/model/clock';
import { type FailureKind, type FailureReason, isFailure } from '../../src/model/failure';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import { testToken, userSecretsToken } from '../github/fixtures';
import { codespacesSecret } from '../codespaces';

/** The machine's clock, on which a second of waiting, as before a request is repeated, is over at once. */
const impatientClock: Clock = {
  ...systemClock,
  after: (milliseconds, work) => systemClock.after(milliseconds === 1000 ? 1 : milliseconds, work),
};

/** GitHub as the product speaks to it, with the simulated GitHub at the other end. */
export interface Connection {
  readonly fakeGitHub: FakeGitHubServer;
  /** All that the product logged. */
  readonly logged: string[];
  /** The product's GitHub, for a token and the second one of whoever has it; the owner's if not given. */
  readonly gitHub: (token?: string) => OctokitGitHub;
}

/** Gives each test of a suite a simulated GitHub in its first state, and fails the test whose requests GitHub would not know. */
export function connected(): Connection {
  let fakeGitHub: FakeGitHubServer;
  const logged: string[] = [];
  before(async () => (fakeGitHub = await startFakeGitHub()));
  after(() => fakeGitHub.close());
  afterEach(() => {
    assert.deepEqual(fakeGitHub.violations, []);
    fakeGitHub.reset();
    logged.length = 0;
  });
  return {
    logged,
    get fakeGitHub() {
      return fakeGitHub;
    },
    gitHub(token = testToken) {
      const log = (message: string): unknown => logged.push(message);
      return new OctokitGitHub(
        {
          baseUrl: this.fakeGitHub.url,
          token: () => token,
          ofUser: { token: () => userSecretsToken(token) },
          userAgent: 'test',
          log: { info: log, warn: log, error: log },
          clock: impatientClock,
        },
        sealWith(() => Promise.resolve(sodium)),
      );
    },
  };
}

/** Asserts that a promise rejects with a failure of one kind, and gives its reason. */
export async function failsWith<K extends FailureKind>(
  promise: Promise<unknown>,
  kind: K,
): Promise<Extract<FailureReason, { kind: K }>> {
  const error: unknown = await promise.then(
    () => assert.fail(`It succeeded; expected the failure ${kind}.`),
    (reason: unknown) => reason,
  );
  assert.ok(isFailure(error), `Expected the failure ${kind}, got ${String(error)}`);
  assert.equal(error.reason.kind, kind);
  return error.reason as Extract<FailureReason, { kind: K }>;
}

/** The secret that most tests are about: two repositories are selected for it. */
export const npmToken = codespacesSecret('NPM_TOKEN');

/** The ids of repositories of acme, by name. */
export function idsOf({ fakeGitHub }: Connection, ...names: string[]): number[] {
  const all = [...(fakeGitHub.fixture.organizations.get('acme')?.repositories.values() ?? [])];
  return names.map(name => all.find(repository => repository.name === name)?.id ?? assert.fail(`no ${name}`));
}

/** Has exactly these repositories be selected for the secret that most tests are about. */
export async function select(connection: Connection, ...ids: number[]): Promise<void> {
  const gitHub = connection.gitHub();
  const all = await gitHub.repositories('acme');
  await gitHub.updateSelection(npmToken, () => all.filter(({ id }) => ids.includes(id)));
}

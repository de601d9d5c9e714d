import assert from 'node:assert/strict';
import sodium from 'libsodium-wrappers';
import { AccessPlan, secretsOf } from '../../../src/cache/accessPlan';
import { planUndo, undoChange } from '../../../src/cache/accessUndo';
import { Store } from '../../../src/cache/store';
import { OctokitGitHub } from '../../../src/github/octokitGitHub';
import { sealWith } from '../../../src/github/sealing';
import { delay } from '../../../src/model/clock';
import { bundled, type Change, type Summary } from '../../../src/model/plan';
import type { Repository } from '../../../src/model/repository';
import type { SecretId, Visibility } from '../../../src/model/secret';
import { FakeGitHub } from '../../github/fakeGitHub';
import { largeFixture, largeToken, userSecretsToken } from '../../github/fixtures';
import { settled, VirtualClock } from '../../virtualClock';
import { codespaces, codespacesSecret } from '../../codespaces';

/** How long each request takes, in milliseconds. */
const latency = 100;

/** The organization of every user. */
export const organization = 'acme';

/** The secret that most actions are about: 250 repositories are selected for it. */
export const secret = codespacesSecret('SECRET_000', organization);

/** A large organization: 1,000 repositories and 100 secrets, each for 250 selected ones. */
export const large = largeFixture({ repositories: 1000, secrets: 100, selectedPerSecret: 250 });

/** What something costs. */
export interface Cost {
  readonly requests: number;
  /** How many of the requests wait for each other. */
  readonly roundTrips: number;
}

/** A user with a session, on a clock that goes on as the requests need. Does at the store what the commands do. */
export class User {
  readonly #clock = new VirtualClock();
  readonly fake: FakeGitHub;
  readonly store: Store;

  /** @param login whose own secrets are the user's */
  constructor(fixture = large, { token = largeToken, login = '' } = {}) {
    this.fake = new FakeGitHub({ fixture: structuredClone(fixture), clock: this.#clock });
    const ignore = (): void => undefined;
    const gitHub = new OctokitGitHub(
      {
        baseUrl: 'https://api.github.com',
        token: () => token,
        ofUser: { token: () => userSecretsToken(token) },
        userAgent: 'test',
        log: { info: ignore, warn: ignore, error: ignore },
        fetch: async (...request) => {
          await delay(this.#clock, latency);
          return this.fake.fetch(...request);
        },
        clock: this.#clock,
      },
      sealWith(() => Promise.resolve(sodium)),
    );
    this.store = new Store(gitHub, () => [], undefined, undefined, login);
  }

  /** What something comes to, with time passing as it needs. */
  async finished<T>(work: Promise<T>): Promise<T> {
    const progress = { isOver: false };
    const over = (): void => {
      progress.isOver = true;
    };
    work.then(over, over);
    await settled();
    while (!progress.isOver) {
      await this.#clock.pass(latency / 10);
      await settled();
    }
    return work;
  }

  /** Sees what both views show: secrets and repositories. */
  async look(): Promise<void> {
    await this.finished(
      Promise.all([this.store.secrets(codespaces(organization)), this.store.repositories(organization)]),
    );
  }

  /** Asserts what something costs, and gives what it comes to. */
  async pays<T>(expected: Cost, work: () => Promise<T>): Promise<T> {
    this.fake.forgetRequests();
    const start = this.#clock.now();
    const result = await this.finished(work());
    const roundTrips = Math.floor((this.#clock.now() - start) / latency);
    assert.deepEqual({ requests: this.fake.requests.length, roundTrips }, expected);
    assert.deepEqual(this.fake.violations, []);
    return result;
  }

  /** All repositories that are not selected for the secret, as the views know them. */
  async others(): Promise<Repository[]> {
    const all = await this.store.repositories(organization);
    const selected = await this.finished(this.store.selectedRepositories(secret));
    return all.filter(({ id }) => !selected.some(repository => repository.id === id));
  }

  /** Applies changes as the commands do, and gives what an undo needs. */
  async apply(changes: readonly Change[]): Promise<Summary> {
    const plan = await AccessPlan.read(this.store, changes);
    await this.#call(bundled(changes), change => plan.apply(change));
    return plan.summary;
  }

  async undo(summary: Summary): Promise<void> {
    const plan = await planUndo(this.store, summary);
    await this.#call(bundled(plan.changes), change => undoChange(this.store, plan, change));
  }

  /** Another admin changes a secret's visibility, and this user sees it. */
  async seesVisibility(visibility: Visibility): Promise<void> {
    this.fake.edit({ edit: 'setVisibility', organization, name: secret.name, visibility });
    this.store.refresh();
    await this.look();
  }

  async #call(changes: readonly Change[], call: (change: Change) => Promise<unknown>): Promise<void> {
    for (const change of changes) await call(change);
    const settling: SecretId[] = secretsOf(changes.filter(({ kind }) => kind !== 'visibility'));
    await Promise.all(settling.map(it => this.store.settleAccess(it)));
  }
}

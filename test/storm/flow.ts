import { delay } from '../../src/model/clock';
import { type Failure, isUncertain, isFailure } from '../../src/model/failure';
import { isTooLongToWait } from '../../src/model/rateLimit';
import {
  type BatchResult,
  Cancelled,
  endOfLimit,
  isCancelled,
  runBatch,
  undone,
} from '../../src/model/batch';
import type { Store } from '../../src/cache/store';
import { type SecretId, secretIn } from '../../src/model/secret';
import type { SecretOwner, StoreId } from '../../src/model/secretStore';
import { type Ask, askWords, type Report, type RunningFlow, wrongReport } from './asks';
import type { AccountName, Flow } from './sequence';
import type { Stage } from './stage';

/** One of the user's flows: the connection it began with, how it meets failures, and what it reports. */
export class StormFlow implements RunningFlow {
  readonly title: string;
  readonly account: AccountName;
  readonly connectionId: string;
  readonly store: Store;
  /** The secrets that it is about; known once the flow has found whose they are. */
  secrets: StoreId;
  readonly #gives: Flow['gives'];
  readonly asks: Ask[] = [];
  readonly #stage: Stage;
  readonly #isPatient: boolean;
  readonly #number: number;
  #retries: number;
  #lastValue = 0;

  constructor(stage: Stage, { action, retries, isPatient, gives }: Flow, number: number, secrets: StoreId) {
    const { id, store } = stage.connections.required;
    this.#stage = stage;
    this.#number = number;
    this.#retries = retries;
    this.#isPatient = isPatient;
    this.title = `${action.do} ${number}`;
    this.account = stage.account ?? 'octocat';
    this.connectionId = id;
    this.store = store;
    this.secrets = secrets;
    this.#gives = gives;
  }

  get owner(): SecretOwner {
    return this.secrets.owner;
  }

  /** As `requireUserAccess` in src/commands/shared/commandContext.ts. */
  requireUserAccess(again = false): void {
    if (this.owner.kind === 'user') this.#stage.requestUserToken(this.connectionId, this.#gives, again);
  }

  /** The address of one of its secrets. */
  secret(name: string): SecretId {
    return secretIn(this.secrets, name);
  }

  /** A value that no other flow, and no other secret of this one, is given. */
  newValue(): string {
    this.#lastValue += 1;
    return `value ${this.#lastValue} of flow ${this.#number}`;
  }

  /** The flow is to do this from now on. */
  ask(ask: Omit<Ask, 'writes' | 'unreported'>): Ask {
    const whole = { ...ask, writes: [], unreported: [] };
    this.asks.push(whole);
    return whole;
  }

  report(ask: Ask, report: Report): void {
    this.#stage.note(`[${this.title}] "${askWords(ask)}": ${JSON.stringify(report)}`);
    const detail = report.kind === 'done' ? report.isNew : report.kind === 'notDone' ? report.why : undefined;
    const words = [ask.undoes && 'undo:', ask.kind, report.kind, detail];
    const kind = words.filter(word => word !== undefined).join(' ');
    this.#stage.reports.set(kind, (this.#stage.reports.get(kind) ?? 0) + 1);
    const problem = wrongReport(ask, report);
    if (problem !== undefined) this.#stage.violation(problem);
  }

  /** As `withRetryPrompt` in src/ui/failures.ts. */
  async attempt<T>(work: () => Promise<T>, ask?: Ask): Promise<T> {
    for (let refusals = 0; ;)
      try {
        return await work();
      } catch (error) {
        if (!isFailure(error)) throw error;
        const { reason } = error;
        this.#stage.note(`[${this.title}] fails: ${reason.kind}`);
        if (reason.kind === 'rateLimited') {
          const until = endOfLimit(reason.until, this.#stage.clock.now(), refusals++);
          if (await this.#sitOut(until)) continue;
        }
        if (ask) this.report(ask, reportOf(error));
        if (!this.#triesAgain(error)) throw new Cancelled();
      }
  }

  /** As `runBulkChange` in src/ui/batch/runBulkChange.ts. Gives what GitHub confirmed. */
  async runBulkChange<T>(
    items: readonly T[],
    { work, askOf, afterRound, concurrency = 1 }: BulkChange<T>,
  ): Promise<T[]> {
    const done: T[] = [];
    let rest = items;
    for (;;) {
      const leaving = new AbortController();
      const answers = new Map<T, boolean | undefined>();
      const account = await runBatch(
        rest,
        async item => {
          answers.set(item, await work(item));
        },
        leaving.signal,
        {
          concurrency,
          now: this.#stage.clock.now,
          wait: async until => {
            if (!(await this.#sitOut(until))) leaving.abort();
          },
        },
      );
      await afterRound?.(account.done);
      done.push(...account.done);
      this.#reportAll(account, askOf, answers);
      if (account.broken) throw account.broken.error;
      rest = undone(account);
      if (rest.length === 0 || !this.#triesAgain(account.failed[0]?.failure)) return done;
    }
  }

  #reportAll<T>(
    account: BatchResult<T>,
    askOf: (item: T) => Ask,
    answers: ReadonlyMap<T, boolean | undefined>,
  ): void {
    for (const item of account.done) {
      const isNew = answers.get(item);
      this.report(askOf(item), { kind: 'done', ...(isNew !== undefined && { isNew }) });
    }
    for (const { item, failure } of account.failed) this.report(askOf(item), reportOf(failure));
    for (const item of account.untried) this.report(askOf(item), { kind: 'notDone', why: 'not tried' });
  }

  /** As `withWait` in src/ui/batch/progress.ts. */
  async #sitOut(until: Date): Promise<boolean> {
    const { clock } = this.#stage;
    if (!this.#isPatient || isTooLongToWait(until, clock.now())) return false;
    await delay(clock, until.getTime() - clock.now());
    return true;
  }

  /** Whether the user tries again, after the step that helps. */
  #triesAgain(failure: Failure | undefined): boolean {
    this.#retries -= 1;
    if (this.#retries < 0) return false;
    if (isFailure(failure, 'scopeMissing'))
      try {
        this.requireUserAccess(true);
      } catch (error) {
        // The user is told, and leaves it at that.
        if (!isFailure(error) && !isCancelled(error)) throw error;
        return false;
      }
    return true;
  }
}

interface BulkChange<T> {
  /** Says whether it created something, where that is to be told. */
  readonly work: (item: T) => Promise<boolean | undefined>;
  readonly askOf: (item: T) => Ask;
  readonly afterRound?: (done: readonly T[]) => Promise<unknown>;
  readonly concurrency?: number;
}

function reportOf(failure: Failure): Report {
  return isUncertain(failure) ? { kind: 'unknown' } : { kind: 'notDone', why: failure.reason.kind };
}

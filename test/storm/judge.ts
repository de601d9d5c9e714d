import type { Ask, Write } from './asks';
import { askWords } from './asks';
import {
  type AccessState,
  anotherAdmin,
  currentState,
  type Entry,
  type History,
  isOfWindow,
  isPartOfWindow,
  isSame,
  stateWords,
} from './history';
import type { Call } from './call';
import type { Network } from './network';
import { selectableFor } from './storedSecrets';

/** Judges each write that GitHub carried out, at the moment when it did, and each access that was read. */
export class Judge {
  /** Edits that a write undid because they fell between its flow's last reading and the write (fact 5 of the design). */
  excused = 0;
  readonly #history: History;
  readonly #network: Network;
  readonly #onViolation: (problem: string) => void;

  constructor(history: History, network: Network, onViolation: (problem: string) => void) {
    this.#history = history;
    this.#network = network;
    this.#onViolation = onViolation;
  }

  /** Somebody may have asked for it, and then it does what they asked for and nothing else. */
  judgeWrite(call: Call, wasThere: boolean): void {
    const { secret, flow, site } = call;
    const ask = flow?.asks.findLast(it => fits(it, call));
    if (!ask || secret === undefined || call.handledAt === undefined) {
      this.#onViolation(`nobody asked for ${call.method} ${call.path} of ${flow?.title ?? 'nobody'}`);
      return;
    }
    const before = this.#history.before(site, secret, call.handledAt);
    const after = currentState(site, secret);
    const window = this.#windowOf(call);
    const write: Write = { at: call.handledAt, isNew: !wasThere, before: window.map(it => it.state), after };
    const problem = this.#problem(ask, call, { before, after, window });
    if (problem !== undefined)
      this.#onViolation(
        `"${askWords(ask)}" of ${flow?.title ?? 'nobody'}: ${problem}.\n  before: ${stateWords(before)}\n  after:  ${stateWords(after)}`,
      );
    ask.writes.push(write);
    ask.unreported.push(write);
  }

  /** What was read is what the secret was at some moment while it was read, or says that it is only a part of that. */
  judgeRead(
    site: Call['site'],
    secret: string,
    access: AccessState & { readonly isPartial: boolean },
    since: number,
  ): void {
    const window = this.#history.window(site, secret, since, Infinity);
    if (access.isPartial ? isPartOfWindow(access, window) : isOfWindow(access, window)) return;
    this.#onViolation(
      `the access of ${secret} was read as it never was: ${stateWords(access)}\n  now: ${stateWords(currentState(site, secret))}`,
    );
  }

  #problem(
    ask: Ask,
    call: Call,
    {
      before,
      after,
      window,
    }: { before: AccessState | undefined; after: AccessState | undefined; window: readonly Entry[] },
  ): string | undefined {
    if (call.value !== ask.value && (call.value !== undefined || ask.kind !== 'visibility'))
      return `it sent the value ${call.value ?? 'nothing'}`;
    switch (ask.kind) {
      case 'create':
        if (before && !this.#mayReplace(call)) return 'it replaced a secret that was seen to be there';
        if (before) this.excused += 1;
        return isSame(after, ask.access) ? undefined : 'it gave another access than was asked for';
      case 'rotate':
        if (after && !isSame(before, after) && isOfWindow(after, window)) this.excused += 1;
        return after && isOfWindow(after, window) ? undefined : 'the rotation changed who can use the secret';
      case 'visibility':
        if (ask.undoes) return this.#undoProblem(ask, call, after, window);
        return isSame(after, ask.access) ? undefined : 'it gave another access than was asked for';
      case 'add':
      case 'remove':
        return isSame(after, changedBy(ask, before)) ? undefined : 'it changed more than was asked for';
      case 'selection':
        return this.#selectionProblem(ask, call, { before, after, window });
      case 'delete':
        return after === undefined ? undefined : 'the secret is still there';
    }
  }

  /** A whole selection is what was read last, and the differences that were asked for. */
  #selectionProblem(
    ask: Ask,
    { site }: Call,
    {
      before,
      after,
      window,
    }: { before: AccessState | undefined; after: AccessState | undefined; window: readonly Entry[] },
  ): string | undefined {
    if (!after) return 'nothing was there to be changed';
    const isThere = selectableFor(site, ask.secret);
    const isWanted = (state: AccessState | undefined): boolean => {
      const wanted = changedBy(ask, state);
      return wanted !== undefined && isSame(withoutGone(after, isThere), withoutGone(wanted, isThere));
    };
    if (isWanted(before)) return undefined;
    if (!window.some(({ state }) => isWanted(state))) return 'it changed more than was asked for';
    this.excused += 1;
    return undefined;
  }

  /** An undo brings back what was before its change, and only where nobody has changed that since. */
  #undoProblem(
    ask: Ask,
    call: Call,
    after: AccessState | undefined,
    window: readonly Entry[],
  ): string | undefined {
    const undone = ask.undoes?.writes ?? [];
    if (!after || undone.length === 0) return 'nothing was there to be undone';
    const isThere = selectableFor(call.site, ask.secret);
    const isBack = undone.some(({ before }) => {
      const there = before.map(state => state && withoutGone(state, isThere));
      return isOfWindow(withoutGone(after, isThere), entriesOf(there));
    });
    if (!isBack) return 'the undo brought back what never was';
    // What an earlier attempt of the undo made of it is no change of somebody's.
    const isUnchanged = ({ state }: Entry): boolean =>
      ask.writes.some(write => isSame(write.after, state)) ||
      undone.some(
        write =>
          write.after && state && isSame(withoutGone(write.after, isThere), withoutGone(state, isThere)),
      );
    if (!window.some(isUnchanged)) return 'the undo replaced what somebody had changed since';
    if (window[0] && !isUnchanged(window[0])) this.excused += 1;
    return undefined;
  }

  /** A creation replaces what came after it looked, or what may be its own: its answer was lost, and no look since missed it. */
  #mayReplace({ flow, site, secret, handledAt = 0 }: Call): boolean {
    const earlier = this.#network.calls.filter(
      it =>
        it.flow === flow &&
        it.site === site &&
        it.secret === secret &&
        (it.handledAt ?? Infinity) < handledAt,
    );
    const lastMiss = earlier.findLastIndex(({ method, status }) => method === 'GET' && status === 404);
    const looks = earlier.filter(
      ({ method, status }) => method === 'GET' && (status === 200 || status === 304),
    );
    const lastHit = earlier.findLastIndex(it => looks.includes(it));
    if (lastMiss > lastHit) return true;
    return earlier
      .slice(lastMiss + 1)
      .some(({ method, status }) => method === 'PUT' && (status ?? 500) >= 500);
  }

  /**
   * What a flow could not know better: what the secret was since the first request of the last whole reading of its
   * access was handled. What a flow of the same account did meanwhile is no excuse.
   */
  #windowOf({ flow, site, secret = '', handledAt = 0 }: Call): readonly Entry[] {
    const reads = this.#network.calls.filter(
      it =>
        it.flow === flow &&
        it.site === site &&
        it.secret === secret &&
        it.method === 'GET' &&
        (it.status === 200 || it.status === 304) &&
        (it.handledAt ?? Infinity) < handledAt,
    );
    const pass = new Map<string, number>();
    for (const { path, handledAt: at = 0 } of reads.reverse()) {
      if (pass.has(path)) break;
      pass.set(path, at);
    }
    const since = pass.size === 0 ? handledAt - 1 : Math.min(...pass.values());
    const window = this.#history.window(site, secret, since, handledAt);
    const own = window.findIndex(({ by, at }) => at > since && by !== anotherAdmin && isOf(by, flow));
    return own < 0 ? window : window.slice(0, own + 1);
  }
}

function isOf(by: unknown, flow: Call['flow']): boolean {
  return (by as Call['flow'])?.account === flow?.account;
}

function fits(ask: Ask, { method, secret, repository, isSelection }: Call): boolean {
  if (ask.secret !== secret) return false;
  switch (ask.kind) {
    case 'create':
    case 'rotate':
    case 'visibility':
      return method === 'PUT' && repository === undefined && !isSelection;
    case 'selection':
      return method === 'PUT' && isSelection;
    case 'add':
      return method === 'PUT' && repository === ask.repository;
    case 'remove':
      return method === 'DELETE' && repository === ask.repository;
    case 'delete':
      return method === 'DELETE' && repository === undefined;
  }
}

function changedBy(ask: Ask, before: AccessState | undefined): AccessState | undefined {
  const { kind, repository, added = [], removed = new Set<number>() } = ask;
  if (!before) return before;
  if (kind === 'selection') {
    const selected = new Set([...before.selected, ...added].filter(id => !removed.has(id)));
    return { ...before, selected };
  }
  if (repository === undefined) return before;
  const selected = new Set(before.selected);
  if (kind === 'add') selected.add(repository);
  else selected.delete(repository);
  return { ...before, selected };
}

function withoutGone(state: AccessState, isThere: (id: number) => boolean): AccessState {
  return { ...state, selected: new Set([...state.selected].filter(isThere)) };
}

function entriesOf(states: readonly (AccessState | undefined)[]): Entry[] {
  return states.map(state => ({ at: 0, by: undefined, state }));
}

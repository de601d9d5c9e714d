import assert from 'node:assert/strict';
import { type Clock, delay, steadyClock, systemClock } from '../../../src/model/clock';
import { settled, VirtualClock } from '../../virtualClock';
import { watchedSignal } from '../watchedSignal';

const start = Date.UTC(2026, 0, 1);
const hour = 3_600_000;

/** A machine whose clocks go as a test sets them. */
class Machine {
  wall = start;
  monotonic = 7;
  #timers: { readonly at: number; readonly work: () => void }[] = [];
  /** How long each timer was set to run. */
  readonly set: number[] = [];
  /** How early the next timer rings, in milliseconds. */
  early = 0;
  readonly clock: Clock = steadyClock({
    // As `Date.now`, it tells whole milliseconds.
    wall: () => Math.floor(this.wall),
    monotonic: () => this.monotonic,
    timer: (milliseconds, work) => {
      const timer = { at: this.monotonic + milliseconds - this.early, work };
      this.early = 0;
      this.set.push(milliseconds);
      this.#timers.push(timer);
      return () => (this.#timers = this.#timers.filter(it => it !== timer));
    },
  });

  get pending(): number {
    return this.#timers.length;
  }

  /** Time passes while the machine is awake. */
  pass(milliseconds: number): void {
    const end = this.monotonic + milliseconds;
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter(it => it !== next);
      this.#go(Math.max(0, next.at - this.monotonic));
      next.work();
    }
    this.#go(end - this.monotonic);
  }

  #go(milliseconds: number): void {
    this.monotonic += milliseconds;
    this.wall += milliseconds;
  }
}

describe('the steady clock', () => {
  let machine: Machine;
  let rung: number;
  const ring = (): void => void (rung += 1);
  beforeEach(() => {
    machine = new Machine();
    rung = 0;
  });

  it('goes with the machine', () => {
    assert.equal(machine.clock.now(), start);
    machine.pass(1234);
    assert.equal(machine.clock.now(), start + 1234);
  });

  it('goes on as if nothing were where the wall clock is set back', () => {
    machine.pass(1000);
    assert.equal(machine.clock.now(), start + 1000);
    machine.wall -= hour;
    assert.equal(machine.clock.now(), start + 1000);
    machine.pass(500);
    assert.equal(machine.clock.now(), start + 1500);
  });

  it('counts the time that the machine slept', () => {
    machine.wall += hour;
    assert.equal(machine.clock.now(), start + hour);
    machine.pass(10);
    assert.equal(machine.clock.now(), start + hour + 10);
  });

  it('counts the time that the machine slept after the wall clock was set back', () => {
    machine.pass(1000);
    machine.wall -= hour;
    assert.equal(machine.clock.now(), start + 1000);
    machine.wall += hour / 2;
    assert.equal(machine.clock.now(), start + 1000 + hour / 2);
  });

  it('never goes back, and counts no time twice', () => {
    machine.wall += 100;
    machine.monotonic -= 1;
    assert.equal(machine.clock.now(), start + 100);
    machine.wall -= 50;
    machine.monotonic -= 50;
    assert.equal(machine.clock.now(), start + 100);
    machine.pass(20);
    assert.equal(machine.clock.now(), start + 120);
    assert.equal(machine.clock.now(), start + 120);
  });

  it('goes no faster the more often it is looked at', () => {
    for (let look = 0; look < 1000; look++) {
      machine.pass(0.25);
      machine.clock.now();
    }
    assert.equal(machine.clock.now(), start + 250);
  });

  it('rings once, when the time has come', () => {
    machine.clock.after(12_000, ring);
    machine.pass(11_999);
    assert.equal(rung, 0);
    machine.pass(1);
    assert.equal(rung, 1);
    machine.pass(hour);
    assert.equal(rung, 1);
  });

  it('looks at the time again every five seconds, and no more often', () => {
    machine.clock.after(12_000, ring);
    machine.pass(12_000);
    assert.deepEqual(machine.set, [5000, 5000, 2000]);
  });

  it('rings no earlier where a timer does', () => {
    machine.early = 0.5;
    machine.clock.after(1000, ring);
    machine.pass(999.75);
    assert.equal(rung, 0);
    machine.pass(0.25);
    assert.equal(rung, 1);
  });

  it('rings at the next look where the machine slept over the time', () => {
    machine.clock.after(600_000, ring);
    machine.pass(1000);
    machine.wall += hour;
    machine.pass(4000);
    assert.equal(rung, 1);
  });

  it('rings no later where the wall clock is set back', () => {
    machine.clock.after(60_000, ring);
    machine.pass(1000);
    machine.wall -= hour;
    machine.pass(59_000);
    assert.equal(rung, 1);
  });

  it('does not ring when it was called off, before or after its first look', () => {
    const callOff = machine.clock.after(1000, ring);
    const callOffLater = machine.clock.after(12_000, ring);
    callOff();
    machine.pass(6000);
    callOffLater();
    assert.equal(machine.pending, 0);
    machine.pass(hour);
    assert.equal(rung, 0);
  });

  it('rings soon, not in a loop, where the time is past or no time at all', () => {
    for (const wait of [0, -5, NaN]) machine.clock.after(wait, ring);
    assert.equal(machine.set.length, 3);
    machine.pass(1);
    assert.equal(machine.set.length, 3);
  });

  it("is the machine's own in the product", async () => {
    assert.ok(Math.abs(systemClock.now() - Date.now()) < 1000);
    await delay(systemClock, 1);
  });
});

describe('a delay', () => {
  it('ends when its time has come', async () => {
    const clock = new VirtualClock();
    let isOver = false;
    void delay(clock, 1000).then(() => (isOver = true));
    await clock.pass(999);
    assert.ok(!isOver);
    await clock.pass(1);
    assert.ok(isOver);
  });

  it('ends at once where it is aborted, and leaves no alarm behind', async () => {
    const clock = new VirtualClock();
    const leaving = new AbortController();
    const ended = delay(clock, 1000, leaving.signal);
    leaving.abort();
    await ended;
    assert.equal(clock.pending, 0);
  });

  it('does not begin where it was aborted before', async () => {
    const clock = new VirtualClock();
    await delay(clock, 1000, AbortSignal.abort());
    assert.equal(clock.pending, 0);
  });

  it('lets go of the signal when its time has come', async () => {
    const clock = new VirtualClock();
    const { signal, listeners } = watchedSignal();
    const ended = delay(clock, 1000, signal);
    assert.equal(listeners(), 1);
    await clock.pass(1000);
    await ended;
    await settled();
    assert.equal(listeners(), 0);
  });
});

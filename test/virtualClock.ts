import type { Clock } from '../src/model/clock';

/** Lets everything happen that waits for nothing but its turn. */
export const settled = (): Promise<void> => new Promise(setImmediate);

interface Alarm {
  readonly at: number;
  readonly work: () => void;
}

/** A clock that goes on as it is told, so that a test waits for nothing. */
export class VirtualClock implements Clock {
  #now: number;
  #alarms: Alarm[] = [];

  /** How early its alarms ring, in milliseconds. */
  early = 0;

  /** How many alarms have rung. */
  rung = 0;

  constructor(now = Date.now()) {
    this.#now = now;
  }

  /** How many alarms are set. */
  get pending(): number {
    return this.#alarms.length;
  }

  readonly now = (): number => this.#now;

  readonly after = (milliseconds: number, work: () => void): (() => void) => {
    const alarm = { at: this.#now + Math.max(milliseconds - this.early, 0.1), work };
    this.#alarms.push(alarm);
    this.#alarms.sort((a, b) => a.at - b.at);
    return () => (this.#alarms = this.#alarms.filter(it => it !== alarm));
  };

  /** Lets so many milliseconds pass, and all happen that happens in them. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (let alarm = this.#alarms[0]; alarm && alarm.at <= end; alarm = this.#alarms[0]) {
      this.#alarms.shift();
      this.#now = alarm.at;
      this.rung += 1;
      alarm.work();
      await settled();
    }
    this.#now = end;
  }
}

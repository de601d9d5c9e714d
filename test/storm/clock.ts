import type { Clock } from '../../src/model/clock';

interface Alarm {
  readonly at: number;
  readonly work: () => void;
}

/** A clock that jumps from one alarm to the next, so that hours pass at once and always in the same order. */
export class StormClock implements Clock {
  #now = Date.UTC(2026, 0, 15);
  readonly #alarms: Alarm[] = [];

  readonly now = (): number => this.#now;

  readonly after = (milliseconds: number, work: () => void): (() => void) => {
    const alarm = { at: this.#now + Math.max(1, milliseconds), work };
    // Of alarms for the same moment the one that was set first rings first.
    const place = this.#alarms.findLastIndex(({ at }) => at <= alarm.at) + 1;
    this.#alarms.splice(place, 0, alarm);
    return () => {
      const index = this.#alarms.indexOf(alarm);
      if (index >= 0) this.#alarms.splice(index, 1);
    };
  };

  /** Goes on to the next alarm and lets it ring. Says whether there was one. */
  ring(): boolean {
    const alarm = this.#alarms.shift();
    if (!alarm) return false;
    this.#now = alarm.at;
    alarm.work();
    return true;
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise(resolve => this.after(milliseconds, resolve));
  }
}

/** Counts what starts in any stretch of time, of which GitHub allows so much. Times are in milliseconds since 1970. */
export class SlidingWindow {
  readonly #limit: number;
  readonly #stretch: number;
  #underWay = 0;
  /** When what was counted leaves the stretch, the oldest first. */
  readonly #leaving: { readonly at: number; readonly count: number }[] = [];

  /** @param stretch in milliseconds */
  constructor(limit: number, stretch: number) {
    this.#limit = limit;
    this.#stretch = stretch;
  }

  start(count: number): void {
    this.#underWay += count;
  }

  /** What was started was not sent after all, so that GitHub does not count it. */
  forget(count: number): void {
    this.#underWay -= count;
  }

  /** GitHub counts a request when it arrives, which is before it answers: counted from then on, none leaves too early. */
  answer(count: number, now: number): void {
    this.#underWay -= count;
    this.#leaving.push({ at: now + this.#stretch, count });
  }

  /** When there is room for `count`: `now`, or the earliest time that is known, even if what is under way is answered now. */
  roomAt(count: number, now: number): number {
    while (this.#leaving[0] && this.#leaving[0].at <= now) this.#leaving.shift();
    let room = this.#limit - this.#underWay - this.#leaving.reduce((sum, counted) => sum + counted.count, 0);
    if (room >= count) return now;
    for (const counted of this.#leaving) {
      room += counted.count;
      if (room >= count) return counted.at;
    }
    return now + this.#stretch;
  }
}

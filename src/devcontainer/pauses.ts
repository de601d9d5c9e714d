/** How long nobody has typed in a text when its problems are shown, in milliseconds. */
const pause = 150;

/** Does something for each of several things once it has been asked for no more for a moment. */
export class Pauses<T> {
  readonly #work: (thing: T) => void;
  readonly #timers = new Map<T, ReturnType<typeof setTimeout>>();

  constructor(work: (thing: T) => void) {
    this.#work = work;
  }

  /** Has it be done after a pause, which starts anew. */
  start(thing: T): void {
    this.cancel(thing);
    const done = (): void => {
      this.#timers.delete(thing);
      this.#work(thing);
    };
    this.#timers.set(thing, setTimeout(done, pause));
  }

  cancel(thing: T): void {
    clearTimeout(this.#timers.get(thing));
    this.#timers.delete(thing);
  }

  dispose(): void {
    for (const thing of [...this.#timers.keys()]) this.cancel(thing);
  }
}

/** How much of a list was read so far, for everybody who waits for it. Who joins late gets the last count at once. */
export class LoadProgress {
  readonly #listeners = new Set<(soFar: number) => void>();
  #read: { soFar: number } | undefined;

  /** Counts what a read gets, page by page. A newer read takes its place. */
  async of<T>(load: (onPage: (count: number) => void) => Promise<T>): Promise<T> {
    const read = (this.#read = { soFar: 0 });
    try {
      return await load(count => {
        read.soFar += count;
        if (read === this.#read) for (const listener of this.#listeners) listener(read.soFar);
      });
    } finally {
      if (read === this.#read) this.#read = undefined;
    }
  }

  /** Calls `listener` with each count until the work is done. */
  async during<T>(work: Promise<T>, listener?: (soFar: number) => void): Promise<T> {
    if (!listener) return work;
    if (this.#read && this.#read.soFar > 0) listener(this.#read.soFar);
    this.#listeners.add(listener);
    try {
      return await work;
    } finally {
      this.#listeners.delete(listener);
    }
  }
}

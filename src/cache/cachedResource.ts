/** Something that is fetched once, kept, and fetched again when it is asked for after it has expired. */
export class CachedResource<T> {
  readonly #fetch: () => Promise<T>;
  #value: T | undefined;
  #pending: Promise<T> | undefined;
  #fresh = false;
  /** How often it was changed or invalidated. */
  #changes = 0;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
  }

  /** What was last fetched or set, however old. */
  get value(): T | undefined {
    return this.#value;
  }

  /** What is known to be true now, as far as this window can tell; nothing once it was invalidated. */
  get current(): T | undefined {
    return this.#fresh ? this.#value : undefined;
  }

  /** The value: the kept one while it is fresh, else a fetched one. Callers that ask meanwhile share the fetch. */
  load(): Promise<T> {
    if (this.#fresh) return Promise.resolve(this.#value as T);
    this.#pending ??= this.#start();
    return this.#pending;
  }

  /** What is known from elsewhere to be true now. A fetch that is under way is older, and dropped. */
  set(value: T): void {
    this.#changes += 1;
    this.#keep(value);
  }

  /**
   * Call this before the value is read in another way than by `load`. What it gives keeps what was read, unless that is
   * older than a change or out of date by then.
   */
  reading(): (value: T) => void {
    const changes = this.#changes;
    return value => {
      if (changes === this.#changes) this.#keep(value);
    };
  }

  /** Changes a value that was fetched; one that was not stays so, and an answer under way is asked for again. */
  update(change: (value: T) => T): void {
    if (this.#fresh) this.set(change(this.#value as T));
    else this.invalidate();
  }

  /** The next `load` fetches. A fetch that is under way is older, and dropped. */
  invalidate(): void {
    this.#changes += 1;
    this.#pending = undefined;
    this.#fresh = false;
  }

  /** Nothing is known any more. A fetch that is under way is dropped. */
  forget(): void {
    this.invalidate();
    this.#value = undefined;
  }

  #keep(value: T): void {
    this.#pending = undefined;
    this.#value = value;
    this.#fresh = true;
  }

  #start(): Promise<T> {
    const started: Promise<T> = this.#fetch().then(
      value => {
        if (this.#pending !== started)
          return this.#value !== undefined && this.#fresh ? this.#value : this.load();
        this.#keep(value);
        return value;
      },
      (error: unknown) => {
        if (this.#pending === started) this.#pending = undefined;
        throw error;
      },
    );
    return started;
  }
}

/** Ends a subscription. The shape of VS Code's Disposable. */
export interface Subscription {
  dispose(): void;
}

/** The shape of VS Code's Event, so that either side can listen to the other. */
export type Event<T> = (listener: (value: T) => unknown) => Subscription;

/** An event and the right to fire it. Listeners are called in the order in which they came. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event: Event<T> = listener => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}

import { Emitter, type Subscription } from '../model/event';
import type { Summary } from '../model/plan';
import type { SecretId } from '../model/secret';
import type { Connections } from './connections';

/** A change of access that GitHub confirmed, and whose connection made it. */
export interface MadeChange {
  readonly connectionId: string;
  readonly summary: Summary;
  /** Secrets that were changed with it, which an undo can't change back. */
  readonly lasting?: readonly SecretId[];
}

/** The last change of access that this window made with the connection in use, for as long as it can be undone. */
export class LastAccessChange {
  readonly #connections: Connections;
  readonly #subscription: Subscription;
  readonly #taken = new WeakSet<MadeChange>();
  readonly #changed = new Emitter<boolean>();
  /** Tells whether there is one. */
  readonly onDidChange = this.#changed.event;
  #current: MadeChange | undefined;
  /** Whether the last change can't be undone. */
  #isForGood = false;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#subscription = connections.onDidChange(() => {
      if (this.#current && !this.#isInUse(this.#current)) this.#keep(undefined);
    });
  }

  get current(): MadeChange | undefined {
    return this.#current;
  }

  /** A change was made. One of a connection that is no longer in use is not kept. */
  made(change: MadeChange): void {
    if (!this.#isInUse(change)) return;
    this.#isForGood = false;
    this.#keep(change);
  }

  /** A change was made that can't be undone. The one before it is no longer the last, so it is not undone in its place. */
  madeForGood(connection: Pick<MadeChange, 'connectionId'>): void {
    if (!this.#isInUse(connection)) return;
    this.#isForGood = true;
    if (this.#current) this.#keep(undefined);
  }

  /** Takes a change to undo it. Returns false if that was done before. */
  take(change: MadeChange): boolean {
    if (this.#taken.has(change)) return false;
    this.#taken.add(change);
    if (this.#current === change) this.#keep(undefined);
    return true;
  }

  /** Nothing was undone, so the change can still be undone. */
  giveBack(change: MadeChange): void {
    this.#taken.delete(change);
    if (!this.#current && !this.#isForGood) this.made(change);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #isInUse({ connectionId }: Pick<MadeChange, 'connectionId'>): boolean {
    return this.#connections.current?.id === connectionId;
  }

  #keep(change: MadeChange | undefined): void {
    this.#current = change;
    this.#changed.fire(change !== undefined);
  }
}

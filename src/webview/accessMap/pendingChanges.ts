import type { AccessMap } from './accessMap';
import { cellKey, type Dropped, type Pending, reconciled, toggled } from './pending';
import type { CellChange } from './protocol';

/** One step of the user: the pending changes that it added and those that it removed. */
interface Step {
  readonly added: readonly CellChange[];
  readonly removed: readonly CellChange[];
}

/** The pending changes, with undo and redo. */
export class PendingChanges {
  #pending: Pending = new Map();
  #undoable: Step[] = [];
  #redoable: Step[] = [];

  get all(): Pending {
    return this.#pending;
  }

  get list(): CellChange[] {
    return [...this.#pending.values()];
  }

  /** Starts over with changes from an earlier page. */
  restore(changes: readonly CellChange[]): void {
    this.#pending = byCell(changes);
    this.#forgetSteps();
  }

  toggle(map: AccessMap, row: number, column: number): void {
    this.#take(toggled(this.#pending, map, row, column));
  }

  discard(): void {
    this.#take(new Map());
  }

  /** Undoes the last step that still has an effect. Returns its changes; empty if there is nothing to undo. */
  undo(map: AccessMap): readonly CellChange[] {
    return this.#walk(map, this.#undoable, this.#redoable, ({ added, removed }) => ({
      added: removed,
      removed: added,
    }));
  }

  /** Redoes the last undone step that still has an effect. Returns its changes; empty if there is nothing to redo. */
  redo(map: AccessMap): readonly CellChange[] {
    return this.#walk(map, this.#redoable, this.#undoable, step => step);
  }

  /** Drops changes that GitHub already shows and changes that are no longer possible. Returns why, for the latter. */
  reconcile(map: AccessMap): readonly Dropped[] {
    const { pending, dropped } = reconciled(this.#pending, map);
    this.#pending = pending;
    return dropped;
  }

  /** Removes what GitHub confirmed, and clears undo and redo: they can't undo a change that was applied. */
  settle(applied: readonly CellChange[]): void {
    if (applied.length === 0) return;
    this.#pending = without(this.#pending, applied);
    this.#forgetSteps();
  }

  #take(after: Pending): void {
    const step = {
      added: [...after].filter(([key]) => !this.#pending.has(key)).map(([, change]) => change),
      removed: [...this.#pending].filter(([key]) => !after.has(key)).map(([, change]) => change),
    };
    this.#pending = after;
    if (step.added.length + step.removed.length === 0) return;
    this.#undoable.push(step);
    this.#redoable = [];
  }

  /** Moves steps from one stack to the other until one has an effect. Changes on GitHub can leave a step without one. */
  #walk(map: AccessMap, from: Step[], to: Step[], directed: (step: Step) => Step): readonly CellChange[] {
    for (let step = from.pop(); step; step = from.pop()) {
      to.push(step);
      const { added, removed } = directed(step);
      const before = this.#pending;
      const after = new Map([...without(before, removed), ...byCell(added)]);
      this.#pending = reconciled(after, map).pending;
      const touched = [...added, ...removed].filter(
        change => this.#pending.has(keyOf(change)) !== before.has(keyOf(change)),
      );
      if (touched.length > 0) return touched;
    }
    return [];
  }

  #forgetSteps(): void {
    this.#undoable = [];
    this.#redoable = [];
  }
}

function keyOf({ secret, repository }: CellChange): string {
  return cellKey(secret, repository);
}

function byCell(changes: readonly CellChange[]): Pending {
  return new Map(changes.map(change => [keyOf(change), change]));
}

function without(pending: Pending, changes: readonly CellChange[]): Pending {
  const keys = new Set(changes.map(keyOf));
  return new Map([...pending].filter(([key]) => !keys.has(key)));
}

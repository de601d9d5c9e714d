import { Emitter } from '../../model/event';
import type { ApplyOutcome, ApplyReply, CellChange } from '../../webview/accessMap/protocol';

/**
 * What is pending in the access map of one organization, and whether it is being applied. It outlives the map's page,
 * which VS Code discards while it is hidden, and the map's editor, which the user may close.
 */
export class AccessMapChanges {
  readonly #replied = new Emitter<ApplyReply>();
  /** Fires once for each request, when its changes were applied or not. */
  readonly onDidReply = this.#replied.event;
  #pending: readonly CellChange[] = [];
  #applying: string | undefined;

  get pending(): readonly CellChange[] {
    return this.#pending;
  }

  set pending(changes: readonly CellChange[]) {
    this.#pending = changes;
  }

  /** The id of the request that is under way. */
  get applying(): string | undefined {
    return this.#applying;
  }

  /**
   * Applies changes on a page's request. A request that comes while another is under way fails at once.
   * @param apply returns the changes that GitHub confirmed; what it rejects with is passed on
   */
  async apply(
    id: string,
    changes: readonly CellChange[],
    apply: (changes: readonly CellChange[]) => Promise<readonly CellChange[]>,
  ): Promise<void> {
    const reply = (outcome: ApplyOutcome, applied: readonly CellChange[] = []): void =>
      this.#replied.fire({ type: 'applied', to: id, outcome, asked: changes.length, applied });
    if (this.#applying !== undefined) {
      if (this.#applying !== id) reply('failed');
      return;
    }
    this.#applying = id;
    try {
      const applied = await apply(changes);
      this.#end(applied);
      reply(
        applied.length === 0 ? 'cancelled' : applied.length < changes.length ? 'partly' : 'done',
        applied,
      );
    } catch (error) {
      this.#end([]);
      reply('failed');
      throw error;
    }
  }

  #end(applied: readonly CellChange[]): void {
    this.#applying = undefined;
    this.#pending = this.#pending.filter(change => !applied.some(it => isSame(it, change)));
  }
}

function isSame(a: CellChange, b: CellChange): boolean {
  return a.kind === b.kind && a.secret === b.secret && a.repository === b.repository;
}

import { Emitter } from '../../model/event';
import type { ApplyReply, CellChange } from '../../webview/accessMap/protocol';

/**
 * The pending changes in the access map of one organization, and whether they are being applied. They outlive the map's
 * page, which VS Code discards while it is hidden, and the map's editor, which the user can close.
 */
export class AccessMapChanges {
  readonly #replied = new Emitter<ApplyReply>();
  /** Fires once for each request, whether or not its changes were applied. */
  readonly onDidReply = this.#replied.event;
  #pending: readonly CellChange[] = [];
  #applying: string | undefined;

  get pending(): readonly CellChange[] {
    return this.#pending;
  }

  set pending(changes: readonly CellChange[]) {
    this.#pending = changes;
  }

  /** The id of the request that is running. */
  get applying(): string | undefined {
    return this.#applying;
  }

  /**
   * Applies changes when a page requests it. A request fails at once if another one is running.
   * @param apply returns the changes that GitHub confirmed; its rejections are passed on
   */
  async apply(
    id: string,
    changes: readonly CellChange[],
    apply: (changes: readonly CellChange[]) => Promise<readonly CellChange[]>,
  ): Promise<void> {
    const reply = (outcome: ApplyReply['outcome'], applied: readonly CellChange[] = []): void =>
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

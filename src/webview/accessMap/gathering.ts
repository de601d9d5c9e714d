import { Requests } from '../requests';
import type { AccessMap } from './accessMap';
import { appliedText, undoneText, visibilityText } from './labels';
import type { Dropped, Pending } from './pending';
import { PendingChanges } from './pendingChanges';
import type { ApplyReply, CellChange, MapMessage, StartMessage } from './protocol';
import { reviewLines } from './review';
import { filled, type Texts } from './texts';

/** The changes that the user collects in the map and applies. They stay as they are while they are being applied. */
export class Gathering {
  readonly #post: (message: MapMessage) => void;
  readonly #onChange: () => void;
  readonly #requests = new Requests<ApplyReply>();
  readonly #changes = new PendingChanges();
  #texts: Texts | undefined;
  #isApplying = false;
  #remark: string | undefined;

  /**
   * @param post sends a message to the extension
   * @param onChange called when the page must be drawn again
   */
  constructor(post: (message: MapMessage) => void, onChange: () => void) {
    this.#post = post;
    this.#onChange = onChange;
  }

  get pending(): Pending {
    return this.#changes.all;
  }

  get list(): readonly CellChange[] {
    return this.#changes.list;
  }

  /** Whether changes are being applied: the extension has not replied yet. */
  get isApplying(): boolean {
    return this.#isApplying;
  }

  /** A sentence about the last action, such as an undo. */
  get remark(): string | undefined {
    return this.#remark;
  }

  start({ texts, pending, applying }: StartMessage): void {
    this.#texts = texts;
    this.#changes.restore(pending);
    if (applying !== undefined) void this.#waitFor(this.#requests.resume(applying));
  }

  /** Drops changes that GitHub already shows and changes that are no longer possible. Returns why, for the latter. */
  take(map: AccessMap): readonly Dropped[] {
    const before = this.pending.size;
    const dropped = this.#changes.reconcile(map);
    if (this.pending.size !== before) {
      this.#remark = undefined;
      this.#tellExtension();
    }
    return dropped;
  }

  toggle(map: AccessMap, row: number, column: number): void {
    const secret = map.secrets[column];
    if (secret && secret.visibility !== 'selected')
      this.#say(texts =>
        filled(
          texts.notSelected,
          secret.name,
          visibilityText(texts, secret.visibility),
          texts.visibilitySelected,
        ),
      );
    else
      this.#change(() => {
        this.#changes.toggle(map, row, column);
        return undefined;
      });
  }

  discard(): void {
    this.#change(texts => {
      this.#changes.discard();
      return texts.discarded;
    });
  }

  undo(map: AccessMap): void {
    this.#change(texts => undoneText(texts, 'undo', reviewLines(map, this.#changes.undo(map))));
  }

  redo(map: AccessMap): void {
    this.#change(texts => undoneText(texts, 'redo', reviewLines(map, this.#changes.redo(map))));
  }

  /** Asks the extension to apply the pending changes. */
  apply(): void {
    if (this.#isApplying) return;
    const changes = this.list;
    void this.#waitFor(this.#requests.send(id => this.#post({ type: 'apply', id, changes })));
  }

  /** Handles a reply. Drops it if this page does not wait for it: an earlier page might have sent the request. */
  receive(reply: ApplyReply): void {
    this.#requests.settle(reply.to, reply);
  }

  async #waitFor(request: Promise<ApplyReply>): Promise<void> {
    this.#isApplying = true;
    this.#say(() => undefined);
    const reply = await request;
    this.#isApplying = false;
    this.#changes.settle(reply.applied);
    this.#tellExtension();
    this.#say(texts => appliedText(texts, reply));
  }

  /** Makes a change. `change` returns the remark to show about it. */
  #change(change: (texts: Texts) => string | undefined): void {
    if (this.#isApplying) this.#say(texts => texts.applyingWait);
    else {
      this.#say(change);
      this.#tellExtension();
    }
  }

  #say(remark: (texts: Texts) => string | undefined): void {
    this.#remark = this.#texts && remark(this.#texts);
    this.#onChange();
  }

  #tellExtension(): void {
    this.#post({ type: 'pending', changes: this.list });
  }
}

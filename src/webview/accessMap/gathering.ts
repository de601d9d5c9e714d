import { Requests } from '../requests';
import type { AccessMap } from './accessMap';
import { appliedText, undoneText, visibilityText } from './labels';
import type { Dropped, Pending } from './pending';
import { PendingChanges } from './pendingChanges';
import type { ApplyReply, CellChange, MapMessage, StartMessage } from './protocol';
import { reviewLines } from './review';
import { filled, type Texts } from './texts';

/** What the user gathers in the map and has applied. Nothing of it changes while a request to apply has no reply. */
export class Gathering {
  readonly #post: (message: MapMessage) => void;
  readonly #onChange: () => void;
  readonly #requests = new Requests<ApplyReply>();
  readonly #changes = new PendingChanges();
  #texts: Texts | undefined;
  #isApplying = false;
  #remark: string | undefined;

  /**
   * @param post sends a message to the host
   * @param onChange called when there is something else to show
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

  /** Whether a request to apply changes has no reply yet. */
  get isApplying(): boolean {
    return this.#isApplying;
  }

  /** What there is to say about the last thing that was done. */
  get remark(): string | undefined {
    return this.#remark;
  }

  start({ texts, pending, applying }: StartMessage): void {
    this.#texts = texts;
    this.#changes.restore(pending);
    if (applying !== undefined) void this.#waitFor(this.#requests.resume(applying));
  }

  /** Drops what GitHub shows as made or cannot make any more. Returns why changes were dropped. */
  take(map: AccessMap): readonly Dropped[] {
    const before = this.pending.size;
    const dropped = this.#changes.reconcile(map);
    if (this.pending.size !== before) {
      this.#remark = undefined;
      this.#tellHost();
    }
    return dropped;
  }

  toggle(map: AccessMap, row: number, column: number): void {
    const secret = map.secrets[column];
    if (secret && secret.visibility !== 'selected')
      this.#say(texts => filled(texts.notSelected, secret.name, visibilityText(texts, secret.visibility)));
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

  /** Asks the host to apply what is pending. */
  apply(): void {
    if (this.#isApplying) return;
    const changes = this.list;
    void this.#waitFor(this.#requests.send(id => this.#post({ type: 'apply', id, changes })));
  }

  /** Takes a reply; one to a request of a page before this one, which waits no more, is dropped. */
  receive(reply: ApplyReply): void {
    this.#requests.settle(reply.to, reply);
  }

  async #waitFor(request: Promise<ApplyReply>): Promise<void> {
    this.#isApplying = true;
    this.#say(() => undefined);
    const reply = await request;
    this.#isApplying = false;
    this.#changes.settle(reply.applied);
    this.#tellHost();
    this.#say(texts => appliedText(texts, reply));
  }

  /** Makes a change, which returns the remark to make about it. */
  #change(change: (texts: Texts) => string | undefined): void {
    if (this.#isApplying) this.#say(texts => texts.applyingWait);
    else {
      this.#say(change);
      this.#tellHost();
    }
  }

  #say(remark: (texts: Texts) => string | undefined): void {
    this.#remark = this.#texts && remark(this.#texts);
    this.#onChange();
  }

  #tellHost(): void {
    this.#post({ type: 'pending', changes: this.list });
  }
}

/** The requests of a page that wait for their replies. Each gets exactly one. */
export class Requests<Reply> {
  readonly #waiting = new Map<string, (reply: Reply) => void>();

  /**
   * Sends a request and waits for its reply.
   * @param post sends it with this id, which no other request has, of this page or of one before it
   */
  send(post: (id: string) => void): Promise<Reply> {
    const id = crypto.randomUUID();
    const reply = this.resume(id);
    post(id);
    return reply;
  }

  /** Waits for the reply to a request that this page sent before it was loaded again. */
  resume(id: string): Promise<Reply> {
    return new Promise(resolve => this.#waiting.set(id, resolve));
  }

  /** Takes a reply. Returns false if no request waits for it. */
  settle(id: string, reply: Reply): boolean {
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    resolve?.(reply);
    return resolve !== undefined;
  }
}

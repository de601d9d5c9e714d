/** Work in several parts that goes on while the user is asked about what it brings. */
export class BackgroundWork {
  readonly #onPartEnd: () => void;
  #underWay = 0;
  #break: (error: unknown) => void = () => undefined;
  /** Rejects with the error of a part. A part takes care of failures itself. */
  readonly broken = new Promise<never>((_, reject) => (this.#break = reject));

  /** @param onPartEnd called when a part has ended, however it did */
  constructor(onPartEnd: () => void) {
    this.#onPartEnd = onPartEnd;
    this.broken.catch(() => undefined);
  }

  get isUnderWay(): boolean {
    return this.#underWay > 0;
  }

  /** Does a part, beside those that are under way. */
  async run(part: () => Promise<void>): Promise<void> {
    this.#underWay += 1;
    try {
      await part();
    } catch (error) {
      this.#break(error);
    } finally {
      this.#underWay -= 1;
      this.#onPartEnd();
    }
  }
}

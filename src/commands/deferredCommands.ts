import type { Connection } from '../cache/connections';
import type { CommandId, commands } from '../manifest';
import { loadOnce } from '../model/loadOnce';

/** The commands whose code is loaded later. */
export type DeferredId = Exclude<CommandId, typeof commands.showLog>;

/** The commands, once their code is loaded. */
export interface Commands {
  /**
   * Runs a command, and tells the user about failures.
   * @param before the connection in use when the user ran it
   */
  readonly run: (id: DeferredId, before: Connection | undefined, args: readonly unknown[]) => Promise<void>;
  readonly dispose: () => void;
}

/** Commands whose code is loaded when the first one runs. If that failed, the next one loads it again. */
export class DeferredCommands {
  readonly #load: () => Promise<Commands>;
  readonly #current: () => Connection | undefined;
  readonly #onUnexpected: (error: unknown) => void;
  #loaded: Commands | undefined;
  #isDisposed = false;

  /** @param onUnexpected tells the user that the code could not be loaded */
  constructor(
    load: () => Promise<Commands>,
    current: () => Connection | undefined,
    onUnexpected: (error: unknown) => void,
  ) {
    this.#load = loadOnce(load);
    this.#current = current;
    this.#onUnexpected = onUnexpected;
  }

  async run(id: DeferredId, args: readonly unknown[]): Promise<void> {
    const before = this.#current();
    const commands = this.#loaded ?? (await this.#whenLoaded());
    await commands?.run(id, before, args);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#loaded?.dispose();
  }

  /** Nothing if the code could not be loaded, which the user is told, or if nobody needs it any more. */
  async #whenLoaded(): Promise<Commands | undefined> {
    try {
      const commands = await this.#load();
      if (!this.#isDisposed) return (this.#loaded = commands);
      commands.dispose();
    } catch (error) {
      this.#onUnexpected(error);
    }
    return undefined;
  }
}

import { Disposable, workspace } from 'vscode';
import type { CheckDeclarations } from '../model/declarationsCheck';
import type { EditDeclarations } from '../model/declarationEdits';
import { loadOnce } from '../model/loadOnce';
import type { Settings } from '../platform/settings';
import { folderOf } from './file';

/** What works on devcontainer.json files, once its code is loaded. */
export interface Devcontainer {
  readonly checkDeclarations: CheckDeclarations;
  readonly editDeclarations: EditDeclarations;
  readonly dispose: () => void;
}

/** Loads what checks devcontainer.json files when one is open, and not before. */
export class DeferredDevcontainer implements Disposable {
  readonly #load: () => Promise<Devcontainer>;
  readonly #settings: Pick<Settings, 'checkDevcontainer' | 'onDidChangeCheckDevcontainer'>;
  readonly #onUnexpected: (error: unknown) => void;
  readonly #subscriptions: Disposable;
  #loaded: Devcontainer | undefined;
  #isDisposed = false;

  constructor(
    load: () => Promise<Devcontainer>,
    settings: Pick<Settings, 'checkDevcontainer' | 'onDidChangeCheckDevcontainer'>,
    onUnexpected: (error: unknown) => void,
  ) {
    this.#load = loadOnce(load);
    this.#settings = settings;
    this.#onUnexpected = onUnexpected;
    this.#subscriptions = Disposable.from(
      workspace.onDidOpenTextDocument(() => this.#look()),
      workspace.onDidChangeWorkspaceFolders(() => this.#look()),
      settings.onDidChangeCheckDevcontainer(() => this.#look()),
    );
    this.#look();
  }

  /** Checks declarations, whether their file is open or not. The setting is about files that are open. */
  readonly checkDeclarations: CheckDeclarations = async files =>
    (await this.#devcontainer()).checkDeclarations(files);

  /** What edits declarations, loaded if it isn't yet. */
  async editDeclarations(): Promise<EditDeclarations> {
    return (await this.#devcontainer()).editDeclarations;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#subscriptions.dispose();
    this.#loaded?.dispose();
  }

  #look(): void {
    if (this.#loaded || !this.#settings.checkDevcontainer) return;
    if (workspace.textDocuments.some(folderOf)) this.#devcontainer().catch(this.#onUnexpected);
  }

  async #devcontainer(): Promise<Devcontainer> {
    const devcontainer = this.#loaded ?? (await this.#load());
    if (this.#isDisposed) devcontainer.dispose();
    else this.#loaded = devcontainer;
    return devcontainer;
  }
}

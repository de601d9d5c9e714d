import { Disposable, EventEmitter, type TextDocument, workspace, type WorkspaceFolder } from 'vscode';
import type { Connection, Connections } from '../cache/connections';
import type { FailureReason } from '../model/failure';
import type { StoreChange } from '../cache/storeChange';
import type { OpenRepositories } from '../platform/openRepositories';
import type { Settings } from '../platform/settings';
import { type DeclaredSecrets, readDeclaredSecrets } from './declaredSecrets';
import { folderOf } from './file';
import { folderRepository } from './folderRepository';
import { type Finding, findingsOf } from './findings';
import { Loads } from './loads';
import { Pauses } from './pauses';
import { type Again, RepositoryKnowledge } from './repositoryKnowledge';
import type { Unchecked } from '../model/declarationsCheck';
import { addressOf } from '../model/repositoryAddress';

/** An open devcontainer.json, with what is known of its repository. */
export interface CheckedFile {
  readonly document: TextDocument;
  readonly folder: WorkspaceFolder;
  knowledge: RepositoryKnowledge | Unchecked;
}

export interface ChecksContext {
  readonly connections: Connections;
  readonly settings: Settings;
  readonly openRepositories: OpenRepositories;
  readonly onUnexpected: (error: unknown) => void;
  /** A failure in a few words. Handed over, because the first bundle has these words already. */
  readonly failureLabel: (reason: FailureReason) => string;
}

/**
 * The devcontainer.json files that are open, each with what is known of the secrets that its repository gets. GitHub is
 * asked when a file is opened or saved, and when something changed there; typing asks nothing.
 */
export class Checks implements Disposable {
  readonly #context: ChecksContext;
  /** By URI. */
  readonly #files = new Map<string, CheckedFile>();
  readonly #loads: Loads;
  readonly #changed = new EventEmitter<CheckedFile>();
  /** What is known of a file has changed; or its text, and nobody has typed in it for a moment. */
  readonly onDidChange = this.#changed.event;
  readonly #typed = new Pauses<CheckedFile>(file => this.#changed.fire(file));
  readonly #compared = new EventEmitter<void>();
  /** GitHub has told what the repository of a file gets. */
  readonly onDidCompare = this.#compared.event;
  readonly #closed = new EventEmitter<TextDocument>();
  /** A file is not checked any more, or has to be checked anew. */
  readonly onDidClose = this.#closed.event;
  readonly #subscriptions: Disposable;
  /** The number of the last attach of each file. */
  readonly #attaches = new WeakMap<CheckedFile, number>();
  #connection: Connection | undefined;

  constructor(context: ChecksContext) {
    this.#context = context;
    const { connections, openRepositories, settings } = context;
    this.#connection = connections.current;
    this.#loads = new Loads(knowledge => this.#namesFor(knowledge), context.onUnexpected);
    this.#subscriptions = Disposable.from(
      workspace.onDidOpenTextDocument(document => this.#open(document)),
      workspace.onDidChangeTextDocument(({ document }) => {
        const file = this.file(document);
        if (file) this.#typed.start(file);
      }),
      workspace.onDidSaveTextDocument(document => this.#saved(document)),
      workspace.onDidCloseTextDocument(document => this.#close(document)),
      workspace.onDidChangeWorkspaceFolders(() => this.#restart()),
      openRepositories.onDidChange(() => this.#restart()),
      settings.onDidChangeCheckDevcontainer(() => this.#restart()),
      connections.onDidChange(change => this.#take(change)),
    );
    this.#restart();
  }

  get files(): readonly CheckedFile[] {
    return [...this.#files.values()];
  }

  file({ uri }: Pick<TextDocument, 'uri'>): CheckedFile | undefined {
    return this.#files.get(uri.toString());
  }

  dispose(): void {
    for (const file of this.files) this.#forget(file);
    this.#subscriptions.dispose();
    this.#loads.dispose();
    this.#typed.dispose();
    this.#changed.dispose();
    this.#compared.dispose();
    this.#closed.dispose();
  }

  /** Looks anew at which files there are and what they belong to. What is known of repositories stays. */
  #restart(): void {
    for (const file of this.files)
      if (!this.#context.settings.checkDevcontainer || !folderOf(file.document)) this.#forget(file);
    for (const document of workspace.textDocuments) this.#open(document);
  }

  #open(document: TextDocument): void {
    const folder = folderOf(document);
    if (!folder || !this.#context.settings.checkDevcontainer || document.isClosed) return;
    const open = this.file(document);
    const isSame = open?.folder.uri.toString() === folder.uri.toString();
    const file: CheckedFile = open && isSame ? open : { document, folder, knowledge: 'loading' };
    this.#files.set(document.uri.toString(), file);
    this.#attach(file).catch(this.#context.onUnexpected);
  }

  /** Finds out what a file belongs to, and loads what is known of that. Only the last of several counts. */
  async #attach(file: CheckedFile): Promise<void> {
    const connection = this.#connection;
    const attach = (this.#attaches.get(file) ?? 0) + 1;
    this.#attaches.set(file, attach);
    const knowledge = connection ? await this.#knowledgeOf(connection, file.folder) : 'signedOut';
    if (this.file(file.document) !== file || connection !== this.#connection) return;
    if (this.#attaches.get(file) !== attach) return;
    file.knowledge = knowledge;
    if (typeof knowledge !== 'string') this.#loads.request(knowledge);
    this.#changed.fire(file);
  }

  async #knowledgeOf(
    connection: Connection,
    { uri }: WorkspaceFolder,
  ): Promise<RepositoryKnowledge | Unchecked> {
    const open = await folderRepository(this.#context, connection, uri);
    if (typeof open === 'string') return open;
    const { fullName } = open;
    return this.#loads.of(`${connection.id} ${fullName.toLowerCase()}`, () => {
      const knowledge = new RepositoryKnowledge(connection, fullName);
      knowledge.onDidChange(() => {
        for (const file of this.#filesOf(knowledge)) this.#changed.fire(file);
        if (knowledge.isCompared && !knowledge.isLoading) this.#compared.fire();
      });
      return knowledge;
    });
  }

  #saved(document: TextDocument): void {
    const file = this.file(document);
    if (file && typeof file.knowledge !== 'string') this.#loads.request(file.knowledge);
  }

  #close(document: TextDocument): void {
    const file = this.file(document);
    if (file) this.#forget(file);
  }

  #forget(file: CheckedFile): void {
    this.#files.delete(file.document.uri.toString());
    this.#typed.cancel(file);
    this.#closed.fire(file.document);
  }

  /** Another connection knows nothing yet, and nothing of the one before is shown any longer. */
  #take(change: StoreChange): void {
    const { current } = this.#context.connections;
    if (current !== this.#connection) {
      this.#connection = current;
      this.#loads.forget();
      for (const file of this.files) this.#forget(file);
      this.#restart();
      return;
    }
    this.#loads.forgetUnneeded();
    for (const knowledge of new Set(this.files.map(file => file.knowledge)))
      if (typeof knowledge !== 'string') this.#loads.request(knowledge, againAfter(change, knowledge));
  }

  #filesOf(knowledge: RepositoryKnowledge): CheckedFile[] {
    return this.files.filter(file => file.knowledge === knowledge);
  }

  /** Nothing where the last file of the repository has been closed. */
  #namesFor(knowledge: RepositoryKnowledge): string[] | undefined {
    const files = this.#filesOf(knowledge);
    if (files.length === 0) return undefined;
    return files.flatMap(({ document }) => declaredIn(document).secrets.map(({ name }) => name));
  }
}

/** Which failures are asked about once more after a change: those that the user refreshed. */
function againAfter(change: StoreChange, { fullName }: RepositoryKnowledge): Again {
  switch (change.kind) {
    case 'list':
    case 'secret':
      return 'none';
    case 'user':
      return 'user';
    case 'everything':
      return 'all';
    case 'organization': {
      const { owner } = addressOf(fullName);
      return owner.toLowerCase() === change.organization.toLowerCase() ? 'all' : 'none';
    }
  }
}

/** The last text that was read of a document. */
const read = new WeakMap<TextDocument, { readonly version: number; readonly declared: DeclaredSecrets }>();

/** What a document declares. */
export function declaredIn(document: TextDocument): DeclaredSecrets {
  const last = read.get(document);
  if (last?.version === document.version) return last.declared;
  const declared = readDeclaredSecrets(document.getText());
  read.set(document, { version: document.version, declared });
  return declared;
}

/** What the repository of a file does not get, as far as is known. */
export function findingsIn({ document, knowledge }: CheckedFile): Finding[] {
  if (typeof knowledge === 'string' || !knowledge.isSettled) return [];
  return findingsOf(declaredIn(document).secrets, knowledge.levels);
}

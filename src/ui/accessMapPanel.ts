import {
  commands as vscodeCommands,
  type Disposable,
  l10n,
  type LogOutputChannel,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { afterLimit } from '../host/afterLimit';
import { commands } from '../host/contributions';
import { failureSentence, failureStep, type FailureStep } from '../host/failureText';
import { Failure } from '../model/failure';
import type { Change } from '../model/plan';
import type { Access } from '../model/reach';
import type { Store } from '../model/store';
import {
  type CellChange,
  checkMapMessage,
  type HostMessage,
  type MapMessage,
} from '../webview/accessMap/protocol';
import { accessMapTexts } from './accessMapTexts';
import { tellUnexpected } from './unexpected';
import { webviewPage, webviewRoots } from './webviewPage';

/** What a map works with. */
export interface AccessMapParts {
  readonly store: Store;
  readonly log: LogOutputChannel;
  readonly extensionUri: Uri;
  /** Carries out what was gathered in the map; settles when the user is through with it. */
  readonly apply: (changes: readonly Change[]) => Promise<void>;
}

/** How long changes of the store gather before the map is sent anew, in milliseconds. */
const gather = 100;

/** The access map of one organization, in an editor of its own. What is pending in it is known to the map alone. */
export class AccessMapPanel implements Disposable {
  readonly #organization: string;
  readonly #parts: AccessMapParts;
  readonly #panel: WebviewPanel;
  readonly #subscriptions: { dispose(): unknown }[];
  /** The access that the map shows. */
  #access: Access | undefined;
  #step: FailureStep | undefined;
  /** Whether the page is loaded: one that is hidden is thrown away. */
  #isListening = false;
  #isApplying = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Reads again when a rate limit is over. */
  #limit: ReturnType<typeof afterLimit> | undefined;
  #asked = 0;

  constructor(organization: string, parts: AccessMapParts, onDidDispose: () => void) {
    this.#organization = organization;
    this.#parts = parts;
    this.#panel = window.createWebviewPanel(
      'codespacesOrgSecrets.accessMap',
      l10n.t('Access Map: {0}', organization),
      ViewColumn.Active,
      { enableScripts: true, localResourceRoots: webviewRoots(parts.extensionUri) },
    );
    this.#panel.iconPath = Uri.joinPath(parts.extensionUri, 'media', 'accessMap.svg');
    this.#subscriptions = [
      this.#panel.onDidDispose(() => {
        this.#end();
        onDidDispose();
      }),
      this.#panel.onDidChangeViewState(() => {
        if (!this.#panel.visible) this.#isListening = false;
      }),
      this.#panel.webview.onDidReceiveMessage(data => this.#receive(data)),
      parts.store.onDidChange(change => {
        if (change.organization !== undefined && change.organization !== organization) return;
        // The calls are made; what is left is what the user is told of them, which may stand there for long.
        this.#setApplying(false);
        this.#sendSoon();
      }),
    ];
    this.#panel.webview.html = webviewPage('accessMap', this.#panel.webview, parts.extensionUri);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#limit?.dispose();
    this.#asked += 1;
    this.#isListening = false;
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #receive(data: unknown): void {
    const checked = checkMapMessage(data);
    if ('message' in checked) this.#run(() => this.#obey(checked.message));
    else this.#parts.log.warn(`The access map sent a message ${checked.problem}; it was ignored.`);
  }

  async #obey(message: MapMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isListening = true;
        this.#post({ type: 'texts', texts: accessMapTexts(this.#organization) });
        this.#post({ type: 'applying', isApplying: this.#isApplying });
        return this.#send();
      case 'refresh':
        this.#parts.store.refreshOrganization(this.#organization);
        return;
      case 'takeStep':
        if (this.#step) await vscodeCommands.executeCommand(this.#step.command, ...this.#step.arguments);
        return;
      case 'createSecret':
        await vscodeCommands.executeCommand(commands.createSecret, {
          kind: 'organization',
          organization: this.#organization,
        });
        return;
      case 'apply':
        return this.#apply(message.changes);
      case 'ignored':
        this.#parts.log.warn(`The access map was sent a message ${message.problem}; it was ignored.`);
        return;
    }
  }

  async #apply(cells: readonly CellChange[]): Promise<void> {
    this.#setApplying(true);
    try {
      await this.#parts.apply(this.#changes(cells));
    } finally {
      this.#setApplying(false);
      await this.#send();
    }
  }

  /** The changes that cells stand for. Those whose secret or repository the map does not show are left out. */
  #changes(cells: readonly CellChange[]): Change[] {
    const secrets = new Map(this.#access?.secrets.map(secret => [secret.name, secret]));
    const repositories = new Map(this.#access?.repositories.map(repository => [repository.id, repository]));
    return cells.flatMap(({ kind, secret, repository }) => {
      const [known, target] = [secrets.get(secret), repositories.get(repository)];
      if (known?.reach.visibility === 'selected' && target)
        return [{ kind, secret: { organization: known.organization, name: known.name }, repository: target }];
      this.#parts.log.warn(
        `The access map asked to change ${secret}, which it does not show so; it was ignored.`,
      );
      return [];
    });
  }

  /** What changed in the store is shown once the last of several changes has come. */
  #sendSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(() => this.#send()), gather);
  }

  /** Sends how things are now. An answer that comes after a later question is dropped. */
  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#limit?.dispose();
    if (!this.#isListening) return;
    const asked = (this.#asked += 1);
    this.#post({ type: 'loading' });
    const message = await this.#read();
    if (asked === this.#asked) this.#post(message);
  }

  async #read(): Promise<HostMessage> {
    try {
      this.#access = await this.#parts.store.access(this.#organization);
      return accessMessage(this.#access);
    } catch (error) {
      if (!(error instanceof Failure)) {
        void tellUnexpected(this.#parts.log, error);
        return {
          type: 'failed',
          sentence: l10n.t('Something went wrong. The log says where.'),
          step: undefined,
        };
      }
      if (error.reason.kind === 'rateLimited')
        this.#limit = afterLimit(error.reason.until, () => this.#run(() => this.#send()));
      this.#step = failureStep(error.reason);
      return { type: 'failed', sentence: failureSentence(error.reason), step: this.#step?.title };
    }
  }

  #setApplying(isApplying: boolean): void {
    if (isApplying === this.#isApplying) return;
    this.#isApplying = isApplying;
    this.#post({ type: 'applying', isApplying });
  }

  #run(work: () => Promise<void>): void {
    work().catch((error: unknown) => tellUnexpected(this.#parts.log, error));
  }

  #post(message: HostMessage): void {
    if (this.#isListening) void this.#panel.webview.postMessage(message);
  }
}

function accessMessage({ secrets, repositories }: Access): HostMessage {
  return {
    type: 'access',
    secrets: secrets.map(({ name, reach }) => [name, reach.visibility, reach.selection.map(({ id }) => id)]),
    repositories: repositories.map(({ id, name, visibility, archived }) => [id, name, visibility, archived]),
  };
}

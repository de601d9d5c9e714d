import {
  commands as vscodeCommands,
  type Disposable,
  type LogOutputChannel,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { afterLimit } from '../../model/afterLimit';
import { commands } from '../../manifest';
import { accessMapPanelLabels } from '../../labels/accessMapPanel';
import { failureSentence, failureStep, type FailureStep } from '../../labels/failures';
import { listed } from '../../labels/names';
import { unexpectedLabels } from '../../labels/unexpected';
import { type Failure, isFailure } from '../../model/failure';
import type { Change } from '../../model/plan';
import type { AccessMatrix } from '../../model/access';
import type { Store } from '../../cache/store';
import { organizationOfChange } from '../../cache/storeChange';
import {
  type ApplyReply,
  type CellChange,
  checkMapMessage,
  type HostMessage,
  type MapMessage,
} from '../../webview/accessMap/protocol';
import type { AccessMapChanges } from './accessMapChanges';
import { accessMessage, cellOf, changeOf, hasSecret, secretsOfCells } from './accessMapMessages';
import { accessMapTexts, keptSentence } from '../../labels/accessMap';
import { completeStep } from '../../platform/walkthrough';
import { showInformation, showWarning } from '../messages';
import { tellUnexpected } from '../unexpected';
import { webviewPage, webviewRoots } from './webviewPage';

/** What a map needs. */
export interface AccessMapParts {
  readonly store: Store;
  readonly connectionId: string;
  readonly log: LogOutputChannel;
  readonly extensionUri: Uri;
  /** Its pending changes. */
  readonly changes: AccessMapChanges;
  /** Applies changes. Returns those that GitHub confirmed: none if the user was asked and cancelled. */
  readonly apply: (changes: readonly Change[]) => Promise<readonly Change[]>;
  /** Opens the map again. */
  readonly reopen: () => unknown;
}

/** How long changes of the store are collected before the map is sent again, in milliseconds. */
const gather = 100;

/** The access map of one organization, in its own editor. */
export class AccessMapPanel implements Disposable {
  readonly organization: string;
  readonly store: Store;
  readonly #parts: AccessMapParts;
  readonly #panel: WebviewPanel;
  readonly #subscriptions: { dispose(): unknown }[];
  /** The access that the map shows. */
  #access: AccessMatrix | undefined;
  #step: FailureStep | undefined;
  /** Whether the page is loaded. VS Code discards it while it is hidden. */
  #isListening = false;
  /** Whether no page has been loaded yet. */
  #isNew = true;
  /** Whether the user closes the editor, rather than the extension. */
  #isClosedByUser = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Reads again after a rate limit. */
  #limit: ReturnType<typeof afterLimit> | undefined;
  #asked = 0;

  constructor(organization: string, parts: AccessMapParts, onDidDispose: () => void) {
    this.organization = organization;
    this.store = parts.store;
    this.#parts = parts;
    this.#panel = window.createWebviewPanel(
      'codespacesOrgSecrets.accessMap',
      accessMapPanelLabels.title(organization),
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
        if ([undefined, organization].includes(organizationOfChange(change))) this.#sendSoon();
      }),
      parts.changes.onDidReply(reply => this.#run(() => this.#reply(reply))),
    ];
    this.#panel.webview.html = webviewPage('accessMap', this.#panel, parts.extensionUri);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#isClosedByUser = false;
    this.#panel.dispose();
  }

  #end(): void {
    if (this.#isClosedByUser) this.#run(() => this.#tellKept());
    clearTimeout(this.#timer);
    this.#limit?.dispose();
    this.#asked += 1;
    this.#isListening = false;
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Says that pending changes are kept. Not for changes that are being applied: their result is told elsewhere. */
  async #tellKept(): Promise<void> {
    const { pending, applying } = this.#parts.changes;
    if (pending.length === 0 || applying !== undefined) return;
    const open = accessMapPanelLabels.open();
    const sentence = keptSentence(this.organization, pending.length);
    if ((await showInformation(sentence, open)) === open) this.#parts.reopen();
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
        this.#start();
        return this.#send();
      case 'refresh':
        this.#parts.store.refreshOrganization(this.organization);
        return;
      case 'takeStep':
        if (this.#step) await vscodeCommands.executeCommand(this.#step.command, ...this.#step.arguments);
        return;
      case 'createSecret':
        await vscodeCommands.executeCommand(commands.createSecret, {
          kind: 'organization',
          organization: this.organization,
          connectionId: this.#parts.connectionId,
        });
        return;
      case 'pending':
        this.#parts.changes.pending = message.changes;
        return;
      case 'apply':
        return this.#parts.changes.apply(message.id, message.changes, cells => this.#apply(cells));
      case 'ignored':
        this.#parts.log.warn(`The access map was sent a message ${message.problem}; it was ignored.`);
        return;
    }
  }

  #start(): void {
    const { pending, applying } = this.#parts.changes;
    this.#post({
      type: 'start',
      texts: accessMapTexts(this.organization, this.store.apps),
      origin: { organization: this.organization, connectionId: this.#parts.connectionId },
      pending,
      isReopened: this.#isNew && pending.length > 0 && applying === undefined,
      applying,
    });
    // VS Code sometimes leaves the focus with nothing if it opens an editor while it closes a pick.
    if (this.#isNew && this.#panel.active) this.reveal();
    this.#isNew = false;
  }

  async #apply(cells: readonly CellChange[]): Promise<readonly CellChange[]> {
    const changes = cells.flatMap(cell => changeOf(this.#access, cell) ?? []);
    const others = cells.filter(cell => !changeOf(this.#access, cell));
    for (const { secret } of others)
      this.#parts.log.warn(`The access map asked to change ${secret}, which it can't now.`);
    // Those of an app whose secrets are missing, or not shown any more, are kept until they are there again.
    const waiting = others.filter(cell => !hasSecret(this.#access, cell));
    if (waiting.length > 0)
      void showWarning(accessMapPanelLabels.notApplied(listed(secretsOfCells(waiting))));
    const confirmed = await this.#parts.apply(changes);
    return confirmed.flatMap(change => cellOf(change) ?? []);
  }

  /** Shows what was applied, then lets the user change more. */
  async #reply(reply: ApplyReply): Promise<void> {
    await this.#send();
    this.#post(reply);
  }

  /** Sends the map once after several changes of the store. */
  #sendSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(() => this.#send()), gather);
  }

  /** Sends the current access. Drops an answer if there was a newer request meanwhile. */
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
      this.#access = await this.#parts.store.access(this.organization);
      for (const { failure } of this.#access.failures) this.#readAfterLimit(failure);
      void completeStep('accessMap');
      return accessMessage(this.#access);
    } catch (error) {
      if (!isFailure(error)) {
        void tellUnexpected(this.#parts.log, error);
        return {
          type: 'failed',
          sentence: unexpectedLabels.short(),
          step: undefined,
        };
      }
      this.#readAfterLimit(error);
      this.#step = failureStep(error.reason);
      return { type: 'failed', sentence: failureSentence(error.reason), step: this.#step?.title };
    }
  }

  #readAfterLimit({ reason }: Failure): void {
    if (reason.kind !== 'rateLimited') return;
    this.#limit?.dispose();
    this.#limit = afterLimit(reason.until, () => this.#run(() => this.#send()));
  }

  #run(work: () => Promise<void>): void {
    work().catch((error: unknown) => tellUnexpected(this.#parts.log, error));
  }

  #post(message: HostMessage): void {
    if (this.#isListening) void this.#panel.webview.postMessage(message);
  }
}

import { type LogOutputChannel, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { valueEditorLabels, valueEditorTexts } from '../../labels/valueEditor';
import { valueProblemText } from '../../labels/valueProblems';
import { withLineFeeds } from '../../model/valueText';
import {
  checkEditorMessage,
  type Description,
  type Draft,
  type EditorMessage,
  type HostMessage,
} from '../../webview/valueEditor/protocol';
import { webviewPage, webviewRoots } from './webviewPage';

/** What a multi-line editor needs. */
export interface ValueEditorParts {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
}

/** What a multi-line editor gave: a value, or the text that was in it when it was closed. */
export type Edited = { readonly value: string } | { readonly left: string };

/**
 * Opens a webview to enter a value of several lines. It isn't a VS Code document, because VS Code backs those up to
 * disk. Only the extension keeps the text, and closing the editor deletes it.
 */
export function editValue(
  parts: ValueEditorParts,
  question: { readonly title: string; readonly draft: string },
): Promise<Edited> {
  return new Promise(resolve => new ValueEditorPanel(parts, question, resolve));
}

class ValueEditorPanel {
  readonly #log: LogOutputChannel;
  readonly #panel: WebviewPanel;
  readonly #title: string;
  #draft: Draft;
  #isUsed = false;

  constructor(
    { extensionUri, log }: ValueEditorParts,
    { title, draft }: { readonly title: string; readonly draft: string },
    onDidClose: (edited: Edited) => void,
  ) {
    this.#log = log;
    this.#title = title;
    this.#draft = { value: draft, hasLineFeeds: false };
    this.#panel = window.createWebviewPanel('codespacesOrgSecrets.valueEditor', title, ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: webviewRoots(extensionUri),
    });
    this.#panel.iconPath = Uri.joinPath(extensionUri, 'media', 'valueEditor.svg');
    this.#panel.webview.onDidReceiveMessage(data => this.#receive(data));
    this.#panel.onDidDispose(() => {
      onDidClose(this.#isUsed ? { value: this.#value } : { left: this.#draft.value });
      this.#draft = { value: '', hasLineFeeds: false };
    });
    this.#panel.webview.html = webviewPage('valueEditor', this.#panel, extensionUri);
  }

  /** The value as it would be used. */
  get #value(): string {
    const { value, hasLineFeeds } = this.#draft;
    return hasLineFeeds ? withLineFeeds(value) : value;
  }

  #receive(data: unknown): void {
    const checked = checkEditorMessage(data);
    if ('message' in checked) this.#obey(checked.message);
    else this.#log.warn(`The multi-line editor sent a message ${checked.problem}; it was ignored.`);
  }

  #obey(message: EditorMessage): void {
    switch (message.type) {
      case 'ready':
        this.#post({ type: 'texts', texts: valueEditorTexts(this.#title) });
        this.#post({ type: 'draft', draft: this.#draft });
        this.#describe();
        return;
      case 'changed':
        this.#draft = message.draft;
        this.#describe();
        return;
      case 'use':
        if (valueProblemText(this.#value) !== undefined) return;
        this.#isUsed = true;
        this.#panel.dispose();
        return;
      case 'cancel':
        this.#panel.dispose();
        return;
      case 'ignored':
        this.#log.warn(`The multi-line editor was sent a message ${message.problem}; it was ignored.`);
        return;
    }
  }

  #describe(): void {
    this.#post({ type: 'described', ...descriptionOf(this.#value) });
  }

  #post(message: HostMessage): void {
    void this.#panel.webview.postMessage(message);
  }
}

function descriptionOf(value: string): Description {
  const problem = valueProblemText(value);
  // An empty editor is not shown as an error: the user has not done anything wrong yet.
  if (value === '') return { words: problem ?? '', problem: undefined, isUsable: false };
  return {
    words: valueEditorLabels.description(value),
    problem,
    isUsable: problem === undefined,
  };
}

import { l10n, type LogOutputChannel, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { byteCount, valueWords } from '../../labels/words';
import { maxValueBytes } from '../../model/secretValue';
import { withLineFeeds } from '../../model/valueText';
import {
  checkEditorMessage,
  type Description,
  type Draft,
  type EditorMessage,
  type HostMessage,
} from '../../webview/valueEditor/protocol';
import type { Texts } from '../../webview/valueEditor/texts';
import { valueProblemText } from '../value/valueInput';
import { webviewPage, webviewRoots } from './webviewPage';

/** What a multi-line editor works with. */
export interface ValueEditorParts {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
}

/** What came of a multi-line editor: a value, or what was in it when it was closed. */
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
    this.#panel.webview.html = webviewPage('valueEditor', this.#panel.webview, extensionUri);
  }

  /** The value as it is used. */
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
        this.#post({ type: 'texts', texts: texts(this.#title) });
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
  // Nobody has done anything wrong yet.
  if (value === '') return { words: problem ?? '', problem: undefined, isUsable: false };
  return {
    words: l10n.t('{0}. At most {1}.', valueWords(value), byteCount(maxValueBytes)),
    problem,
    isUsable: problem === undefined,
  };
}

function texts(title: string): Texts {
  return {
    value: title,
    hint: l10n.t('Press Ctrl+Enter or Cmd+Enter to use it, or Escape to cancel. Nothing is sent yet.'),
    reveal: l10n.t('Reveal'),
    hide: l10n.t('Hide'),
    lineFeeds: l10n.t('Make all line breaks LF'),
    lineFeedsHint: l10n.t('Otherwise line breaks stay as they are.'),
    use: l10n.t('Use This Value'),
    cancel: l10n.t('Cancel'),
  };
}

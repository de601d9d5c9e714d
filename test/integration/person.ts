import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  commands,
  type InputBox,
  type Progress,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  type Uri,
  type WebviewPanel,
  window,
} from 'vscode';

type Input = InputBox | QuickPick<QuickPickItem>;
type Listener<T> = (event: T) => unknown;
type Report = Progress<{ message?: string }>;

/** What a message said, and the buttons it had. */
export interface Message {
  readonly text: string;
  readonly buttons: readonly string[];
}

/**
 * Answers VS Code's inputs and messages in the place of a person. The inputs are real and on the screen; of messages
 * only the choice of a button is made here, since a dialog is refused while tests run.
 */
export class Person {
  readonly messages: Message[] = [];
  /** The button that is chosen for a message; none dismisses it. */
  choose: (message: Message) => string | undefined | Promise<string | undefined> = () => undefined;
  /** What the progress of long work said. */
  readonly progress: string[] = [];
  /** Whether long work is to be cancelled, once its progress says this. */
  cancels: (progress: string) => boolean = () => false;
  /** The files that are chosen in the dialogs for them, in turn; where none is left, the dialog is left. */
  files: Uri[] = [];
  /** What the last webview that was opened hears from its page. */
  #page: ((message: unknown) => void) | undefined;
  readonly #pressed = new WeakMap<Input, Listener<QuickInputButton>[]>();
  readonly #shown: Input[] = [];
  readonly #waiting: ((input: Input) => void)[] = [];
  readonly #restore: (() => void)[] = [];

  constructor() {
    for (const name of ['createInputBox', 'createQuickPick'] as const)
      this.#replace(name, (create: () => Input) => () => this.#watched(create()));
    for (const name of ['showErrorMessage', 'showWarningMessage', 'showInformationMessage'] as const)
      this.#replace(name, () => (text: string, ...rest: unknown[]) => {
        const details = rest.find((it): it is { detail?: string } => typeof it === 'object');
        const message = {
          text: details?.detail === undefined ? text : `${text}\n${details.detail}`,
          buttons: rest.filter(it => typeof it === 'string'),
        };
        this.messages.push(message);
        return Promise.resolve(this.choose(message));
      });
    this.#replace(
      'createWebviewPanel',
      (create: (...all: unknown[]) => WebviewPanel) =>
        (...all: unknown[]) =>
          this.#watchedPanel(create.apply(window, all)),
    );
    this.#replace('showOpenDialog', () => () => Promise.resolve(this.files.splice(0, 1)));
    type Work = (progress: Report, token: unknown) => unknown;
    type WithProgress = (options: object, work: Work) => unknown;
    this.#replace(
      'withProgress',
      (original: WithProgress) => (options: object, work: Work) =>
        original.call(window, options, progress => this.#watchedWork(progress, work)),
    );
  }

  /** Types into the next input box and presses Enter. */
  async type(value: string): Promise<void> {
    const input = await this.#next();
    assert.ok(!('items' in input), `"${String(input.title)}" asks for a choice`);
    input.value = value;
    await accept();
  }

  /** Presses a button of the next input. */
  async press(tooltip: string): Promise<void> {
    await this.#pressOf(tooltip);
  }

  async #pressOf(tooltip: string): Promise<Input> {
    const input = await this.#nextReady();
    const button = input.buttons.find(it => it.tooltip === tooltip) ?? assert.fail(`no button ${tooltip}`);
    for (const listener of this.#pressed.get(input) ?? []) listener(button);
    return input;
  }

  /** Presses a button of the next input, which stays open, and then Enter. */
  async pressThenEnter(tooltip: string): Promise<void> {
    await this.press(tooltip);
    await accept();
  }

  /** Presses a button of the next input box, which stays open; then types into it and presses Enter. */
  async pressThenType(tooltip: string, value: string): Promise<void> {
    const input = await this.#pressOf(tooltip);
    assert.ok(!('items' in input), `"${String(input.title)}" asks for a choice`);
    input.value = value;
    await accept();
  }

  /** Says something as the page of the webview that was opened last. */
  async sayAsPage(message: unknown): Promise<void> {
    (await until(() => this.#page))(message);
  }

  /** Chooses the items of the next quick pick by their labels, once it has them all. */
  async pick(...labels: string[]): Promise<void> {
    const input = await this.#nextPick();
    const chosen = await until(() => {
      const items = input.items.filter(({ label }) => labels.includes(label));
      return items.length === labels.length ? items : undefined;
    });
    if (input.canSelectMany) input.selectedItems = chosen;
    else input.activeItems = chosen;
    await accept();
  }

  /** Has `change` look at the next quick pick, once it has all items, and check what it wants; then presses Enter. */
  async check(change: (input: QuickPick<QuickPickItem>) => void): Promise<void> {
    const input = await this.#nextPick();
    change(input);
    await accept();
  }

  /** The items of the next quick pick by their labels, those that are checked, and what stands beside them; then leaves it. */
  async look(): Promise<{ labels: string[]; checked: string[]; descriptions: string[] }> {
    const input = await this.#nextPick();
    const names = (items: readonly QuickPickItem[]): string[] => items.map(({ label }) => label);
    const seen = {
      labels: names(input.items),
      checked: names(input.selectedItems),
      descriptions: input.items.map(({ description = '' }) => description),
    };
    await commands.executeCommand('workbench.action.closeQuickOpen');
    return seen;
  }

  /** Presses Enter in the next input, which stays as it is. */
  async enterNext(): Promise<void> {
    await this.#nextReady();
    await accept();
  }

  /** Presses Enter in the input that is open. */
  enter(): Promise<void> {
    return accept();
  }

  /** Leaves the input that is open. */
  async escape(): Promise<void> {
    await commands.executeCommand('workbench.action.closeQuickOpen');
  }

  /** Leaves the next input, once it has all items: one that gives way to another at that moment would leave that open. */
  async leave(): Promise<void> {
    await this.#nextReady();
    await commands.executeCommand('workbench.action.closeQuickOpen');
  }

  /** Waits for a message. */
  said(pattern: RegExp): Promise<Message> {
    const patience = Date.now() + 10_000;
    return until(() => {
      if (Date.now() > patience) throw new Error(`Not said among ${JSON.stringify(this.messages)}`);
      return this.messages.find(({ text }) => pattern.test(text));
    });
  }

  /** Forgets all of a test that is over, also the inputs that it opened or waited for: the next test is about others. */
  beginAnew(): void {
    this.forget();
    this.#shown.length = 0;
    this.#waiting.length = 0;
  }

  /** Forgets what was said, and dismisses what will be. */
  forget(): void {
    this.messages.length = 0;
    this.progress.length = 0;
    this.files = [];
    this.#page = undefined;
    this.choose = () => undefined;
    this.cancels = () => false;
  }

  dispose(): void {
    for (const restore of this.#restore) restore();
  }

  #next(): Promise<Input> {
    const input = this.#shown.shift();
    return input ? Promise.resolve(input) : new Promise(resolve => this.#waiting.push(resolve));
  }

  /** The next quick pick that has all of its items: one that is busy gives way to another when it has them. */
  async #nextPick(): Promise<QuickPick<QuickPickItem>> {
    const input = await this.#nextReady();
    assert.ok('items' in input, `"${String(input.title)}" asks for a text`);
    return input;
  }

  async #nextReady(): Promise<Input> {
    for (;;) {
      const input = await this.#next();
      await until(() => !input.busy || this.#shown.length > 0 || undefined);
      if (!input.busy) return input;
    }
  }

  #watchedWork(progress: Report, work: (progress: Report, token: unknown) => unknown): unknown {
    const cancellation = new CancellationTokenSource();
    const watched: Report = {
      report: value => {
        progress.report(value);
        if (value.message === undefined) return;
        this.progress.push(value.message);
        if (this.cancels(value.message)) cancellation.cancel();
      },
    };
    return work(watched, cancellation.token);
  }

  #watchedPanel(panel: WebviewPanel): WebviewPanel {
    const { webview } = panel;
    const listen = webview.onDidReceiveMessage;
    Object.defineProperty(webview, 'onDidReceiveMessage', {
      value: (listener: Listener<unknown>) => {
        this.#page = listener;
        return listen(listener);
      },
    });
    panel.onDidDispose(() => (this.#page = undefined));
    return panel;
  }

  #watched(input: Input): Input {
    const listen = input.onDidTriggerButton;
    const listeners: Listener<QuickInputButton>[] = [];
    this.#pressed.set(input, listeners);
    Object.defineProperty(input, 'onDidTriggerButton', {
      value: (listener: Listener<QuickInputButton>) => {
        listeners.push(listener);
        return listen(listener);
      },
    });
    const show = input.show.bind(input);
    input.show = () => {
      show();
      const waiting = this.#waiting.shift();
      if (waiting) waiting(input);
      else this.#shown.push(input);
    };
    return input;
  }

  #replace(name: keyof typeof window, make: (original: never) => unknown): void {
    const original = window[name];
    const set = (value: unknown): unknown => Object.assign(window, { [name]: value });
    set(make(original as never));
    this.#restore.push(() => set(original));
  }
}

/** Chooses the first button of a message that is one of these. */
export function press(...buttons: string[]): (message: Message) => string | undefined {
  return message => message.buttons.find(button => buttons.includes(button));
}

/** Waits until `look` finds something. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Presses Enter, once the state of the input is on its way to the window: VS Code sends it a turn later. */
async function accept(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve));
  await new Promise(setImmediate);
  await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

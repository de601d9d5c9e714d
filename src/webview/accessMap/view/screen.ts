import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import { element, icon } from '../../elements';

/** What is shown instead of the map: a sentence, and buttons for what to do. */
export interface ScreenContent {
  readonly kind: 'loading' | 'empty' | 'failed';
  readonly sentence: string;
  readonly buttons?: readonly { readonly title: string; readonly onClick: () => void }[];
}

/** Shown instead of the map while there is no map to show. */
export class Screen {
  readonly element = element('div', 'screen');

  show({ kind, sentence, buttons = [] }: ScreenContent): void {
    this.element.setAttribute('role', kind === 'failed' ? 'alert' : 'status');
    this.element.dataset['kind'] = kind;
    const sign =
      kind === 'loading' ? element('vscode-progress-ring', '') : icon(kind === 'failed' ? 'warning' : 'info');
    this.element.replaceChildren(
      sign,
      element('p', '', {}, sentence),
      element('div', 'screen-buttons', {}, ...buttons.map((it, index) => this.#button(it, index > 0))),
    );
  }

  #button(
    { title, onClick }: { readonly title: string; readonly onClick: () => void },
    isSecondary: boolean,
  ): HTMLElement {
    const button = element('vscode-button', '', {}, title);
    button.secondary = isSecondary;
    button.addEventListener('click', onClick);
    return button;
  }
}

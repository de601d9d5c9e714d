import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon';

/** What is shown instead of the map: a sentence, and buttons for what to do. */
export interface ScreenContent {
  readonly kind: 'loading' | 'empty' | 'failed';
  readonly sentence: string;
  readonly buttons?: readonly { readonly title: string; readonly onClick: () => void }[];
}

/** Shown instead of the map while there is no map to show. */
export function screen(content: ScreenContent | undefined): TemplateResult {
  const kind = content?.kind;
  const role = kind === 'failed' ? 'alert' : 'status';
  return html`
    <div class="screen" role=${role} data-kind=${kind ?? nothing} ?hidden=${!content}>
      ${content && shownContent(content)}
    </div>
  `;
}

function shownContent({ kind, sentence, buttons = [] }: ScreenContent): TemplateResult {
  const sign =
    kind === 'loading'
      ? html`<vscode-progress-ring></vscode-progress-ring>`
      : icon(kind === 'failed' ? 'warning' : 'info');
  return html`
    ${sign}
    <p>${sentence}</p>
    <div class="screen-buttons">
      ${buttons.map(
        ({ title, onClick }, index) =>
          html`<vscode-button ?secondary=${index > 0} @click=${onClick}>${title}</vscode-button>`,
      )}
    </div>
  `;
}

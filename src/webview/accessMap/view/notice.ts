import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Texts } from '../texts';
import { icon } from './icon';

/** A message above the map. It stays until it is dismissed or no longer true. */
export interface Notice {
  readonly kind: 'info' | 'warning';
  readonly text: string;
}

/** Shows a notice, if there is one. A new notice is announced also if it says the same as the one before. */
export function noticeBar(texts: Texts, notice: Notice | undefined, onDismiss: () => void): TemplateResult {
  return html`
    <div class="notice" data-kind=${notice?.kind ?? nothing} ?hidden=${!notice}>
      <span class="notice-icon">${notice && icon(notice.kind)}</span>
      <span class="notice-text" role="status">${keyed(notice, notice?.text)}</span>
      <button
        class="icon-button"
        type="button"
        title=${texts.dismiss}
        aria-label=${texts.dismiss}
        @click=${onDismiss}
      >
        ${icon('close')}
      </button>
    </div>
  `;
}

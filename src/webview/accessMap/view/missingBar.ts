import { html, type TemplateResult } from 'lit';
import { icon } from './icon';

/** Says which apps' secrets are missing in the map, and why. It stays for as long as that is so. */
export function missingBar(sentences: readonly string[]): TemplateResult {
  return html`
    <div class="notice" data-kind="warning" ?hidden=${sentences.length === 0}>
      <span class="notice-icon">${icon('warning')}</span>
      <div class="missing" role="status">${sentences.map(sentence => html`<div>${sentence}</div>`)}</div>
    </div>
  `;
}

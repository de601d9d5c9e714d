import { html, type TemplateResult } from 'lit';

/** An icon. The words beside it or a label have to say what it means. */
export function icon(name: string): TemplateResult {
  return html`<span class="icon icon-${name}" aria-hidden="true"></span>`;
}

import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import { changesText } from '../labels';
import type { Tally } from '../pending';
import type { Texts } from '../texts';

/** What the plan bar shows and does. */
export interface PlanBarModel {
  readonly texts: Texts;
  readonly tally: Tally;
  readonly isApplying: boolean;
  /** Shown after the pending changes, or in place of "No changes". */
  readonly remark: string | undefined;
  readonly isHidden: boolean;
  readonly onReview: () => void;
  readonly onDiscard: () => void;
}

/**
 * The bar above the grid: the pending changes and their buttons. Screen readers announce its changes. Not at the bottom,
 * where VS Code's notifications would cover it.
 */
export function planBar(model: PlanBarModel): TemplateResult {
  const { texts, tally, isApplying, isHidden, onReview, onDiscard } = model;
  const isEmpty = tally.grants + tally.removals === 0;
  // A disabled vscode-button still fires click events, so it gets no listener.
  const button = (name: string, title: string, isSecondary: boolean, onClick: () => void): TemplateResult =>
    html`<vscode-button
      class=${name}
      ?secondary=${isSecondary}
      .disabled=${isApplying}
      aria-disabled=${isApplying}
      @click=${isApplying ? nothing : onClick}
      >${title}</vscode-button
    >`;
  return html`
    <div class="plan ${isEmpty && !isApplying ? 'is-empty' : ''}" ?hidden=${isHidden}>
      <div class="status" role="status" aria-live="polite">${statusText(model)}</div>
      <div class="plan-buttons" ?hidden=${isEmpty}>
        ${button('apply', texts.review, false, onReview)} ${button('discard', texts.discard, true, onDiscard)}
      </div>
    </div>
  `;
}

function statusText({ texts, tally, isApplying, remark }: PlanBarModel): string {
  if (isApplying) return [texts.applying, remark].filter(Boolean).join(' ');
  if (tally.grants + tally.removals === 0) return remark ?? texts.noChanges;
  return [changesText(texts, tally), remark].filter(Boolean).join('. ');
}

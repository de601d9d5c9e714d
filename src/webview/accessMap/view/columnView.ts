import { html, render } from 'lit';
import { secretLabel, tallySigns } from '../labels';
import type { GridModel } from './gridModel';
import { columnWidth } from './gridSizes';
import type { View } from './recycler';

/** A column header: a secret's name, its visibility, and how many repositories can use it. */
export class ColumnView implements View {
  readonly element = Object.assign(document.createElement('div'), {
    className: 'column-head',
    role: 'columnheader',
    tabIndex: -1,
  });

  fill({ map, shown, tallies, texts }: GridModel, index: number): void {
    const secret = map.secrets[shown.columns[index] ?? -1];
    if (!secret) return;
    const tally = tallies.secrets.get(secret.name);
    const content = html`
      <span class="column-name">${secret.name}</span>
      <span class="icon icon-${secret.visibility}"></span>
      <span class="count">${secret.count}</span>
      <span class="tally">${tally && tallySigns(tally)}</span>
    `;
    render(content, this.element);
    const label = secretLabel(texts, secret, tally);
    this.element.style.left = `${index * columnWidth}px`;
    this.element.ariaColIndex = String(index + 2);
    this.element.ariaLabel = label;
    this.element.title = label;
  }
}

import { html, render } from 'lit';
import { secretLabel, tallySigns } from '../labels';
import { filled } from '../texts';
import type { GridModel } from './gridModel';
import { columnWidth } from './gridSizes';
import type { View } from './recycler';

/** A column header: a secret's name, its visibility, how many repositories can use it, and a menu of commands. */
export class ColumnView implements View {
  readonly element = Object.assign(document.createElement('div'), {
    className: 'column-head',
    role: 'columnheader',
    tabIndex: -1,
    ariaHasPopup: 'menu',
  });

  fill({ map, origin, shown, tallies, texts }: GridModel, index: number): void {
    const secret = map.secrets[shown.columns[index] ?? -1];
    if (!secret) return;
    const tally = tallies.secrets.get(secret.key);
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
    this.element.title = filled(texts.columnHint, label);
    // VS Code shows its own menu for this, and passes the object to the command: a node as of the Secrets view.
    this.element.dataset['vscodeContext'] = JSON.stringify({
      webviewSection: 'secret',
      preventDefaultContextMenuItems: true,
      kind: 'secret',
      ...secret.id,
      owner: { kind: 'organization', login: origin.organization },
      connectionId: origin.connectionId,
    });
  }

  /** Opens the menu, as a right-click on the header does. */
  openMenu(): void {
    const { left, bottom } = this.element.getBoundingClientRect();
    this.element.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, clientX: left, clientY: bottom }),
    );
  }
}

import { html, render } from 'lit';
import { repositoryLabel, tallySigns } from '../labels';
import { CellView } from './cellView';
import type { GridModel } from './gridModel';
import { rowHeight } from './gridSizes';
import { Recycler, type View } from './recycler';

/** A row: a repository's name, how many secrets it can use, and its cells. */
export class RowView implements View {
  readonly element = Object.assign(document.createElement('div'), { className: 'row', role: 'row' });
  readonly head = Object.assign(document.createElement('div'), {
    className: 'row-head',
    role: 'rowheader',
    tabIndex: -1,
    ariaColIndex: '1',
  });
  readonly #cells = Object.assign(document.createElement('div'), {
    className: 'cells',
    role: 'presentation',
  });
  readonly #recycler = new Recycler(this.#cells, () => new CellView());
  /** Its position among the shown rows. */
  #row = -1;

  constructor() {
    this.element.append(this.head, this.#cells);
  }

  cell(index: number): HTMLElement | undefined {
    return this.#recycler.at(index)?.element;
  }

  fill({ map, shown, tallies, texts }: GridModel, row: number): void {
    this.#row = row;
    const repository = map.repositories[shown.rows[row] ?? -1];
    if (!repository) return;
    const tally = tallies.repositories.get(repository.id);
    const kind = repository.visibility === 'public' ? 'repo' : 'lock';
    const content = html`
      <span class="icon icon-${repository.isArchived ? 'archive' : kind}"></span>
      <span class="row-name">${repository.name}</span>
      <span class="archived">${repository.isArchived ? texts.legendArchived : ''}</span>
      <span class="tally">${tally && tallySigns(tally)}</span>
      <span class="count">${repository.count}</span>
    `;
    render(content, this.head);
    const label = repositoryLabel(texts, repository, tally);
    this.head.ariaLabel = label;
    this.head.title = label;
    this.element.style.top = `${row * rowHeight}px`;
    this.element.ariaRowIndex = String(row + 2);
    this.element.classList.toggle('is-archived', repository.isArchived);
  }

  /** Shows the cells of some columns. `refill`: the row shows another repository or new data. */
  showCells(model: GridModel, columns: readonly number[], refill: boolean): void {
    this.#recycler.show(columns, refill, (view, index) => view.fill(model, this.#row, index));
  }
}

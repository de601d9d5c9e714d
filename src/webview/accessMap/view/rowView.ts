import { repositoryLabel, tallySigns } from '../labels';
import { CellView } from './cellView';
import { element } from '../../elements';
import type { GridModel } from './gridModel';
import { rowHeight } from './gridSizes';
import { Recycler, type View } from './recycler';

/** A row: a repository's name, how many secrets it can use, and its cells. */
export class RowView implements View {
  readonly #icon = element('span', 'icon');
  readonly #name = element('span', 'row-name');
  readonly #archived = element('span', 'archived');
  readonly #tally = element('span', 'tally');
  readonly #count = element('span', 'count');
  readonly #cells = element('div', 'cells', { role: 'presentation' });
  readonly #recycler = new Recycler(this.#cells, () => new CellView());
  #row = -1;

  readonly head = element(
    'div',
    'row-head',
    { role: 'rowheader', tabindex: '-1', 'aria-colindex': '1' },
    this.#icon,
    this.#name,
    this.#archived,
    this.#tally,
    this.#count,
  );
  readonly element = element('div', 'row', { role: 'row' }, this.head, this.#cells);

  /** Its position among the shown rows. */
  get row(): number {
    return this.#row;
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
    this.#icon.className = `icon icon-${repository.isArchived ? 'archive' : kind}`;
    this.#name.textContent = repository.name;
    this.#archived.textContent = repository.isArchived ? texts.legendArchived : '';
    this.#tally.textContent = tally ? tallySigns(tally) : '';
    this.#count.textContent = String(repository.count);
    this.head.setAttribute('aria-label', repositoryLabel(texts, repository, tally));
    this.head.title = repositoryLabel(texts, repository, tally);
    this.element.style.top = `${row * rowHeight}px`;
    this.element.setAttribute('aria-rowindex', String(row + 2));
    this.element.classList.toggle('is-archived', repository.isArchived);
  }

  /** Shows the cells of some columns. `refill`: the row shows another repository or new data. */
  showCells(model: GridModel, columns: readonly number[], refill: boolean): void {
    this.#recycler.show(columns, refill, (view, index) => view.fill(model, this.#row, index));
  }
}

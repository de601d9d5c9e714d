import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { Filter } from '../filter';
import type { Texts } from '../texts';
import { element, icon } from '../../elements';

/** The filters for repositories and secrets, and the refresh button. */
export class Toolbar {
  readonly #repositories = element('vscode-textfield', 'filter', { type: 'text' });
  readonly #secrets = element('vscode-textfield', 'filter', { type: 'text' });
  readonly #onlyDifferences = element('vscode-checkbox', 'only');
  readonly #onlySelected = element('vscode-checkbox', 'only');
  readonly #refresh = element('button', 'icon-button', { type: 'button' }, icon('refresh'));
  readonly element = element(
    'div',
    'toolbar',
    { role: 'toolbar' },
    this.#repositories,
    this.#secrets,
    this.#onlyDifferences,
    this.#onlySelected,
    this.#refresh,
  );

  constructor(onFilter: (filter: Filter) => void, onRefresh: () => void) {
    const tell = (): void =>
      onFilter({
        repositories: this.#repositories.value,
        secrets: this.#secrets.value,
        onlyDifferences: this.#onlyDifferences.checked,
        onlySelected: this.#onlySelected.checked,
      });
    for (const box of [this.#repositories, this.#secrets]) box.addEventListener('input', tell);
    for (const box of [this.#onlyDifferences, this.#onlySelected]) box.addEventListener('change', tell);
    this.#refresh.addEventListener('click', onRefresh);
  }

  fill(texts: Texts): void {
    for (const [box, text] of [
      [this.#repositories, texts.filterRepositories],
      [this.#secrets, texts.filterSecrets],
    ] as const) {
      box.placeholder = text;
      box.label = text;
    }
    this.#onlyDifferences.label = texts.onlyDifferences;
    this.#onlyDifferences.title = texts.onlyDifferencesHint;
    this.#onlySelected.label = texts.onlySelected;
    this.#onlySelected.title = texts.onlySelectedHint;
    this.#refresh.title = texts.refresh;
    this.#refresh.setAttribute('aria-label', texts.refresh);
    this.element.setAttribute('aria-label', texts.grid);
  }

  set filter(filter: Filter) {
    this.#repositories.value = filter.repositories;
    this.#secrets.value = filter.secrets;
    this.#onlyDifferences.checked = filter.onlyDifferences;
    this.#onlySelected.checked = filter.onlySelected;
  }
}

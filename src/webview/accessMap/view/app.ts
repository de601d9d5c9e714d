import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import { type AccessMap, accessMap } from '../accessMap';
import { type Filter, noFilter, type Shown, shown } from '../filter';
import { droppedText, visibilityText } from '../labels';
import { type Pending, reconciled, tallies, toggled } from '../pending';
import type { HostMessage, MapMessage } from '../protocol';
import { packed, type SavedState, unpacked } from '../savedState';
import { filled, type Texts } from '../texts';
import { element } from '../../elements';
import { Grid } from './grid';
import { Notice } from './notice';
import { PlanBar } from './planBar';
import { Screen, type ScreenContent } from './screen';
import { Toolbar } from './toolbar';

/** What VS Code gives a webview to speak with its extension and to keep what it knows while it is hidden. */
export interface Host {
  postMessage(message: MapMessage): void;
  getState(): unknown;
  setState(state: unknown): unknown;
}

/** The whole map: what the host said last, what the user wants of it, and the parts that show both. */
export class App {
  readonly #host: Host;
  readonly #toolbar = new Toolbar(
    filter => this.#setFilter(filter),
    () => this.#host.postMessage({ type: 'refresh' }),
  );
  readonly #progress = element('vscode-progress-bar', 'progress');
  readonly #notice = new Notice();
  readonly #screen = new Screen();
  readonly #grid = new Grid((row, column) => this.#toggle(row, column));
  readonly #planBar = new PlanBar(
    () => this.#apply(),
    () => this.#discard(),
  );
  readonly element = element(
    'main',
    'map',
    {},
    this.#toolbar.element,
    this.#progress,
    this.#notice.element,
    this.#screen.element,
    this.#grid.element,
    this.#planBar.element,
  );

  #texts: Texts | undefined;
  #map: AccessMap | undefined;
  #failure: Extract<HostMessage, { type: 'failed' }> | undefined;
  #shown: Shown = { rows: [], columns: [] };
  #filter: Filter;
  #pending: Pending;
  /** Where the map was scrolled to before it was hidden, until it is scrolled there again. */
  #scroll: Pick<SavedState, 'scrollTop' | 'scrollLeft'> | undefined;
  #isLoading = true;
  #isApplying = false;
  #remark: string | undefined;

  constructor(host: Host) {
    this.#host = host;
    const state = unpacked(host.getState());
    this.#filter = state.filter;
    this.#pending = state.pending;
    this.#scroll = state;
    this.#toolbar.filter = state.filter;
    this.#grid.element.addEventListener('scrollend', () => this.#save());
    this.#render();
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'texts':
        this.#texts = message.texts;
        this.#toolbar.fill(message.texts);
        break;
      case 'loading':
        this.#isLoading = true;
        this.#failure = undefined;
        break;
      case 'failed':
        this.#isLoading = false;
        this.#failure = message;
        break;
      case 'applying':
        this.#isApplying = message.isApplying;
        break;
      case 'access':
        this.#isLoading = false;
        this.#failure = undefined;
        this.#take(accessMap(message));
        break;
    }
    this.#render();
  }

  #take(map: AccessMap): void {
    this.#map = map;
    this.#shown = shown(map, this.#filter);
    const { pending, dropped } = reconciled(this.#pending, map);
    if (pending.size !== this.#pending.size) this.#remark = undefined;
    this.#pending = pending;
    if (this.#texts && dropped.length > 0) this.#notice.show(this.#texts, droppedText(this.#texts, dropped));
    this.#save();
  }

  #setFilter(filter: Filter): void {
    this.#filter = filter;
    if (this.#map) this.#shown = shown(this.#map, filter);
    this.#save();
    this.#render();
  }

  #toggle(row: number, column: number): void {
    const [map, texts] = [this.#map, this.#texts];
    const secret = map?.secrets[column];
    if (!map || !texts || !secret) return;
    this.#remark =
      secret.visibility === 'selected'
        ? undefined
        : filled(texts.notSelected, secret.name, visibilityText(texts, secret.visibility));
    this.#pending = toggled(this.#pending, map, row, column);
    this.#save();
    this.#render();
  }

  #apply(): void {
    this.#remark = undefined;
    this.#host.postMessage({ type: 'apply', changes: [...this.#pending.values()] });
  }

  #discard(): void {
    this.#pending = new Map();
    this.#remark = this.#texts?.discarded;
    this.#save();
    this.#render();
  }

  #save(): void {
    const { scrollTop, scrollLeft } = this.#scroll ?? this.#grid.element;
    this.#host.setState(packed({ filter: this.#filter, pending: this.#pending, scrollTop, scrollLeft }));
  }

  #render(): void {
    const texts = this.#texts;
    this.element.hidden = !texts;
    if (!texts) return;
    const map = this.#failure ? undefined : this.#map;
    const hasCells = map !== undefined && map.secrets.length > 0 && map.repositories.length > 0;
    const content = this.#screenContent(texts);
    this.#toolbar.element.hidden = !hasCells;
    this.#progress.hidden = !(map && this.#isLoading);
    this.#planBar.element.hidden = !hasCells;
    this.#screen.element.hidden = !content;
    this.#grid.element.hidden = content !== undefined;
    if (content) this.#screen.show(content);
    const sums = tallies(this.#pending);
    this.#planBar.fill(texts, sums.all, this.#isApplying, this.#remark);
    if (content || !map) return;
    this.#grid.show({ texts, map, shown: this.#shown, pending: this.#pending, tallies: sums });
    if (!this.#scroll) return;
    this.#grid.element.scrollTo(this.#scroll.scrollLeft, this.#scroll.scrollTop);
    this.#scroll = undefined;
  }

  /** What is shown in the place of the map; nothing where the map has cells to show. */
  #screenContent(texts: Texts): ScreenContent | undefined {
    const post = (type: 'refresh' | 'takeStep' | 'createSecret') => () => this.#host.postMessage({ type });
    const tryAgain = { title: texts.tryAgain, onClick: post('refresh') };
    if (this.#failure) {
      const { sentence, step } = this.#failure;
      const buttons = [...(step === undefined ? [] : [{ title: step, onClick: post('takeStep') }]), tryAgain];
      return { kind: 'failed', sentence, buttons };
    }
    if (!this.#map) return { kind: 'loading', sentence: texts.loading };
    const { secrets, repositories } = this.#map;
    const create = { title: texts.createSecret, onClick: post('createSecret') };
    if (secrets.length === 0) return { kind: 'empty', sentence: texts.noSecrets, buttons: [create] };
    if (repositories.length === 0)
      return { kind: 'empty', sentence: texts.noRepositories, buttons: [tryAgain] };
    if (this.#shown.rows.length > 0 && this.#shown.columns.length > 0) return undefined;
    const clear = { title: texts.clearFilters, onClick: () => this.#clearFilters() };
    return { kind: 'empty', sentence: this.#nothingShown(texts), buttons: [clear] };
  }

  #nothingShown(texts: Texts): string {
    const { onlyDifferences, onlySelected } = this.#filter;
    const hasWords = `${this.#filter.repositories}${this.#filter.secrets}`.trim() !== '';
    if (hasWords) return texts.nothingMatches;
    if (onlySelected && this.#shown.columns.length === 0) return texts.nothingSelected;
    return onlyDifferences ? texts.noDifferences : texts.nothingMatches;
  }

  #clearFilters(): void {
    this.#toolbar.filter = noFilter;
    this.#setFilter(noFilter);
  }
}

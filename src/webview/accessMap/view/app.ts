import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import { element } from '../../elements';
import { type AccessMap, accessMap } from '../accessMap';
import { type Filter, noFilter, type Shown, shown } from '../filter';
import { Gathering } from '../gathering';
import { droppedText, keptText } from '../labels';
import { type Dropped, tallies } from '../pending';
import type { HostMessage, MapMessage } from '../protocol';
import { reviewLines } from '../review';
import { type SavedState, unpacked } from '../savedState';
import type { Texts } from '../texts';
import { Grid } from './grid';
import { Notice } from './notice';
import { PlanBar } from './planBar';
import { ReviewDialog } from './reviewDialog';
import { Screen } from './screen';
import { screenContent } from './screenContent';
import { Toolbar } from './toolbar';
import { undoKey } from './undoKeys';

/** VS Code's API for webviews: messages to the extension, and state that survives while the page is hidden. */
export interface Host {
  postMessage(message: MapMessage): void;
  getState(): unknown;
  setState(state: SavedState): unknown;
}

/** The whole page: the extension's data, the user's filter and pending changes, and the parts that show them. */
export class App {
  readonly #host: Host;
  readonly #gathering = new Gathering(
    message => this.#host.postMessage(message),
    () => this.#render(),
  );
  readonly #toolbar = new Toolbar(
    filter => this.#setFilter(filter),
    () => this.#host.postMessage({ type: 'refresh' }),
  );
  readonly #progress = element('vscode-progress-bar', 'progress');
  readonly #notice = new Notice();
  readonly #screen = new Screen();
  readonly #grid = new Grid((row, column) => this.#map && this.#gathering.toggle(this.#map, row, column));
  readonly #planBar = new PlanBar(
    () => this.#openReview(),
    () => this.#discard(),
  );
  readonly #review = new ReviewDialog(
    () => this.#apply(),
    () => this.#planBar.focusReview(),
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
    this.#review.element,
  );

  #texts: Texts | undefined;
  #map: AccessMap | undefined;
  #failure: Extract<HostMessage, { type: 'failed' }> | undefined;
  #shown: Shown = { rows: [], columns: [] };
  #filter: Filter;
  /** The scroll position to restore after the page was hidden. Undefined once it is restored. */
  #scroll: Pick<SavedState, 'scrollTop' | 'scrollLeft'> | undefined;
  #isLoading = true;
  /** Whether the notice about kept changes must still be shown. */
  #isReopened = false;

  constructor(host: Host) {
    this.#host = host;
    const state = unpacked(host.getState());
    this.#filter = state.filter;
    this.#scroll = state;
    this.#toolbar.filter = state.filter;
    this.#grid.element.addEventListener('scrollend', () => this.#save());
    document.addEventListener('keydown', event => this.#onKey(event));
    this.#render();
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'start':
        this.#texts = message.texts;
        this.#toolbar.fill(message.texts);
        this.#isReopened = message.isReopened;
        this.#gathering.start(message);
        break;
      case 'loading':
        this.#isLoading = true;
        this.#failure = undefined;
        break;
      case 'failed':
        this.#isLoading = false;
        this.#failure = message;
        break;
      case 'access':
        this.#isLoading = false;
        this.#failure = undefined;
        this.#take(accessMap(message));
        break;
      case 'applied':
        this.#gathering.receive(message);
        return;
    }
    this.#render();
  }

  #take(map: AccessMap): void {
    this.#map = map;
    this.#shown = shown(map, this.#filter);
    const dropped = this.#gathering.take(map);
    if (this.#texts) this.#notify(this.#texts, dropped);
    this.#isReopened = false;
  }

  #notify(texts: Texts, dropped: readonly Dropped[]): void {
    const { size } = this.#gathering.pending;
    const sentences = [
      ...(this.#isReopened && size > 0 ? [keptText(texts, size)] : []),
      ...(dropped.length > 0 ? [droppedText(texts, dropped)] : []),
    ];
    if (sentences.length > 0)
      this.#notice.show(texts, dropped.length > 0 ? 'warning' : 'info', sentences.join(' '));
  }

  #setFilter(filter: Filter): void {
    this.#filter = filter;
    if (this.#map) this.#shown = shown(this.#map, filter);
    this.#save();
    this.#render();
  }

  #discard(): void {
    this.#gathering.discard();
    // The button with the focus disappears.
    this.#grid.focus();
  }

  #onKey(event: KeyboardEvent): void {
    const [key, map] = [undoKey(event), this.#map];
    if (!key || !map || this.#review.isOpen) return;
    // Otherwise VS Code undoes typing in a text field of the page.
    event.preventDefault();
    event.stopPropagation();
    this.#gathering[key](map);
  }

  #openReview(): void {
    this.#review.open();
    this.#render();
  }

  #apply(): void {
    this.#grid.focus();
    this.#gathering.apply();
  }

  #save(): void {
    const { scrollTop, scrollLeft } = this.#scroll ?? this.#grid.element;
    this.#host.setState({ filter: this.#filter, scrollTop, scrollLeft });
  }

  #render(): void {
    const texts = this.#texts;
    this.element.hidden = !texts;
    if (!texts) return;
    const map = this.#failure ? undefined : this.#map;
    const hasCells = map !== undefined && map.secrets.length > 0 && map.repositories.length > 0;
    const content = screenContent(
      texts,
      { failure: this.#failure, map: this.#map, filter: this.#filter, shown: this.#shown },
      { post: type => this.#host.postMessage({ type }), clearFilters: () => this.#clearFilters() },
    );
    this.#toolbar.element.hidden = !hasCells;
    this.#progress.hidden = !(map && this.#isLoading);
    this.#planBar.element.hidden = !hasCells;
    this.#screen.element.hidden = !content;
    this.#grid.element.hidden = content !== undefined;
    if (content) this.#screen.show(content);
    const { pending, isApplying, remark } = this.#gathering;
    const sums = tallies(pending);
    this.#planBar.fill(texts, sums.all, isApplying, remark);
    if (isApplying || pending.size === 0) this.#notice.hide('info');
    if (!hasCells || pending.size === 0) this.#review.close();
    else if (this.#review.isOpen) this.#review.fill(texts, reviewLines(map, this.#gathering.list), sums.all);
    if (content || !map) return;
    this.#grid.show({ texts, map, shown: this.#shown, pending, tallies: sums });
    this.#grid.element.setAttribute('aria-readonly', String(isApplying));
    if (!this.#scroll) return;
    this.#grid.element.scrollTo(this.#scroll.scrollLeft, this.#scroll.scrollTop);
    this.#scroll = undefined;
  }

  #clearFilters(): void {
    this.#toolbar.filter = noFilter;
    this.#setFilter(noFilter);
  }
}

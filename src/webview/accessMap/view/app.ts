import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import { html, render } from 'lit';
import { type AccessMap, accessMap } from '../accessMap';
import { appOf, type Filter, noFilter, type Shown, shown } from '../filter';
import { Gathering } from '../gathering';
import { droppedText, keptText } from '../labels';
import { type Dropped, tallies } from '../pending';
import type { HostMessage, MapMessage, StartMessage } from '../protocol';
import { reviewLines } from '../review';
import { type SavedState, unpacked } from '../savedState';
import type { Texts } from '../texts';
import { Grid } from './grid';
import { missingBar } from './missingBar';
import { type Notice, noticeBar } from './notice';
import { planBar } from './planBar';
import { ReviewDialog } from './reviewDialog';
import { screen } from './screen';
import { screenContent } from './screenContent';
import { toolbar } from './toolbar';
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
  readonly #grid = new Grid((row, column) => this.#map && this.#gathering.toggle(this.#map, row, column));
  readonly #review = new ReviewDialog(
    () => this.#apply(),
    () => this.element.querySelector<HTMLElement>('.apply')?.focus(),
  );
  readonly element = Object.assign(document.createElement('main'), { className: 'map' });

  #start: StartMessage | undefined;
  #map: AccessMap | undefined;
  #failure: Extract<HostMessage, { type: 'failed' }> | undefined;
  #shown: Shown = { rows: [], columns: [] };
  #filter: Filter;
  /** The scroll position to restore after the page was hidden. Undefined once it is restored. */
  #scroll: Pick<SavedState, 'scrollTop' | 'scrollLeft'> | undefined;
  #isLoading = true;
  /** Whether the notice about a saved state that did not fit must still be shown. */
  #isReset: boolean;
  /** Whether the notice about kept changes must still be shown. */
  #isReopened = false;
  #notice: Notice | undefined;

  constructor(host: Host) {
    this.#host = host;
    const { state, isDropped } = unpacked(host.getState());
    this.#isReset = isDropped;
    this.#filter = state.filter;
    this.#scroll = state;
    this.#grid.element.addEventListener('scrollend', () => this.#save());
    document.addEventListener('keydown', event => this.#onKey(event));
    window.addEventListener('focus', () => this.#focusGrid());
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'start':
        this.#start = message;
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
    if (this.#start) this.#notify(this.#start.texts, dropped);
    this.#isReopened = false;
    this.#isReset = false;
  }

  #notify(texts: Texts, dropped: readonly Dropped[]): void {
    const { size } = this.#gathering.pending;
    const sentences = [
      ...(this.#isReset ? [texts.viewReset] : []),
      ...(this.#isReopened && size > 0 ? [keptText(texts, size)] : []),
      ...(dropped.length > 0 ? [droppedText(texts, dropped)] : []),
    ];
    if (sentences.length > 0)
      this.#notice = {
        kind: dropped.length > 0 || this.#isReset ? 'warning' : 'info',
        text: sentences.join(' '),
      };
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

  #openReview(texts: Texts, map: AccessMap): void {
    this.#review.open(texts, reviewLines(map, this.#gathering.list), tallies(this.#gathering.pending).all);
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
    if (!this.#start) return;
    const { texts, origin } = this.#start;
    const map = this.#failure ? undefined : this.#map;
    const hasCells = map !== undefined && map.secrets.length > 0 && map.repositories.length > 0;
    const content = screenContent(
      texts,
      { failure: this.#failure, map: this.#map, filter: this.#filter, shown: this.#shown },
      { post: type => this.#host.postMessage({ type }), clearFilters: () => this.#setFilter(noFilter) },
    );
    const { pending, isApplying, remark } = this.#gathering;
    const sums = tallies(pending);
    if (this.#notice?.kind === 'info' && (isApplying || pending.size === 0)) this.#notice = undefined;
    this.#grid.element.hidden = content !== undefined;
    const page = html`
      ${toolbar({
        texts,
        filter: this.#filter,
        apps: map?.apps ?? [],
        app: map ? appOf(map, this.#filter) : '',
        isHidden: !hasCells,
        onFilter: filter => this.#setFilter(filter),
        onRefresh: () => this.#host.postMessage({ type: 'refresh' }),
      })}
      <vscode-progress-bar class="progress" ?hidden=${!(map && this.#isLoading)}></vscode-progress-bar>
      ${missingBar(map?.missing ?? [])} ${noticeBar(texts, this.#notice, () => this.#dismiss())}
      ${planBar({
        texts,
        tally: sums.all,
        isApplying,
        remark,
        isHidden: !hasCells,
        onReview: () => map && this.#openReview(texts, map),
        onDiscard: () => this.#discard(),
      })}
      ${screen(content)} ${this.#grid.element} ${this.#review.element}
    `;
    render(page, this.element);
    if (!hasCells || pending.size === 0) this.#review.close();
    else if (this.#review.isOpen) this.#review.fill(texts, reviewLines(map, this.#gathering.list), sums.all);
    if (content || !map) return;
    this.#grid.show({ texts, origin, map, shown: this.#shown, pending, tallies: sums });
    this.#grid.element.ariaReadOnly = String(isApplying);
    if (this.#scroll) {
      this.#grid.element.scrollTo(this.#scroll.scrollLeft, this.#scroll.scrollTop);
      this.#scroll = undefined;
    }
    this.#focusGrid();
  }

  /** Focuses the grid if the page has the focus and nothing in it does: when it opens, and when its editor is chosen. */
  #focusGrid(): void {
    if (document.hasFocus() && document.activeElement === document.body) this.#grid.focus();
  }

  #dismiss(): void {
    this.#notice = undefined;
    this.#render();
  }
}

/** Something with an element of its own. */
export interface View {
  readonly element: HTMLElement;
}

/**
 * Shows a window of a long list: one view for each index, in order, as children of `parent`. Views that leave the
 * window are reused for indexes that enter it. A view that stays is not moved, so it keeps the focus.
 */
export class Recycler<T extends View> {
  readonly #parent: HTMLElement;
  readonly #make: () => T;
  readonly #spare: T[] = [];
  /** The views that are shown, in order. */
  #shown = new Map<number, T>();

  constructor(parent: HTMLElement, make: () => T) {
    this.#parent = parent;
    this.#make = make;
  }

  /** The view of an index in the window. */
  at(index: number): T | undefined {
    return this.#shown.get(index);
  }

  /**
   * @param indexes the window, in ascending order
   * @param fill called for each view that enters the window, or for all views if `refill` is true
   */
  show(indexes: readonly number[], refill: boolean, fill: (view: T, index: number) => void): void {
    const window = new Set(indexes);
    const before = [...this.#shown];
    const shown = new Map<number, T>();
    let next = 0;
    for (const index of indexes) {
      const known = this.#shown.get(index);
      if (known) while (before[next]?.[1] !== known) this.#remove(before[next++]?.[1]);
      const [hereIndex, here] = before[next] ?? [];
      // Reuse a view where it is: moving it costs more than filling it.
      const isHere = hereIndex !== undefined && (here === known || !window.has(hereIndex));
      const view = (isHere ? here : this.#spare.pop()) ?? this.#make();
      if (isHere) next += 1;
      else this.#parent.insertBefore(view.element, here?.element ?? null);
      if (view !== known || refill) fill(view, index);
      shown.set(index, view);
    }
    for (const [, view] of before.slice(next)) this.#remove(view);
    this.#shown = shown;
  }

  #remove(view: T | undefined): void {
    if (!view) return;
    view.element.remove();
    this.#spare.push(view);
  }
}

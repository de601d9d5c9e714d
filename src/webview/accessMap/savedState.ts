import { isArrayOf, isObject } from '../messages';
import { type Filter, noFilter } from './filter';
import { cellKey, type Pending } from './pending';
import { isCellChange } from './protocol';

/** What VS Code keeps of the map while it is hidden. The rest is asked of the host again. */
export interface SavedState {
  readonly filter: Filter;
  readonly pending: Pending;
  readonly scrollTop: number;
  readonly scrollLeft: number;
}

/** As it can be kept. */
export function packed({ pending, ...rest }: SavedState): unknown {
  return { ...rest, pending: [...pending.values()] };
}

/** What was kept; whatever of it is not as it has to be is as at the start. */
export function unpacked(kept: unknown): SavedState {
  const { filter, pending, scrollTop, scrollLeft } = isObject(kept) ? kept : {};
  return {
    filter: filterOf(filter),
    pending: isArrayOf(pending, isCellChange)
      ? new Map(
          pending.filter(isCellChange).map(change => [cellKey(change.secret, change.repository), change]),
        )
      : new Map(),
    scrollTop: typeof scrollTop === 'number' ? scrollTop : 0,
    scrollLeft: typeof scrollLeft === 'number' ? scrollLeft : 0,
  };
}

function filterOf(kept: unknown): Filter {
  const isWhole =
    isObject(kept) &&
    typeof kept['repositories'] === 'string' &&
    typeof kept['secrets'] === 'string' &&
    typeof kept['onlyDifferences'] === 'boolean' &&
    typeof kept['onlySelected'] === 'boolean';
  // Every part of it was looked at above.
  return isWhole ? (kept as unknown as Filter) : noFilter;
}

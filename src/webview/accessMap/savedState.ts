import { isObject } from '../messages';
import { type Filter, noFilter } from './filter';

/** What VS Code keeps of the map while it is hidden. The rest, pending changes included, comes from the host again. */
export interface SavedState {
  readonly filter: Filter;
  readonly scrollTop: number;
  readonly scrollLeft: number;
}

/** What was kept; whatever of it is not as it has to be is as at the start. */
export function unpacked(kept: unknown): SavedState {
  const { filter, scrollTop, scrollLeft } = isObject(kept) ? kept : {};
  return {
    filter: filterOf(filter),
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

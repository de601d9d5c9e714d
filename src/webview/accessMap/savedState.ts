import { isObject } from '../messages';
import { type Filter, noFilter } from './filter';

/** What VS Code keeps while the map is hidden. The extension sends the rest again, pending changes included. */
export interface SavedState {
  readonly filter: Filter;
  readonly scrollTop: number;
  readonly scrollLeft: number;
}

/** Reads the saved state. Anything malformed is replaced by its default. */
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
  // Every property was checked above.
  return isWhole ? (kept as unknown as Filter) : noFilter;
}

import * as v from 'valibot';
import { noFilter } from './filter';

const filter = v.object({
  repositories: v.string(),
  secrets: v.string(),
  onlyDifferences: v.boolean(),
  onlySelected: v.boolean(),
});

const fresh = { filter: noFilter, scrollTop: 0, scrollLeft: 0 };

/** What VS Code keeps while the map is hidden. The extension sends the rest again, pending changes included. */
export type SavedState = v.InferOutput<typeof savedState>;
const savedState = v.fallback(
  v.object({
    filter: v.fallback(filter, noFilter),
    scrollTop: v.fallback(v.number(), 0),
    scrollLeft: v.fallback(v.number(), 0),
  }),
  fresh,
);

/** Reads the saved state. Anything malformed is replaced by its default. */
export function unpacked(kept: unknown): SavedState {
  return v.parse(savedState, kept);
}

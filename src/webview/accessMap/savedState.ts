import * as v from 'valibot';
import { noFilter } from './filter';

/** What VS Code keeps while the map is hidden. The extension sends the rest again, pending changes included. */
export type SavedState = v.InferOutput<typeof savedState>;
const savedState = v.object({
  filter: v.object({
    repositories: v.string(),
    secrets: v.string(),
    // Earlier versions had no filter by app.
    app: v.optional(v.string(), ''),
    onlyDifferences: v.boolean(),
    onlySelected: v.boolean(),
  }),
  scrollTop: v.number(),
  scrollLeft: v.number(),
});

const fresh: SavedState = { filter: noFilter, scrollTop: 0, scrollLeft: 0 };

/** Reads the saved state. One that doesn't fit is from another version: it is dropped as a whole. */
export function unpacked(kept: unknown): { readonly state: SavedState; readonly isDropped: boolean } {
  if (kept === undefined || kept === null) return { state: fresh, isDropped: false };
  const { success, output } = v.safeParse(savedState, kept);
  return success ? { state: output, isDropped: false } : { state: fresh, isDropped: true };
}

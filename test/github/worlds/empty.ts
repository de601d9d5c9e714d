import { applyEdit, type WorldEdit } from '../edits';
import type { World } from '../world';

/** A world without anybody. */
export function emptyWorld(): World {
  return { users: new Map(), tokens: new Map(), organizations: new Map(), lastId: 1000 };
}

/** A world that the edits make of an empty one, at a time in milliseconds since 1970. */
export function worldOf(edits: readonly WorldEdit[], now: number): World {
  const world = emptyWorld();
  edits.forEach(edit => applyEdit(world, edit, now));
  return world;
}

import type { Secret } from './secret';

const day = 24 * 60 * 60 * 1000;

/**
 * Whether a secret was not updated for more than `days`; 0 days: none ever counts as stale. An update may have been of
 * the repositories alone, so that the value is at least this old.
 */
export function isStale({ updatedAt }: Secret, days: number, now = Date.now()): boolean {
  return days > 0 && now - updatedAt.getTime() > days * day;
}

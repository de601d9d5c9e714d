import type { Repository } from './repository';

/** One repository that gains or loses a secret. */
export interface AccessChange {
  readonly kind: 'add' | 'remove';
  readonly repository: Repository;
}

/** What turns the selection `before` into `after`: additions first, so that a cancelled change has taken nothing away. */
export function accessChanges(before: readonly Repository[], after: readonly Repository[]): AccessChange[] {
  const had = new Set(before.map(({ id }) => id));
  const has = new Set(after.map(({ id }) => id));
  return [
    ...after.filter(({ id }) => !had.has(id)).map(repository => ({ kind: 'add', repository }) as const),
    ...before.filter(({ id }) => !has.has(id)).map(repository => ({ kind: 'remove', repository }) as const),
  ];
}

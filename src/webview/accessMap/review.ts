import { type AccessMap, titleOf } from './accessMap';
import type { CellChange } from './protocol';

/** One pending change, with names to show. */
export interface ReviewLine {
  readonly kind: CellChange['kind'];
  readonly secret: string;
  readonly repository: string;
  readonly isPublic: boolean;
}

/** The pending changes in the map's order: by secret, then by repository. */
export function reviewLines(map: AccessMap, changes: readonly CellChange[]): ReviewLine[] {
  const place = ({ secret, repository }: CellChange): number =>
    (map.columns.get(secret) ?? map.columns.size) * map.rows.size + (map.rows.get(repository) ?? 0);
  return [...changes]
    .sort((a, b) => place(a) - place(b))
    .map(({ kind, secret, repository }) => {
      const { name = String(repository), visibility } =
        map.repositories[map.rows.get(repository) ?? -1] ?? {};
      return { kind, secret: titleOf(map, secret), repository: name, isPublic: visibility === 'public' };
    });
}

/** The repository and the secret of a change: `billing → NPM_TOKEN`. */
export function pairText({ secret, repository }: ReviewLine): string {
  return `${repository} → ${secret}`;
}

export function signOf({ kind }: Pick<ReviewLine, 'kind'>): string {
  return kind === 'add' ? '+' : '−';
}

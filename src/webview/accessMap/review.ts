import { type AccessMap, partsOf } from './accessMap';
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
    (map.columns.get(secret) ?? 0) * map.rows.size + (map.rows.get(repository) ?? 0);
  return [...changes]
    .sort((a, b) => place(a) - place(b))
    .map(({ kind, secret, repository }) => {
      const { name = String(repository), visibility } =
        map.repositories[map.rows.get(repository) ?? -1] ?? {};
      const title = map.secrets[map.columns.get(secret) ?? -1]?.name ?? partsOf(secret).name;
      return { kind, secret: title, repository: name, isPublic: visibility === 'public' };
    });
}

/** The repository and the secret of a change: `billing → NPM_TOKEN`. */
export function pairText({ secret, repository }: ReviewLine): string {
  return `${repository} → ${secret}`;
}

export function signOf({ kind }: Pick<ReviewLine, 'kind'>): string {
  return kind === 'add' ? '+' : '−';
}

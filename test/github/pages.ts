import type { Answer } from './answer';
import type { Call } from './call';
import { findRepository } from './fixture';
import { findOwner } from './repositories';

const defaultPerPage = 30;
const maxPerPage = 100;

/** One page of a list, as the request asked for it, and the `Link` header to its neighbours. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly headers: NonNullable<Answer['headers']>;
}

/**
 * GitHub's pages: 30 unless `per_page` says otherwise, 100 at most however much is asked for; a page past the end is
 * empty. `Link` names `prev`, `next`, `last` and `first`, each where there is one, and is missing from a single page.
 * (docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api)
 */
export function pageOf<Item>(call: Call, all: readonly Item[]): Page<Item> {
  const perPage = Math.min(numberOr(call.query.get('per_page'), defaultPerPage), maxPerPage);
  const page = numberOr(call.query.get('page'), 1);
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const items = all.slice((page - 1) * perPage, page * perPage);
  const links = [
    ...(page > 1 ? [link(call, 'prev', Math.min(page - 1, last))] : []),
    ...(page < last ? [link(call, 'next', page + 1), link(call, 'last', last)] : []),
    ...(page > 1 ? [link(call, 'first', 1)] : []),
  ];
  return { items, headers: links.length > 0 ? { Link: links.join(', ') } : {} };
}

function link(call: Call, relation: string, page: number): string {
  const query = new URLSearchParams(call.query);
  query.set('page', String(page));
  return `<${call.base}${linkPath(call)}?${query.toString()}>; rel="${relation}"`;
}

/** GitHub's links name organizations and repositories by their id, and it answers to that path as to the other. */
function linkPath({ path, fixture }: Call): string {
  const [, kind, login = '', rest = ''] = /^\/(orgs|repos)\/([^/]+)\/(.+)$/.exec(path) ?? [];
  const owner = findOwner(fixture, login);
  if (!owner) return path;
  if (kind === 'orgs') return `/organizations/${owner.id}/${rest}`;
  const [name = '', ...below] = rest.split('/');
  const repository = findRepository(owner, name);
  return repository ? `/repositories/${repository.id}/${below.join('/')}` : path;
}

function numberOr(text: string | null, fallback: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : fallback;
}

import type { Answer } from './reader';

/** The most items that GitHub puts on a page. */
export const pageSize = 100;

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many items the whole list has, where GitHub tells. */
  readonly total?: number;
  /** Whether GitHub documents no pages for the list: then there are more only where a `Link` header says so. */
  readonly isUnpaged?: true;
}

/** All pages of a list, each read once. */
export interface Pass<T> {
  /** In order, each once: an item that moved to a later page meanwhile was read twice. */
  readonly items: readonly T[];
  /** The answers themselves: the same page, unchanged, is the same object the next time. */
  readonly answers: readonly Answer<Page<T>>[];
  /** Whether the items are as many as GitHub says. A list that moved while it was read can lack some. */
  readonly isWhole: boolean;
}

export type ReadPage<T> = (page: number) => Promise<Answer<Page<T>>>;

/** The number of the last page by a `Link` header; 1 where there is no further page. */
export function lastPage(link: string | number | undefined): number {
  const page = /[?&]page=(\d+)[^>]*>; rel="last"/.exec(String(link))?.[1];
  return page === undefined ? 1 : Number(page);
}

/**
 * Reads all pages of a list once. Those that are known to exist are read side by side, as many at once as the client
 * allows. GitHub's ETag covers a page's body but not its `Link` header, so a full last page is asked for its successor
 * unless the body tells how many items there are.
 * @param pageCount how many pages the list had when it was last read
 */
export async function readPass<T extends { readonly id: unknown }>(
  readPage: ReadPage<T>,
  {
    pageCount = 1,
    onPage,
  }: { pageCount?: number; onPage?: ((items: readonly T[]) => void) | undefined } = {},
): Promise<Pass<T>> {
  const read = async (page: number): Promise<Answer<Page<T>>> => {
    const answer = await readPage(page);
    onPage?.(answer.value.items);
    return answer;
  };
  const answers: Answer<Page<T>>[] = [];
  const readUpTo = async (count: number): Promise<void> => {
    const first = answers.length + 1;
    const missing = Array.from({ length: Math.max(0, count - answers.length) }, (_, index) => first + index);
    answers.push(...(await Promise.all(missing.map(read))));
  };
  await readUpTo(pageCount);
  await readUpTo(answers[0]?.lastPage ?? 1);
  while (hasMore(answers)) await readUpTo(answers.length + 1);
  while (isPastTheEnd(answers)) answers.pop();

  const items = [...new Map(answers.flatMap(({ value }) => value.items).map(it => [it.id, it])).values()];
  const isWhole = answers.every(({ value }) => value.total === undefined || value.total === items.length);
  return { items, answers, isWhole };
}

/** How often a list is read that lacks items, before it is taken as it is. */
const patience = 3;

/** All items of a list to be shown. */
export async function readList<T extends { readonly id: unknown }>(
  readPage: ReadPage<T>,
  onPage?: (items: readonly T[]) => void,
): Promise<readonly T[]> {
  return (await readShown(readPage, onPage)).items;
}

/** Reads a list to be shown. One that moved while it was read is read again, a few times. */
export async function readShown<T extends { readonly id: unknown }>(
  readPage: ReadPage<T>,
  onPage?: (items: readonly T[]) => void,
): Promise<Pass<T>> {
  let pass = await readPass(readPage, { onPage });
  for (let times = 1; !pass.isWhole && times < patience; times += 1)
    pass = await readPass(readPage, { pageCount: pass.answers.length });
  return pass;
}

function hasMore<T>(answers: readonly Answer<Page<T>>[]): boolean {
  const last = answers.at(-1)?.value;
  if (!last || last.isUnpaged || last.items.length < pageSize) return false;
  return last.total === undefined || last.total > answers.length * pageSize;
}

/** Whether the last page is empty, and the one before it already shows that. */
function isPastTheEnd<T>(answers: readonly Answer<Page<T>>[]): boolean {
  const [before, last] = answers.slice(-2);
  if (!before || !last || last.value.items.length > 0) return false;
  return !hasMore(answers.slice(0, -1));
}

/** The most items that GitHub puts on a page. */
export const pageSize = 100;

/** The number of the last page by a `Link` header; 1 where there is no further page. */
export function lastPage(link: string | number | undefined): number {
  const page = /[?&]page=(\d+)[^>]*>; rel="last"/.exec(String(link))?.[1];
  return page === undefined ? 1 : Number(page);
}

/**
 * All items of a list in order: the first page tells how many there are, the rest are fetched side by side, as many at
 * once as the client allows. An item that moves to another page meanwhile is kept once.
 */
export async function allPages<T extends { readonly id: unknown }>(
  readPage: (page: number) => Promise<{ readonly value: T[]; readonly lastPage: number }>,
  onPage?: (items: readonly T[]) => void,
): Promise<T[]> {
  const read = async (page: number): Promise<{ value: T[]; lastPage: number }> => {
    const answer = await readPage(page);
    onPage?.(answer.value);
    return answer;
  };
  const first = await read(1);
  const rest = await Promise.all(Array.from({ length: first.lastPage - 1 }, (_, index) => read(index + 2)));
  const items = [first, ...rest].flatMap(({ value }) => value);
  return [...new Map(items.map(item => [item.id, item])).values()];
}

import type { Call } from './call';
import type { Repository } from './fixture';
import { fullNameOf, type OwnedRepository } from './repositories';

type Order = (one: OwnedRepository, other: OwnedRepository) => number;

/** The order that the query asks for, or the `usual` one. By name it ascends unless the query says otherwise, else it descends. */
export function orderOf({ query }: Call, usual: 'created' | 'full_name'): Order {
  const sort = query.get('sort') ?? usual;
  const direction = query.get('direction') ?? (sort === 'full_name' ? 'asc' : 'desc');
  const sign = direction === 'asc' ? 1 : -1;
  return (one, other) => sign * (compare(sort, one, other) || one.repository.id - other.repository.id);
}

function compare(sort: string, one: OwnedRepository, other: OwnedRepository): number {
  if (sort === 'full_name') return fullNameOf(one).toLowerCase() < fullNameOf(other).toLowerCase() ? -1 : 1;
  const time = timeOf(sort);
  return time(one.repository).getTime() - time(other.repository).getTime();
}

function timeOf(sort: string): (repository: Repository) => Date {
  switch (sort) {
    case 'updated':
      return ({ updatedAt }) => updatedAt;
    case 'pushed':
      return ({ pushedAt }) => pushedAt;
    default:
      return ({ createdAt }) => createdAt;
  }
}

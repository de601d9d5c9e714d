import { isFailure } from '../model/failure';
import type { RepositoryDetails } from '../model/repository';
import type { Store } from './store';

/** A repository by its address. */
export interface Address {
  readonly owner: string;
  readonly name: string;
}

/** Those of some repositories that the user can see and write to. */
export async function writableRepositories(
  store: Pick<Store, 'repository'>,
  addresses: readonly Address[],
): Promise<RepositoryDetails[]> {
  const found = await Promise.all(addresses.map(address => detailsOf(store, address)));
  return found.filter(details => details !== undefined).filter(({ canWrite }) => canWrite);
}

/** Nothing of a repository that the user can't see. */
async function detailsOf(
  store: Pick<Store, 'repository'>,
  { owner, name }: Address,
): Promise<RepositoryDetails | undefined> {
  try {
    return await store.repository(`${owner}/${name}`);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return undefined;
  }
}

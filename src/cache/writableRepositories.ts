import { isFailure } from '../model/failure';
import type { RepositoryDetails } from '../model/repository';
import type { Store } from './store';
import { fullNameOf, type RepositoryAddress } from '../model/repositoryAddress';

/** Those of some repositories that the user can see and write to. */
export async function writableRepositories(
  store: Pick<Store, 'repository'>,
  addresses: readonly RepositoryAddress[],
): Promise<RepositoryDetails[]> {
  const found = await Promise.all(addresses.map(address => detailsOf(store, address)));
  return found.filter(details => details !== undefined).filter(({ canWrite }) => canWrite);
}

/** Nothing of a repository that the user can't see. */
async function detailsOf(
  store: Pick<Store, 'repository'>,
  address: RepositoryAddress,
): Promise<RepositoryDetails | undefined> {
  try {
    return await store.repository(fullNameOf(address));
  } catch (error) {
    if (!isFailure(error)) throw error;
    return undefined;
  }
}

import { isFailure } from '../model/failure';
import { type Repository, without } from '../model/repository';
import type { OwnerCaches } from './ownerCaches';
import type { SecretOwner } from '../model/secretStore';

/**
 * Sends repositories. GitHub refuses the whole list where one of them is gone: then those that still exist are sent once
 * more. Gives the answer, and which are gone.
 */
export async function sendExisting<T>(
  lists: Pick<OwnerCaches, 'gone'>,
  owner: SecretOwner,
  repositories: readonly Repository[],
  send: (repositories: readonly Repository[]) => Promise<T>,
): Promise<{ readonly sent: T; readonly gone: readonly Repository[] }> {
  try {
    return { sent: await send(repositories), gone: [] };
  } catch (error) {
    if (!isFailure(error, 'refused', 'notFound')) throw error;
    const gone = await lists.gone(owner, repositories);
    if (gone.length === 0) throw error;
    return { sent: await send(without(repositories, gone)), gone };
  }
}

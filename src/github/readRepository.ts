import { RequestError } from '@octokit/request-error';
import type { Endpoints } from '@octokit/types';
import { Failure } from '../model/failure';
import type { RepositoryDetails } from '../model/repository';
import type { SecretOwner } from '../model/secretStore';
import { toRepository } from './mappers';
import type { Reader } from './reader';
import { addressOf } from '../model/repositoryAddress';

type RepositoryData = Endpoints['GET /repos/{owner}/{repo}']['response']['data'];

/**
 * One repository. GitHub leads from a former name to the present one.
 * @see https://docs.github.com/en/rest/repos/repos#get-a-repository
 */
export async function readRepository(reader: Reader, fullName: string): Promise<RepositoryDetails> {
  const { owner, name: repo } = addressOf(fullName);
  try {
    const { value } = await reader.read('GET /repos/{owner}/{repo}', { owner, repo }, toDetails);
    if (value) return value;
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 404) throw error;
  }
  throw new Failure({ kind: 'repositoryNotFound', repository: fullName });
}

/** Nothing where the answer is not about a repository: it has no owner then. */
function toDetails(data: RepositoryData): RepositoryDetails | undefined {
  const owner = (data as Partial<RepositoryData> | null)?.owner;
  if (!owner) return undefined;
  return {
    repository: toRepository(data),
    fullName: data.full_name,
    organization: owner.type === 'Organization' ? owner.login : undefined,
    canWrite: data.permissions?.push === true,
  };
}

/**
 * Rejects with `repositoryNotFound` where an owner is a repository, and another one has its name now: it was renamed or
 * moved away, and the name was given again. Paths go by names.
 */
export async function requireSameRepository(reader: Reader, owner: SecretOwner): Promise<void> {
  if (owner.kind !== 'repository') return;
  const { fullName, id } = owner;
  const { repository } = await readRepository(reader, fullName);
  if (repository.id !== id) throw new Failure({ kind: 'repositoryNotFound', repository: fullName });
}

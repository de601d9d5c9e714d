import { RequestError } from '@octokit/request-error';
import { Failure } from '../model/failure';
import type { RepositoryDetails } from '../model/repository';
import type { SecretOwner } from '../model/secretStore';
import { toRepository } from './mappers';
import type { Reader } from './reader';
import { addressOf } from '../model/repositoryAddress';

/**
 * One repository. GitHub leads from a former name to the present one.
 * @see https://docs.github.com/en/rest/repos/repos#get-a-repository
 */
export async function readRepository(reader: Reader, fullName: string): Promise<RepositoryDetails> {
  const { owner, name: repo } = addressOf(fullName);
  try {
    const { value } = await reader.read('GET /repos/{owner}/{repo}', { owner, repo }, data => ({
      repository: toRepository(data),
      fullName: data.full_name,
      organization: data.owner.type === 'Organization' ? data.owner.login : undefined,
      canWrite: data.permissions?.push === true,
    }));
    return value;
  } catch (error) {
    if (error instanceof RequestError && error.status === 404)
      throw new Failure({ kind: 'repositoryNotFound', repository: fullName });
    throw error;
  }
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

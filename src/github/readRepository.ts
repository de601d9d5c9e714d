import { RequestError } from '@octokit/request-error';
import { Failure } from '../model/failure';
import type { RepositoryDetails } from '../model/repository';
import { toRepository } from './mappers';
import type { Reader } from './reader';

/**
 * One repository. GitHub leads from a former name to the present one.
 * @see https://docs.github.com/en/rest/repos/repos#get-a-repository
 */
export async function readRepository(reader: Reader, fullName: string): Promise<RepositoryDetails> {
  const [owner = '', repo = ''] = fullName.split('/');
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

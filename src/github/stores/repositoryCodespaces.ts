import { ownerName } from '../../model/secretStore';
import { secretsAt } from './secretsAt';
import type { CreateStore } from './secretStore';
import { addressOf } from '../../model/repositoryAddress';

/**
 * A repository's own Codespaces secrets. They have no access to choose: the repository alone receives them.
 * @see https://docs.github.com/en/rest/codespaces/repository-secrets
 */
export const repositoryCodespaces: CreateStore = tools =>
  secretsAt(tools, {
    path: '/repos/{owner}/{repo}/codespaces/secrets',
    parameters: repository => {
      const { owner, name } = addressOf(ownerName(repository));
      return { owner, repo: name };
    },
    body: () => ({}),
  });

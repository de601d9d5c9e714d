import { toNamedRepository } from '../mappers';
import { secretsAt, type SecretsPath } from './secretsAt';
import type { CreateStore } from './secretStore';
import { selectionAt } from './selectionAt';

/**
 * The user's own Codespaces secrets, for selected repositories of any owner. They need a token of their own, and GitHub
 * documents no pages for their repositories.
 * @see https://docs.github.com/en/rest/codespaces/secrets
 */
export const userCodespaces: CreateStore = ({ ofUser }) => ({
  ...secretsAt(ofUser, at),
  selection: selectionAt(ofUser, at, { toRepository: toNamedRepository, isUnpaged: true }),
});

const at: SecretsPath = {
  path: '/user/codespaces/secrets',
  parameters: () => ({}),
  body: ({ access }) => ({ selected_repository_ids: access?.selected }),
};

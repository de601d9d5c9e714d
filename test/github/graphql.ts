import { needsSso } from './access';
import type { Answer } from './answer';
import type { Call } from './call';
import { canSee } from './permissions';
import { nodeId } from './represent';
import { findRepository } from './fixture';
import { findOwner, isOrganization } from './repositories';

const repositoryField = /(\w+)\s*:\s*repository\(\s*owner:\s*"([^"]+)"\s*,\s*name:\s*"([^"]+)"\s*\)/g;

/**
 * POST /graphql, as far as `gh` needs it: the ids of repositories by name (`gh secret set --repos`), and who the user
 * is (`gh auth status`). Gives undefined for any other query. GraphQL has no OpenAPI description to check it against.
 */
export function answerGraphql(call: Call): Answer | undefined {
  const query = (call.body as { query?: unknown } | undefined)?.query;
  if (typeof query !== 'string') return undefined;
  if (/\bviewer\s*\{\s*login\s*\}/.test(query))
    return { status: 200, body: { data: { viewer: { login: call.user?.login } } } };
  const fields = [...query.matchAll(repositoryField)];
  if (fields.length === 0) return undefined;
  const data: Record<string, unknown> = {};
  const errors: unknown[] = [];
  for (const [, alias = '', owner = '', name = ''] of fields) {
    const id = repositoryId(call, owner, name);
    data[alias] = id === undefined ? null : { databaseId: id, id: nodeId('R', id) };
    if (id === undefined) {
      const message = `Could not resolve to a Repository with the name '${owner}/${name}'.`;
      errors.push({ type: 'NOT_FOUND', path: [alias], message });
    }
  }
  return { status: 200, body: { data, ...(errors.length > 0 && { errors }) } };
}

function repositoryId(call: Call, owner: string, name: string): number | undefined {
  const account = findOwner(call.fixture, owner);
  if (!account || (isOrganization(account) && needsSso(call, account))) return undefined;
  const found = findRepository(account, name);
  return found && canSee(call, account)(found) ? found.id : undefined;
}

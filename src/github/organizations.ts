import { RequestError } from '@octokit/request-error';
import { Failure } from '../model/failure';
import type { OrganizationList } from '../model/gitHub';
import { pageSize, readList } from './pages';
import type { Headers, Reader } from './reader';

/**
 * The organizations that the user owns, by name. Single sign-on leaves organizations out of the list and tells their
 * ids in a header; these are listed too, since opening one is what leads to its sign-on, and are counted where GitHub
 * does not tell their names. Rejects with `scopeMissing` where a token without scopes is told of none.
 * @see https://docs.github.com/en/rest/orgs/members#list-organization-memberships-for-the-authenticated-user
 * @see https://docs.github.com/en/enterprise-cloud@latest/rest/authentication/authenticating-to-the-rest-api#authenticating-in-a-saml-single-sign-on-organization
 */
export async function readOrganizations(reader: Reader): Promise<OrganizationList> {
  const headers: Headers[] = [];
  const memberships = await readList(async page => {
    const answer = await reader.read(
      'GET /user/memberships/orgs',
      { state: 'active', per_page: pageSize, page },
      data => ({
        items: data.map(({ role, organization: { id, login } }) => ({
          id,
          login,
          isOwned: role === 'admin',
        })),
      }),
    );
    headers.push(answer.headers);
    return answer;
  });
  const hidden = new Set(headers.flatMap(it => hiddenIds(it['x-github-sso'])));
  const hasScopes = headers.some(it => it['x-oauth-scopes'] !== undefined);
  // Such a token is told of the organizations alone that have installed its app.
  if (!hasScopes && memberships.length + hidden.size === 0)
    throw new Failure({ kind: 'scopeMissing', scopes: ['admin:org'] });
  const logins = await Promise.all([...hidden].map(id => loginOf(reader, id)));
  const known = logins.filter(login => login !== undefined);
  const owned = memberships.filter(({ isOwned }) => isOwned).map(({ login }) => login);
  const all = [...new Set([...owned, ...known])];
  return {
    organizations: all
      .sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' }))
      .map(login => ({ login })),
    hidden: logins.length - known.length,
  };
}

function hiddenIds(header: string | number | undefined): number[] {
  const ids = /partial-results; organizations=([\d,]+)/.exec(String(header))?.[1];
  return ids === undefined ? [] : ids.split(',').map(Number);
}

/** The login behind an id; nothing where GitHub does not tell. */
async function loginOf(reader: Reader, account_id: number): Promise<string | undefined> {
  try {
    const { value } = await reader.read('GET /user/{account_id}', { account_id }, ({ login }) => login);
    return value;
  } catch (error) {
    if (error instanceof RequestError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

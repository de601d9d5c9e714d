import type { Operation } from './operation';

/** What the simulated GitHub is when it is asked as an enterprise server. */
export const enterpriseVersion = '3.17.0';

/** GET /: the list of addresses. `gh auth status` asks it for the token's scopes. */
const root: Operation = {
  method: 'GET',
  path: '/',
  acceptedScopes: '',
  anonymous: true,
  handle: ({ base }) => ({ status: 200, body: addresses(base) }),
};

/** GET /meta: VS Code asks an enterprise server for its version here. */
const meta: Operation = {
  method: 'GET',
  path: '/meta',
  acceptedScopes: '',
  anonymous: true,
  handle: ({ base }) => ({
    status: 200,
    body: {
      verifiable_password_authentication: false,
      ...(base.endsWith('/api/v3') && { installed_version: enterpriseVersion }),
    },
  }),
};

/** GET /rate_limit: it costs nothing itself. */
const rateLimit: Operation = {
  method: 'GET',
  path: '/rate_limit',
  acceptedScopes: '',
  anonymous: true,
  handle: call => {
    const core = call.rate();
    const other = { limit: 30, used: 0, remaining: 30, reset: core.reset };
    return { status: 200, body: { resources: { core, search: other, graphql: core }, rate: core } };
  },
};

export const metaOperations: readonly Operation[] = [root, meta, rateLimit];

function addresses(base: string): Record<string, string> {
  const paths: Record<string, string> = {
    current_user: '/user',
    current_user_authorizations_html: '/settings/connections/applications{/client_id}',
    authorizations: '/authorizations',
    code_search: '/search/code?q={query}{&page,per_page,sort,order}',
    commit_search: '/search/commits?q={query}{&page,per_page,sort,order}',
    emails: '/user/emails',
    emojis: '/emojis',
    events: '/events',
    feeds: '/feeds',
    followers: '/user/followers',
    following: '/user/following{/target}',
    gists: '/gists{/gist_id}',
    issue_search: '/search/issues?q={query}{&page,per_page,sort,order}',
    issues: '/issues',
    keys: '/user/keys',
    label_search: '/search/labels?q={query}&repository_id={repository_id}{&page,per_page}',
    notifications: '/notifications',
    organization: '/orgs/{org}',
    organization_repositories: '/orgs/{org}/repos{?type,page,per_page,sort}',
    organization_teams: '/orgs/{org}/teams',
    public_gists: '/gists/public',
    rate_limit: '/rate_limit',
    repository: '/repos/{owner}/{repo}',
    repository_search: '/search/repositories?q={query}{&page,per_page,sort,order}',
    current_user_repositories: '/user/repos{?type,page,per_page,sort}',
    starred: '/user/starred{/owner}{/repo}',
    starred_gists: '/gists/starred',
    user: '/users/{user}',
    user_organizations: '/user/orgs',
    user_repositories: '/users/{user}/repos{?type,page,per_page,sort}',
    user_search: '/search/users?q={query}{&page,per_page,sort,order}',
  };
  return Object.fromEntries(Object.entries(paths).map(([name, path]) => [`${name}_url`, base + path]));
}

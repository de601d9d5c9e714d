import type { Call } from './call';
import type { Organization, OwnSecret, RepositoryOwner, Secret, SecretApp, UserSecret } from './fixture';
import type { KeyPair } from './keys';
import { isOrganization } from './repositories';

/** What GitHub calls `simple-user`, of a user or of an organization. */
export function simpleUser(call: Call, account: RepositoryOwner) {
  const url = `${call.base}/users/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('U', account.id),
    avatar_url: avatar(account.id),
    gravatar_id: '',
    url,
    html_url: `${call.site}/${account.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: isOrganization(account) ? 'Organization' : 'User',
    user_view_type: 'public',
    site_admin: false,
  };
}

/** What GitHub calls `organization-simple`. */
export function simpleOrganization(call: Call, organization: Organization) {
  const url = `${call.base}/orgs/${organization.login}`;
  return {
    login: organization.login,
    id: organization.id,
    node_id: nodeId('O', organization.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: avatar(organization.id),
    description: null,
  };
}

/** An organization secret; only a selected one has the address of its selection. */
export function organizationSecret(call: Call, organization: Organization, app: SecretApp, secret: Secret) {
  const selection = `${call.base}/orgs/${organization.login}/${app}/secrets/${secret.name}/repositories`;
  return {
    ...repositorySecret(secret),
    visibility: secret.visibility,
    ...(secret.visibility === 'selected' && { selected_repositories_url: selection }),
  };
}

/** A user's secret: GitHub calls each one selected. */
export function userSecret(call: Call, secret: UserSecret) {
  return {
    ...repositorySecret(secret),
    visibility: 'selected',
    selected_repositories_url: `${call.base}/user/codespaces/secrets/${secret.name}/repositories`,
  };
}

/** A repository's own secret, or an organization secret as a repository lists it. */
export function repositorySecret({ name, createdAt, updatedAt }: OwnSecret) {
  return { name, created_at: time(createdAt), updated_at: time(updatedAt) };
}

/** A public key as the operations give it that end in `public-key`. */
export function publicKeyBody({ id, publicKey }: KeyPair) {
  return { key_id: id, key: Buffer.from(publicKey).toString('base64') };
}

/** GitHub's times have seconds and no fractions of them. */
export function time(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** An opaque id of GraphQL's. */
export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

function avatar(id: number): string {
  return `https://avatars.githubusercontent.com/u/${id}?v=4`;
}

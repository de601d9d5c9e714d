import { needsSso, restricted, visibleOrganization } from '../access';
import { hasScope, isBlocked, isOfApp } from '../permissions';
import { notFound, Refusal } from '../answer';
import { param, type Call } from '../call';
import { pageOf } from '../pages';
import { simpleOrganization, simpleUser, time } from '../represent';
import type { Membership, Organization, User } from '../fixture';
import type { Operation } from './operation';

const membershipScopes = 'admin:org, read:org, repo, user, write:org';

/** GET /user. */
const user: Operation = {
  method: 'GET',
  path: '/user',
  acceptedScopes: '',
  handle: call => {
    const self = userOf(call);
    const isPrivate = hasScope(call.token, 'user', 'read:user');
    const email = hasScope(call.token, 'user:email', 'user') ? `${self.login}@example.com` : null;
    const body = { ...simpleUser(call, self), ...profile(self), email };
    return { status: 200, body: isPrivate ? { ...body, ...privateProfile } : body };
  },
};

/** GET /user/{account_id}: a user or an organization, what the public may know of either. */
const account: Operation = {
  method: 'GET',
  path: '/user/{account_id}',
  acceptedScopes: '',
  handle: call => {
    const id = Number(param(call, 'account_id'));
    const user = [...call.fixture.users.values()].find(candidate => candidate.id === id);
    const organization = [...call.fixture.organizations.values()].find(
      candidate => candidate.id === id && !candidate.hidesName,
    );
    const common = { ...profile({ name: '' }), user_view_type: 'public', email: null };
    if (user) return { status: 200, body: { ...simpleUser(call, user), ...common, name: user.name } };
    if (organization) {
      const body = { ...simpleUser(call, organization), ...common, name: organization.login };
      return { status: 200, body };
    }
    throw notFound();
  },
};

/** GET /user/memberships/orgs: the organizations behind a single sign-on are left out, and a header names them. */
const memberships: Operation = {
  method: 'GET',
  path: '/user/memberships/orgs',
  acceptedScopes: membershipScopes,
  handle: call => {
    needScope(call);
    const state = call.query.get('state');
    // None of them has installed an app.
    const mine = (isOfApp(call.token) ? [] : [...call.fixture.organizations.values()])
      .flatMap(organization => {
        const membership = organization.members.get(userOf(call).login.toLowerCase());
        return membership ? [{ organization, membership }] : [];
      })
      .filter(({ membership }) => !state || membership.state === state);
    const blocking = mine.find(
      ({ organization }) => organization.blocksLists && isBlocked(call, organization),
    );
    if (blocking) throw restricted(blocking.organization);
    const open = mine.filter(({ organization }) => !isBlocked(call, organization));
    const hidden = open.filter(({ organization }) => needsSso(call, organization));
    const shown = open.filter(({ organization }) => !needsSso(call, organization));
    const { items, headers } = pageOf(call, shown);
    const ids = hidden.map(({ organization }) => organization.id).join(',');
    return {
      status: 200,
      body: items.map(item => membershipBody(call, item.organization, item.membership)),
      headers: { ...headers, ...(ids && { 'X-GitHub-SSO': `partial-results; organizations=${ids}` }) },
    };
  },
};

/** GET /user/memberships/orgs/{org}. */
const membership: Operation = {
  method: 'GET',
  path: '/user/memberships/orgs/{org}',
  acceptedScopes: membershipScopes,
  needsPermission: true,
  handle: call => {
    const organization = visibleOrganization(call, param(call, 'org'));
    const found = organization.members.get(userOf(call).login.toLowerCase());
    if (!found) throw notFound();
    needScope(call);
    if (isBlocked(call, organization)) throw restricted(organization);
    return { status: 200, body: membershipBody(call, organization, found) };
  },
};

export const userOperations: readonly Operation[] = [user, memberships, membership, account];

function userOf(call: Call): User {
  if (!call.user) throw new Refusal(401, 'Requires authentication');
  return call.user;
}

function needScope(call: Call): void {
  if (isOfApp(call.token)) return;
  if (!hasScope(call.token, 'read:org', 'user', 'repo'))
    throw new Refusal(403, 'You need at least read:org scope or user scope to list your organizations.');
}

function membershipBody(call: Call, organization: Organization, { role, state }: Membership) {
  const organizationUrl = `${call.base}/orgs/${organization.login}`;
  return {
    url: `${organizationUrl}/memberships/${userOf(call).login}`,
    state,
    role,
    organization_url: organizationUrl,
    organization: simpleOrganization(call, organization),
    user: simpleUser(call, userOf(call)),
  };
}

function profile({ name }: Pick<User, 'name'>) {
  const since = time(new Date(Date.UTC(2011, 0, 25)));
  return {
    user_view_type: 'private',
    name,
    company: null,
    blog: '',
    location: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    notification_email: null,
    public_repos: 8,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: since,
    updated_at: since,
  };
}

const privateProfile = {
  private_gists: 0,
  total_private_repos: 0,
  owned_private_repos: 0,
  disk_usage: 0,
  collaborators: 0,
  two_factor_authentication: true,
  plan: { name: 'free', space: 976562499, collaborators: 0, private_repos: 10000 },
};

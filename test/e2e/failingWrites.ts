import type { FaultSpec } from '../github/faults';

/** What can go wrong with a write, and how it is told. */
export const failingWrites: readonly (readonly [FaultSpec, string])[] = [
  [{ kind: 'status', status: 401 }, 'You are signed out of GitHub'],
  [
    { kind: 'status', status: 403, headers: { 'X-OAuth-Scopes': 'repo' } },
    "doesn't have the scope admin:org",
  ],
  [
    {
      kind: 'status',
      status: 403,
      headers: { 'X-GitHub-SSO': 'required; url=https://github.com/orgs/acme/sso' },
    },
    'requires single sign-on',
  ],
  [{ kind: 'status', status: 404 }, 'It no longer exists'],
  [{ kind: 'status', status: 409 }, "Somebody changed the secret's visibility"],
  [
    { kind: 'status', status: 422, message: 'Not on a Sunday.' },
    'GitHub refused the request: Not on a Sunday.',
  ],
  [{ kind: 'status', status: 500 }, 'GitHub returned an error (500)'],
  [{ kind: 'drop' }, "GitHub didn't answer"],
];

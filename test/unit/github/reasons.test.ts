import assert from 'node:assert/strict';
import { RequestError } from '@octokit/request-error';
import { toFailure } from '../../../src/github/failures';
import { Failure, type FailureReason, isFailure } from '../../../src/model/failure';

interface Answered {
  readonly method?: 'GET' | 'PUT' | 'DELETE';
  readonly url?: string;
  readonly headers?: Record<string, string>;
  /** GitHub's message, in a body of its usual shape. */
  readonly message?: string;
  readonly data?: unknown;
}

const api = 'https://api.github.com';
const list = '/orgs/acme/codespaces/secrets';
const scopes = { 'x-oauth-scopes': 'admin:org, repo' };
const otherScopes = { 'x-oauth-scopes': 'gist, read:org, repo, workflow' };

function reason(
  status: number,
  { method = 'GET', url = api + list, headers = {}, ...rest }: Answered = {},
): FailureReason {
  const data = rest.data ?? { message: rest.message ?? '', status: String(status) };
  const failure = toFailure(
    new RequestError(rest.message ?? '', status, {
      request: { method, url, headers: {} },
      response: { status, url, headers, data },
    }),
  );
  assert.ok(isFailure(failure));
  return failure.reason;
}

describe("what an answer of GitHub's means", () => {
  it('401: the token is no longer good', () => {
    assert.deepEqual(reason(401, { message: 'Bad credentials' }), { kind: 'signedOut' });
  });

  describe('403', () => {
    const saml =
      'Resource protected by organization SAML enforcement. You must grant your OAuth token access to this organization.';
    const refused = (message: string): FailureReason => ({ kind: 'refused', message });

    it('single sign-on, with the address that authorizes', () => {
      const url = 'https://github.com/orgs/acme/sso?authorization_request=AB12';
      const headers = { 'x-github-sso': `required; url=${url}`, ...scopes };
      assert.deepEqual(reason(403, { headers, message: saml }), { kind: 'ssoRequired', url });
      assert.deepEqual(reason(404, { headers, message: 'Not Found' }), { kind: 'ssoRequired', url });
    });

    it('single sign-on at an address that is not https is no more than refused', () => {
      for (const url of ['http://github.com/orgs/acme/sso', 'command:x', 'javascript:alert(1)'])
        assert.deepEqual(
          reason(403, { headers: { 'x-github-sso': `required; url=${url}` }, message: saml }),
          refused(saml),
        );
    });

    it('lists that single sign-on leaves organizations out of are no failure of their own', () => {
      const headers = { 'x-github-sso': 'partial-results; organizations=21955855,20582480' };
      assert.deepEqual(reason(404, { headers, message: 'Not Found' }), { kind: 'notFound' });
    });

    const restricted = (name: string): string =>
      `Although you appear to have the correct authorization credentials, ${name} organization has enabled OAuth App access restrictions, meaning that data access to third-parties is limited. For more information on these restrictions, including how to enable this app, visit https://docs.github.com/articles/restricting-access-to-your-organization-s-data/`;

    it('OAuth app restrictions, by the organization that GitHub names', () => {
      const message = restricted('the `unit-mesh`');
      for (const headers of [{}, scopes, otherScopes])
        assert.deepEqual(reason(403, { url: `${api}/user/memberships/orgs`, headers, message }), {
          kind: 'appRestricted',
          organization: 'unit-mesh',
        });
    });

    it('OAuth app restrictions of an organization that GitHub does not name', () => {
      assert.deepEqual(reason(403, { headers: scopes, message: restricted('the') }), {
        kind: 'appRestricted',
        organization: undefined,
      });
    });

    it("an IP allow list and other policies are told in GitHub's words, whatever the scopes", () => {
      for (const message of [
        'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
        '`acme` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions.',
      ])
        assert.deepEqual(reason(403, { headers: otherScopes, message }), refused(message));
    });

    it('a missing scope goes before a missing role, since GitHub says the same of both', () => {
      const message = 'You must be an org admin or have the actions secrets fine-grained permission.';
      assert.deepEqual(reason(403, { headers: otherScopes, message }), {
        kind: 'scopeMissing',
        scopes: ['admin:org'],
      });
      assert.deepEqual(reason(403, { headers: { 'x-oauth-scopes': '' } }), {
        kind: 'scopeMissing',
        scopes: ['admin:org'],
      });
    });

    it("a GitHub App's token, which has permissions in the place of scopes, and lacks one", () => {
      const message = 'Resource not accessible by integration';
      const missing = (path: string): FailureReason => reason(403, { url: api + path, message });
      assert.deepEqual(missing(list), { kind: 'scopeMissing', scopes: ['admin:org'] });
      assert.deepEqual(missing('/repos/acme/billing/codespaces/secrets'), {
        kind: 'scopeMissing',
        scopes: ['repo'],
      });
      assert.deepEqual(missing('/user/codespaces/secrets'), {
        kind: 'scopeMissing',
        scopes: ['codespace:secrets'],
      });
    });

    it('a missing role, in the organization that was asked', () => {
      for (const message of [
        'You must be an org admin or have the actions secrets fine-grained permission.',
        'You must be an org admin or have the codespaces secrets fine-grained permission.',
        'Must have admin rights to Repository.',
      ]) {
        assert.deepEqual(reason(403, { headers: scopes, message }), {
          kind: 'notOwner',
          organization: 'acme',
          app: 'codespaces',
        });
        const url = 'https://ghe.acme.com/api/v3/orgs/big%2Dcorp?per_page=100';
        assert.deepEqual(reason(403, { url, message }), { kind: 'notOwner', organization: 'big-corp' });
      }
    });

    it("a missing role where no organization was asked is told in GitHub's words", () => {
      const message = 'Must have admin rights to Repository.';
      assert.deepEqual(reason(403, { url: `${api}/user`, message }), refused(message));
    });

    it("everything else is told in GitHub's words", () => {
      const message = 'Resource not accessible by personal access token';
      assert.deepEqual(reason(403, { message }), refused(message));
      assert.deepEqual(reason(403, { headers: scopes, message }), refused(message));
      for (const data of ['<html>', {}, []]) assert.deepEqual(reason(403, { data }), refused(''));
      assert.deepEqual(reason(403, { data: { message: 7 } }), refused('7'));
    });
  });

  describe('404', () => {
    const server = { 'x-github-enterprise-version': 'enterprise-server@3.17.2' };
    const onServer = `https://ghe.acme.com/api/v3${list}`;

    it('what is asked for is not there', () => {
      assert.deepEqual(reason(404, { headers: scopes, message: 'Not Found' }), { kind: 'notFound' });
      assert.deepEqual(reason(404, { headers: { 'x-oauth-scopes': 'repo,admin:org' } }), {
        kind: 'notFound',
      });
    });

    it('the scope is missing', () => {
      assert.deepEqual(reason(404, { headers: { 'x-oauth-scopes': 'repo, write:org' } }), {
        kind: 'scopeMissing',
        scopes: ['admin:org'],
      });
    });

    it('the server has no Codespaces, whatever the scopes', () => {
      for (const headers of [server, { ...server, ...otherScopes }]) {
        assert.deepEqual(reason(404, { url: onServer, headers }), {
          kind: 'serverLacksSecrets',
          app: 'codespaces',
        });
        assert.deepEqual(reason(404, { url: `${onServer}/public-key`, headers }), {
          kind: 'serverLacksSecrets',
          app: 'codespaces',
        });
        assert.deepEqual(reason(404, { url: `https://notghe.com/api/v3${list}`, headers }), {
          kind: 'serverLacksSecrets',
          app: 'codespaces',
        });
      }
    });

    it('means of a server what it means of GitHub where Codespaces were not asked for', () => {
      for (const path of ['/orgs/acme', '/orgs/acme/actions/secrets', '/user/memberships/orgs/acme'])
        assert.deepEqual(reason(404, { url: `https://ghe.acme.com/api/v3${path}`, headers: server }), {
          kind: 'notFound',
        });
    });

    it("is not the server's where the host has Codespaces", () => {
      for (const host of ['api.github.com', 'api.octo.ghe.com', 'github.com'])
        assert.deepEqual(reason(404, { url: `https://${host}${list}`, headers: server }), {
          kind: 'notFound',
        });
      assert.deepEqual(reason(404, { url: onServer }), { kind: 'notFound' });
    });
  });

  it('409: the visibility is no longer selected', () => {
    assert.deepEqual(reason(409, { method: 'PUT' }), { kind: 'conflict' });
  });

  describe('422', () => {
    it('the value is needed, where GitHub says that it is missing', () => {
      for (const message of [
        'Invalid request.\n\n"encrypted_value" wasn\'t supplied.',
        'Invalid request.\n\n"key_id" wasn\'t supplied.',
        'Invalid request.\n\n"encrypted_value", "key_id" weren\'t supplied.',
        'Invalid request.\n\n"visibility", "key_id" weren\'t supplied.',
      ])
        assert.deepEqual(reason(422, { method: 'PUT', message }), { kind: 'valueRequired' });
    });

    it("everything else is told in GitHub's words", () => {
      for (const message of [
        'Bad request - validation failed due to an improperly encrypted secret',
        'Invalid request.\n\n"visibility" wasn\'t supplied.',
        'Invalid request.\n\nkey_id does not match /^\\d+$/.',
        '',
      ]) {
        assert.deepEqual(reason(422, { method: 'PUT', message }), { kind: 'refused', message });
        assert.deepEqual(reason(400, { method: 'PUT', message }), { kind: 'refused', message });
      }
    });
  });

  it('5xx: GitHub is broken, and a write may have been made', () => {
    const message = 'Server Error';
    assert.deepEqual(reason(502, { message }), {
      kind: 'unexpected',
      status: 502,
      message,
      uncertain: false,
    });
    for (const status of [500, 503])
      assert.deepEqual(reason(status, { method: 'DELETE', message }), {
        kind: 'unexpected',
        status,
        message,
        uncertain: true,
      });
  });

  it('a status that no rule covers is no uncertain one', () => {
    assert.deepEqual(reason(418, { method: 'PUT' }), {
      kind: 'unexpected',
      status: 418,
      message: '',
      uncertain: false,
    });
  });

  it('no answer: GitHub was not reached, and a write may have been made', () => {
    for (const [method, uncertain] of [
      ['GET', false],
      ['PUT', true],
      ['DELETE', true],
    ] as const) {
      const failure = toFailure(new RequestError('', 500, { request: { method, url: api, headers: {} } }));
      assert.ok(isFailure(failure));
      assert.deepEqual(failure.reason, { kind: 'offline', uncertain });
    }
  });

  it("leaves alone what is no error of Octokit's", () => {
    for (const error of [new Failure({ kind: 'signedOut' }), new TypeError('x'), undefined])
      assert.equal(toFailure(error), error);
  });
});

import assert from 'node:assert/strict';
import { systemClock } from '../../../src/model/clock';
import type { FaultSpec } from '../../github/faults';
import { connected, failsWith, npmToken } from '../support';
import { codespaces, codespacesSecret } from '../../codespaces';

const toAll = { visibility: 'all', selection: [] } as const;

/** Asserts that the limit lasts so many seconds from a moment of the call, however long the call takes. */
async function isLimitedFor(seconds: number, call: () => Promise<unknown>): Promise<void> {
  const start = systemClock.now();
  const { until } = await failsWith(call(), 'rateLimited');
  const met = until.getTime() - seconds * 1000;
  // GitHub tells times in whole seconds, and a server's Date can be a second old.
  assert.ok(met > start - 5000 && met < systemClock.now() + 5000);
}

describe('a failure', () => {
  const connection = connected();
  const secretsFail = (fault: object): unknown =>
    connection.fakeGitHub.fault({
      method: 'GET',
      path: '/orgs/acme/codespaces/secrets',
      times: 'always',
      ...fault,
    } as FaultSpec);

  it('is signedOut where the token is no longer good', async () => {
    await failsWith(connection.gitHub('gho_unknown').secrets(codespaces()), 'signedOut');
  });

  it('is scopeMissing where the token lacks admin:org', async () => {
    connection.fakeGitHub.edit({
      edit: 'setToken',
      token: 'narrow',
      user: 'octocat',
      scopes: ['repo', 'read:org'],
    });
    const { scopes } = await failsWith(connection.gitHub('narrow').secrets(codespaces()), 'scopeMissing');
    assert.deepEqual(scopes, ['admin:org']);
  });

  it('is ssoRequired with the address that authorizes', async () => {
    const gitHub = connection.gitHub();
    const { url } = await failsWith(gitHub.secrets(codespaces('globex')), 'ssoRequired');
    assert.ok(url.startsWith(connection.fakeGitHub.url));
    assert.equal((await fetch(url)).status, 200);
    assert.equal((await gitHub.secrets(codespaces('globex'))).length, 1);
  });

  it('is notOwner for a member', async () => {
    const { organization } = await failsWith(connection.gitHub().secrets(codespaces('hooli')), 'notOwner');
    assert.equal(organization, 'hooli');
  });

  it('is notOwner for an organization that others have', async () => {
    await failsWith(connection.gitHub('gho_hubot').secrets(codespaces('umbrella')), 'notOwner');
  });

  it('is organizationNotFound where GitHub shows none', async () => {
    await failsWith(connection.gitHub().secrets(codespaces('nobody')), 'organizationNotFound');
  });

  it('is appRestricted where the organization keeps OAuth apps out', async () => {
    connection.fakeGitHub.edit({ edit: 'setOrganization', organization: 'acme', blocksOAuthApps: true });
    const { organization } = await failsWith(connection.gitHub().secrets(codespaces()), 'appRestricted');
    assert.equal(organization, 'acme');
  });

  it('is planLacksSecrets where a free organization has no public key', async () => {
    const secret = codespacesSecret('NEW', 'initrode');
    await failsWith(connection.gitHub().saveSecret(secret, toAll, 'value'), 'planLacksSecrets');
  });

  it('is notFound where the secret is gone', async () => {
    connection.fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: 'NPM_TOKEN' });
    await failsWith(connection.gitHub().secret(npmToken), 'notFound');
    await failsWith(connection.gitHub().deleteSecret(npmToken), 'notFound');
  });

  it('is conflict where the visibility is no longer selected', async () => {
    connection.fakeGitHub.edit({
      edit: 'setVisibility',
      organization: 'acme',
      name: 'NPM_TOKEN',
      visibility: 'all',
    });
    await failsWith(connection.gitHub().addSelectedRepository(npmToken, 70001), 'conflict');
  });

  it("is refused, in GitHub's words, where the input is bad", async () => {
    const secret = codespacesSecret('1BAD');
    const { message } = await failsWith(connection.gitHub().saveSecret(secret, toAll, 'x'), 'refused');
    assert.notEqual(message, '');
  });

  it('is rateLimited until the end that GitHub tells of', async () => {
    secretsFail({ kind: 'secondaryLimit', retryAfter: 90 });
    await isLimitedFor(90, () => connection.gitHub().secrets(codespaces()));
  });

  it("is rateLimited until the hour's requests are renewed", async () => {
    secretsFail({ kind: 'primaryLimit', resetIn: 600 });
    await isLimitedFor(600, () => connection.gitHub().secrets(codespaces()));
  });

  it('is offline where nothing answers', async () => {
    secretsFail({ kind: 'drop' });
    const { uncertain } = await failsWith(connection.gitHub().secrets(codespaces()), 'offline');
    assert.equal(uncertain, false);
  });

  it('is unexpected where GitHub is broken', async () => {
    secretsFail({ kind: 'status', status: 502 });
    const { status } = await failsWith(connection.gitHub().secrets(codespaces()), 'unexpected');
    assert.equal(status, 502);
  });
});

describe('a request that fails for once', () => {
  const connection = connected();

  it('is repeated where it only reads', async () => {
    connection.fakeGitHub.fault({ method: 'GET', kind: 'status', status: 500 });
    assert.equal((await connection.gitHub().secrets(codespaces())).length, 5);
  });

  it('is repeated where a short limit was reached', async () => {
    connection.fakeGitHub.fault({ method: 'PUT', kind: 'secondaryLimit', retryAfter: 1 });
    await connection.gitHub().saveSecret(npmToken, toAll);
    assert.equal(connection.fakeGitHub.requestsTo({ method: 'PUT' }).length, 2);
  });

  it('holds up all that follows where a longer limit was reached', async () => {
    const gitHub = connection.gitHub();
    connection.fakeGitHub.fault({ method: 'PUT', kind: 'secondaryLimit', retryAfter: 60 });
    await isLimitedFor(60, async () => {
      await failsWith(gitHub.saveSecret(npmToken, toAll), 'rateLimited');
      return gitHub.secrets(codespaces());
    });
    assert.equal(connection.fakeGitHub.requests.length, 1);
  });

  it('is repeated where repeating a write does no harm', async () => {
    connection.fakeGitHub.fault({ method: 'PUT', kind: 'dropAfter' });
    await connection.gitHub().addSelectedRepository(npmToken, 70001);
    assert.equal(connection.fakeGitHub.requestsTo({ method: 'PUT' }).length, 2);
  });

  it('is not repeated where GitHub has said no', async () => {
    connection.fakeGitHub.edit({
      edit: 'setVisibility',
      organization: 'acme',
      name: 'NPM_TOKEN',
      visibility: 'all',
    });
    await failsWith(connection.gitHub().addSelectedRepository(npmToken, 70001), 'conflict');
    assert.equal(connection.fakeGitHub.requestsTo({ method: 'PUT' }).length, 1);
  });

  it('is not repeated where a write may have happened, and says that it may', async () => {
    connection.fakeGitHub.fault({ method: 'DELETE', kind: 'dropAfter' });
    const { uncertain } = await failsWith(connection.gitHub().deleteSecret(npmToken), 'offline');
    assert.equal(uncertain, true);
    connection.fakeGitHub.fault({ method: 'PUT', kind: 'dropAfter' });
    await failsWith(connection.gitHub().saveSecret(npmToken, toAll, 'x'), 'offline');
    assert.deepEqual(
      connection.fakeGitHub.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method),
      ['DELETE', 'PUT'],
    );
  });
});

describe("an organization's key that is replaced between fetching it and sending", () => {
  const connection = connected();
  const rotateKey = {
    kind: 'before',
    edits: [{ edit: 'rotateKey', organization: 'acme' }],
    method: 'PUT',
  } as const;

  it('is fetched again, and the value sealed again, once', async () => {
    connection.fakeGitHub.fault(rotateKey);
    await connection.gitHub().saveSecret(npmToken, toAll, 'rotated');
    assert.equal(connection.fakeGitHub.value('acme', 'NPM_TOKEN'), 'rotated');
  });

  it('ends in a refusal where it is replaced yet again', async () => {
    connection.fakeGitHub.fault({ ...rotateKey, times: 2 });
    await failsWith(connection.gitHub().saveSecret(npmToken, toAll, 'rotated'), 'refused');
    assert.equal(connection.fakeGitHub.requestsTo({ method: 'PUT' }).length, 2);
  });
});

import assert from 'node:assert/strict';
import { noAccess } from '../../../src/model/access';
import { keepAccess } from '../../../src/model/gitHub';
import type { Repository } from '../../../src/model/repository';
import { type SecretId, secretIn } from '../../../src/model/secret';
import { repositoryStore, userStore } from '../../../src/model/secretStore';
import { testToken, userSecretsToken } from '../../github/fixtures';
import { userSelection } from '../../userSelection';
import { connected, failsWith } from '../support';

const billing = { id: 70002, fullName: 'acme/billing' };
const own = (name = 'STRIPE_KEY'): SecretId => secretIn(repositoryStore(billing), name);
const ofUser = (name = 'OPENAI_API_KEY'): SecretId => secretIn(userStore('octocat'), name);
const toSelected = (...selection: Repository[]) => ({ visibility: 'selected' as const, selection });

describe('the store of a repository', () => {
  const connection = connected();
  const writes = (): unknown[] =>
    connection.fakeGitHub.requests
      .filter(({ method }) => method !== 'GET')
      .map(({ path, body }) => [path, body]);

  it('lists the secrets of the repository alone, which have no visibility', async () => {
    const listed = await connection.gitHub().secrets(repositoryStore(billing));
    assert.deepEqual(
      listed.map(({ name, visibility }) => [name, visibility]),
      [
        ['NPM_TOKEN', undefined],
        ['STRIPE_KEY', undefined],
      ],
    );
  });

  it('creates and rotates a secret, and sends nothing but the value', async () => {
    const gitHub = connection.gitHub();
    assert.deepEqual(await gitHub.saveSecret(own('NEW'), noAccess, 'one'), { isNew: true });
    assert.deepEqual(await gitHub.saveSecret(own('NEW'), keepAccess, 'two'), { isNew: false });
    assert.equal(connection.fakeGitHub.repositoryValue('acme/billing', 'NEW'), 'two');
    for (const entry of writes()) {
      const [path, body] = entry as [string, object];
      assert.equal(path, '/repos/acme/billing/codespaces/secrets/NEW');
      assert.deepEqual(Object.keys(body).sort(), ['encrypted_value', 'key_id']);
    }
    const reads = connection.fakeGitHub.requests.filter(({ method }) => method === 'GET');
    assert.deepEqual(
      reads.map(({ path }) => path),
      [
        '/repos/acme/billing/codespaces/secrets/public-key',
        '/repos/acme/billing',
        '/repos/acme/billing/codespaces/secrets/NEW',
      ],
    );
  });

  it('deletes a secret', async () => {
    await connection.gitHub().deleteSecret(own());
    assert.equal(connection.fakeGitHub.repositorySecret('acme/billing', 'STRIPE_KEY'), undefined);
  });

  it('seals again after another key came into use', async () => {
    const gitHub = connection.gitHub();
    await gitHub.prepareSealing(repositoryStore(billing));
    connection.fakeGitHub.edit({ edit: 'rotateRepositoryKey', fullName: 'acme/billing' });
    await gitHub.saveSecret(own(), keepAccess, 'after');
    assert.equal(connection.fakeGitHub.repositoryValue('acme/billing', 'STRIPE_KEY'), 'after');
  });

  it('has no selection to read or to change', async () => {
    const gitHub = connection.gitHub();
    await failsWith(gitHub.selectedRepositories(own()), 'conflict');
    await failsWith(gitHub.addSelectedRepository(own(), billing.id), 'conflict');
    assert.deepEqual(connection.fakeGitHub.requests, []);
  });

  it('is told as not the writer of the repository, and as a repository that nobody can see', async () => {
    const mona = connection.gitHub('gho_mona');
    assert.equal((await mona.secrets(repositoryStore(billing))).length, 2);
    const payments = repositoryStore({ id: 70008, fullName: 'acme/payments' });
    assert.deepEqual(await failsWith(mona.secrets(payments), 'notWriter'), {
      kind: 'notWriter',
      repository: 'acme/payments',
    });
    const missing = repositoryStore({ id: 1, fullName: 'acme/missing' });
    const reason = await failsWith(mona.secrets(missing), 'repositoryNotFound');
    assert.equal(reason.repository, 'acme/missing');
  });

  it('is told as a missing scope where the token lacks `repo`', async () => {
    connection.fakeGitHub.edit({
      edit: 'setToken',
      token: 'gho_narrow',
      user: 'octocat',
      scopes: ['admin:org'],
    });
    const reason = await failsWith(
      connection.gitHub('gho_narrow').secrets(repositoryStore(billing)),
      'scopeMissing',
    );
    assert.deepEqual(reason.scopes, ['repo']);
  });

  it('is found by its former name after a renaming', async () => {
    connection.fakeGitHub.edit({
      edit: 'setRepository',
      organization: 'acme',
      repository: 'billing',
      renameTo: 'invoices',
    });
    const gitHub = connection.gitHub();
    assert.equal((await gitHub.repository('acme/billing')).fullName, 'acme/invoices');
    assert.equal((await gitHub.secrets(repositoryStore(billing))).length, 2);
  });

  for (const [status, kind] of [
    [403, 'refused'],
    [500, 'unexpected'],
  ] as const)
    it(`tells an answer of ${status} as that, and nothing as saved`, async () => {
      const fault = { kind: 'status', status, message: 'no', times: 'always' } as const;
      connection.fakeGitHub.fault({ ...fault, path: '/repos/acme/billing/codespaces/*' });
      const gitHub = connection.gitHub();
      await failsWith(gitHub.secrets(repositoryStore(billing)), kind);
      await failsWith(gitHub.saveSecret(own('NEW'), noAccess, 'value'), kind);
      assert.equal(connection.fakeGitHub.repositorySecret('acme/billing', 'NEW'), undefined);
    });
});

describe("the store of the user's own secrets", () => {
  const connection = connected();
  const selected = (name = 'OPENAI_API_KEY') =>
    connection.fakeGitHub.userSecret('octocat', name)?.repositories;
  const reachable = async (...names: string[]): Promise<Repository[]> => {
    const all = await connection.gitHub().reachableRepositories();
    return names.map(name => all.find(repository => repository.name === name) ?? assert.fail(name));
  };

  it('uses the second token for them, and the first for everything else', async () => {
    const gitHub = connection.gitHub();
    await gitHub.secrets(userStore('octocat'));
    await gitHub.saveSecret(ofUser(), keepAccess, 'value');
    await gitHub.reachableRepositories();
    for (const { path, headers } of connection.fakeGitHub.requests)
      assert.equal(
        headers['authorization'],
        `Bearer ${path.startsWith('/user/codespaces/') ? userSecretsToken(testToken) : testToken}`,
        path,
      );
  });

  it('lists them, with repositories of several owners', async () => {
    const gitHub = connection.gitHub();
    const listed = await gitHub.secrets(userStore('octocat'));
    assert.deepEqual(
      listed.map(({ name, visibility }) => [name, visibility]),
      [
        ['DOTFILES_KEY', 'selected'],
        ['OPENAI_API_KEY', 'selected'],
        ['SCRATCH', 'selected'],
      ],
    );
    assert.deepEqual(
      (await gitHub.selectedRepositories(ofUser())).repositories.map(({ name }) => name),
      ['acme/api-gateway', 'acme/billing'],
    );
  });

  it('creates one for selected repositories', async () => {
    const selection = await reachable('octocat/dotfiles', 'acme/docs');
    const { isNew } = await connection.gitHub().saveSecret(ofUser('NEW'), toSelected(...selection), 'value');
    assert.ok(isNew);
    assert.deepEqual(selected('NEW'), ['acme/docs', 'octocat/dotfiles']);
    assert.equal(connection.fakeGitHub.userValue('octocat', 'NEW'), 'value');
  });

  it('rotates one, which keeps its repositories', async () => {
    const { isNew } = await connection.gitHub().saveSecret(ofUser(), keepAccess, 'rotated');
    assert.equal(isNew, false);
    assert.equal(connection.fakeGitHub.userValue('octocat', 'OPENAI_API_KEY'), 'rotated');
    assert.deepEqual(selected(), ['acme/api-gateway', 'acme/billing']);
  });

  it('changes its repositories one by one, and all at once', async () => {
    const gitHub = connection.gitHub();
    await gitHub.removeSelectedRepository(ofUser(), 70001);
    assert.deepEqual(selected(), ['acme/billing']);
    await gitHub.addSelectedRepository(ofUser(), 70501);
    assert.deepEqual(selected(), ['acme/billing', 'octocat/dotfiles']);
    const [docs = assert.fail()] = await reachable('acme/docs');
    await gitHub.updateSelection(ofUser(), now => [...now, docs]);
    assert.deepEqual(selected(), ['acme/billing', 'acme/docs', 'octocat/dotfiles']);
  });

  it('deletes one', async () => {
    await connection.gitHub().deleteSecret(ofUser());
    assert.equal(connection.fakeGitHub.userSecret('octocat', 'OPENAI_API_KEY'), undefined);
  });

  /** No operation that writes a whole list back. */
  const nothingIsWritten = async (): Promise<void> => {
    const gitHub = connection.gitHub();
    assert.equal((await gitHub.access(ofUser())).isPartial, true);
    await failsWith(gitHub.saveSecret(ofUser(), keepAccess, 'rotated'), 'listIncomplete');
    await failsWith(
      gitHub.updateSelection(ofUser(), () => []),
      'listIncomplete',
    );
    assert.deepEqual(
      connection.fakeGitHub.requests.filter(({ method }) => method !== 'GET'),
      [],
    );
  };

  it('never writes back a list that GitHub cuts off', async () => {
    const path = '/user/codespaces/secrets/OPENAI_API_KEY/repositories';
    const headers = { authorization: `Bearer ${userSecretsToken(testToken)}` };
    const response = await fetch(connection.fakeGitHub.url + path, { headers });
    const { repositories } = (await response.json()) as { repositories: unknown[] };
    connection.fakeGitHub.forgetRequests();
    const body = { total_count: 31, repositories };
    connection.fakeGitHub.fault({ method: 'GET', path, kind: 'status', status: 200, body, times: 'always' });
    await nothingIsWritten();
  });

  it('never writes back a list from which single sign-on hides some', async () => {
    connection.fakeGitHub.edit(userSelection('OPENAI_API_KEY', 'acme/billing', 'globex/reactor'));
    await nothingIsWritten();
    assert.deepEqual(selected(), ['acme/billing', 'globex/reactor']);
  });

  it('is told as a missing scope without the second token, also where GitHub no longer takes it', async () => {
    const gitHub = connection.gitHub('gho_nobody');
    const { scopes } = await failsWith(gitHub.secrets(userStore('octocat')), 'scopeMissing');
    assert.deepEqual(scopes, ['codespace:secrets']);
    connection.fakeGitHub.edit({ edit: 'revokeToken', token: userSecretsToken(testToken) });
    const signedIn = connection.gitHub();
    await failsWith(signedIn.secrets(userStore('octocat')), 'scopeMissing');
    await failsWith(signedIn.saveSecret(ofUser(), keepAccess, 'value'), 'scopeMissing');
    assert.ok((await signedIn.reachableRepositories()).length > 0);
  });

  for (const [status, kind] of [
    [403, 'refused'],
    [500, 'unexpected'],
  ] as const)
    it(`tells repositories that can't be listed (${status}) as that, and writes nothing`, async () => {
      connection.fakeGitHub.fault({
        method: 'GET',
        path: '/user/codespaces/secrets/*/repositories',
        kind: 'status',
        status,
        message: 'no',
        times: 'always',
      });
      await failsWith(connection.gitHub().saveSecret(ofUser(), keepAccess, 'value'), kind);
      assert.notEqual(connection.fakeGitHub.userValue('octocat', 'OPENAI_API_KEY'), 'value');
      assert.deepEqual(selected(), ['acme/api-gateway', 'acme/billing']);
    });
});

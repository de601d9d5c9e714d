import assert from 'node:assert/strict';
import { keepAccess } from '../../../src/model/gitHub';
import type { Repository } from '../../../src/model/repository';
import { type SecretId, secretIn } from '../../../src/model/secret';
import { userStore } from '../../../src/model/secretStore';
import { OctokitGitHub } from '../../../src/github/octokitGitHub';
import { testToken } from '../../github/fixtures';
import { userSecretsToken } from '../../github/fixtures/userSecretsToken';
import { userSelection } from '../../userSelection';
import { connected, failsWith } from '../support';

const store = userStore('octocat');
const idOf = (name = 'OPENAI_API_KEY'): SecretId => secretIn(store, name);
const path = '/user/codespaces/secrets';

describe("the user's own secrets", () => {
  const connection = connected();
  const stored = (name = 'OPENAI_API_KEY'): readonly string[] | undefined =>
    connection.fakeGitHub.userSecret('octocat', name)?.repositories;
  const valueOf = (name = 'OPENAI_API_KEY'): string | undefined =>
    connection.fakeGitHub.userValue('octocat', name);
  const repositories = async (...names: string[]): Promise<Repository[]> => {
    const all = await connection.gitHub().reachableRepositories();
    return names.map(name => all.find(repository => repository.name === name) ?? assert.fail(name));
  };

  it('are listed, got and found, always for selected repositories', async () => {
    const gitHub = connection.gitHub();
    assert.deepEqual(
      (await gitHub.secrets(store)).map(({ name }) => name),
      ['DOTFILES_KEY', 'OPENAI_API_KEY', 'SCRATCH'],
    );
    assert.equal((await gitHub.secret(idOf())).updatedAt.getTime(), Date.UTC(2025, 0, 13));
    assert.equal((await gitHub.findSecret(idOf()))?.visibility, 'selected');
    assert.equal(await gitHub.findSecret(idOf('MISSING')), undefined);
    await failsWith(gitHub.secret(idOf('MISSING')), 'notFound');
  });

  it('are reached with the second token alone, which goes nowhere else', async () => {
    const gitHub = connection.gitHub();
    const [docs] = await repositories('acme/docs');
    await gitHub.secrets(store);
    await gitHub.saveSecret(idOf(), keepAccess, 'rotated');
    await gitHub.addSelectedRepository(idOf(), docs?.id ?? 0);
    await gitHub.deleteSecret(idOf());
    await gitHub.repository('acme/docs');
    for (const request of connection.fakeGitHub.requests) {
      const isOfUser = request.path.startsWith(path);
      assert.equal(request.token, isOfUser ? userSecretsToken(testToken) : testToken, request.path);
    }
    assert.ok(connection.fakeGitHub.requestsTo({ path: `${path}*` }).length > 5);
  });

  it('are created for repositories of any owner, sealed with the key of the user', async () => {
    const selection = await repositories('acme/docs', 'octocat/dotfiles');
    const access = { visibility: 'selected', selection } as const;
    const saved = await connection.gitHub().saveSecret(idOf('NEW'), access, 's3cret\n');
    assert.deepEqual(saved, { isNew: true, access });
    assert.deepEqual([valueOf('NEW'), stored('NEW')], ['s3cret\n', ['acme/docs', 'octocat/dotfiles']]);
    // The API has no visibility.
    const [{ body } = assert.fail()] = connection.fakeGitHub.requestsTo({ method: 'PUT' });
    assert.deepEqual(Object.keys(body as object).sort(), [
      'encrypted_value',
      'key_id',
      'selected_repository_ids',
    ]);
  });

  it('keep their repositories when they are rotated, also where the key was replaced meanwhile', async () => {
    const gitHub = connection.gitHub();
    await gitHub.prepareSealing(store);
    connection.fakeGitHub.edit({ edit: 'rotateUserKey', user: 'octocat' });
    const { isNew, replaced } = await gitHub.saveSecret(idOf(), keepAccess, 'rotated');
    assert.equal(isNew, false);
    assert.deepEqual(
      replaced?.selection.map(({ name }) => name),
      ['acme/api-gateway', 'acme/billing'],
    );
    assert.deepEqual([valueOf(), stored()], ['rotated', ['acme/api-gateway', 'acme/billing']]);
  });

  it('have repositories that are replaced, added and removed', async () => {
    const gitHub = connection.gitHub();
    const [docs, dotfiles] = await repositories('acme/docs', 'octocat/dotfiles');
    assert.ok(docs && dotfiles);
    await gitHub.updateSelection(idOf(), now => [...now.slice(1), docs]);
    assert.deepEqual(stored(), ['acme/billing', 'acme/docs']);
    await gitHub.addSelectedRepository(idOf(), dotfiles.id);
    await gitHub.removeSelectedRepository(idOf(), docs.id);
    assert.deepEqual(stored(), ['acme/billing', 'octocat/dotfiles']);
    assert.deepEqual(
      (await gitHub.selectedRepositories(idOf())).repositories.map(({ name }) => name),
      ['acme/billing', 'octocat/dotfiles'],
    );
  });

  it('have repositories that are asked for without pages, of which GitHub documents none', async () => {
    await connection.gitHub().selectedRepositories(idOf());
    assert.deepEqual(
      connection.fakeGitHub.requests.map(request => request.path),
      [`${path}/OPENAI_API_KEY/repositories`],
    );
  });

  it('are read to the last page where GitHub has pages all the same', async () => {
    const [one, other] = ['acme/docs', 'acme/website'].map(full_name => {
      const id = full_name.length;
      const name = full_name.slice(5);
      return { id, name, full_name, private: false, html_url: `https://github.com/${full_name}` };
    });
    const page = (item: unknown): { total_count: number; repositories: unknown[] } => {
      return { total_count: 2, repositories: [item] };
    };
    const link = `<https://api.github.com${path}/OPENAI_API_KEY/repositories?page=2>; rel="last"`;
    const first = { method: 'GET', path: `${path}/OPENAI_API_KEY/repositories`, kind: 'status' } as const;
    connection.fakeGitHub.countsViolations = false;
    connection.fakeGitHub.fault({ ...first, status: 200, body: page(one), headers: { Link: link } });
    connection.fakeGitHub.fault({ ...first, status: 200, body: page(other), skip: 1 });
    const { repositories: read } = await connection.gitHub().selectedRepositories(idOf());
    assert.deepEqual(
      read.map(({ name }) => name),
      ['acme/docs', 'acme/website'],
    );
    assert.deepEqual(
      connection.fakeGitHub.requests.map(request => request.path.split('/repositories')[1]),
      ['', '?page=2'],
    );
  });

  it('are not written where GitHub leaves out some of their repositories', async () => {
    const before = [valueOf(), stored()];
    const body = { total_count: 2, repositories: [] };
    const spec = { method: 'GET', path: `${path}/OPENAI_API_KEY/repositories`, kind: 'status' } as const;
    connection.fakeGitHub.fault({ ...spec, status: 200, body, times: 'always' });
    await failsWith(connection.gitHub().saveSecret(idOf(), keepAccess, 'rotated'), 'listIncomplete');
    await failsWith(
      connection.gitHub().updateSelection(idOf(), now => now),
      'listIncomplete',
    );
    assert.deepEqual([valueOf(), stored()], before);
    assert.deepEqual(connection.fakeGitHub.requestsTo({ method: 'PUT' }), []);
  });

  it('are not written where single sign-on hides some of their repositories', async () => {
    const repositories = ['acme/docs', 'globex/reactor'];
    connection.fakeGitHub.edit(userSelection('SCRATCH', ...repositories));
    await failsWith(connection.gitHub().saveSecret(idOf('SCRATCH'), keepAccess, 'rotated'), 'listIncomplete');
    assert.deepEqual(stored('SCRATCH'), repositories);
    const token = userSecretsToken(testToken);
    connection.fakeGitHub.edit({ edit: 'authorizeToken', token, organization: 'globex' });
    await connection.gitHub().saveSecret(idOf('SCRATCH'), keepAccess, 'rotated');
    assert.deepEqual([valueOf('SCRATCH'), stored('SCRATCH')], ['rotated', repositories]);
  });

  it('are not written where single sign-on hides what was selected since they were read', async () => {
    const gitHub = connection.gitHub();
    const name = 'SCRATCH';
    connection.fakeGitHub.edit(userSelection(name, 'acme/docs'));
    await gitHub.access(idOf(name));
    connection.fakeGitHub.edit(userSelection(name, 'acme/docs', 'globex/reactor'));
    // The body is the same as before; only a header tells, which an answer of 304 would not have.
    await failsWith(gitHub.saveSecret(idOf(name), keepAccess, 'rotated'), 'listIncomplete');
    assert.deepEqual(stored(name), ['acme/docs', 'globex/reactor']);
  });

  it('need access of their own, whose scope is told where it is missing or no longer good', async () => {
    const scopes = ['codespace:secrets'];
    connection.fakeGitHub.edit({ edit: 'revokeToken', token: userSecretsToken(testToken) });
    assert.deepEqual(await failsWith(connection.gitHub().secrets(store), 'scopeMissing'), {
      kind: 'scopeMissing',
      scopes,
    });
    const token = userSecretsToken(testToken);
    connection.fakeGitHub.edit({ edit: 'setToken', token, user: 'octocat', scopes: ['repo'] });
    assert.deepEqual((await failsWith(connection.gitHub().secrets(store), 'scopeMissing')).scopes, scopes);
    const log = (): void => undefined;
    const options = {
      baseUrl: connection.fakeGitHub.url,
      token: () => testToken,
      userAgent: 'test',
      log: { info: log, warn: log, error: log },
    };
    const without = new OctokitGitHub(options, () => Promise.resolve(''));
    const sent = connection.fakeGitHub.requests.length;
    assert.deepEqual((await failsWith(without.secrets(store), 'scopeMissing')).scopes, scopes);
    assert.equal(connection.fakeGitHub.requests.length, sent);
  });

  it('are secrets of Codespaces alone', async () => {
    await failsWith(connection.gitHub().secrets({ ...store, app: 'actions' }), 'notFound');
    assert.deepEqual(connection.fakeGitHub.requests, []);
  });
});

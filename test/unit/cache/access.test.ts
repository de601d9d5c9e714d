import assert from 'node:assert/strict';
import {
  type AccessMatrix,
  secretsReceivedBy,
  receivedCounts,
  receivedSecrets,
} from '../../../src/model/access';
import { Store } from '../../../src/cache/store';
import { applyEdit, type FixtureEdit } from '../../github/edits';
import { largeToken, largeFixture, testFixture } from '../../github/fixtures';
import { connected, npmToken } from '../support';
import { codespacesSecret } from '../../codespaces';

describe('who can read what', () => {
  const connection = connected();
  let store: Store;
  const connect = (token?: string): void => {
    store = new Store(connection.gitHub(token), () => []);
  };
  beforeEach(() => connect());
  after(() => connection.fakeGitHub.reset(testFixture()));

  const edit = (...edits: FixtureEdit[]): void => connection.fakeGitHub.edit(...edits);
  /** What a repository receives, and why: `DB_URL (private)`. */
  const received = (access: AccessMatrix, name: string): string[] => {
    const repository = access.repositories.find(it => it.name === name) ?? assert.fail(`no ${name}`);
    const all = secretsReceivedBy(access, repository);
    assert.equal(receivedCounts(access).get(repository.id), all.length);
    assert.deepEqual(receivedSecrets(access).get(repository.id), all);
    return all.map(({ secret, why }) => `${secret.name} (${why})`);
  };
  const paths = (): string[] =>
    connection.fakeGitHub.requests.map(({ path }) => path.replace(/\?.*/, '')).sort();

  it('is what GitHub would give each repository', async () => {
    const access = await store.access('acme');
    assert.deepEqual(received(access, 'billing'), [
      'DB_URL (private)',
      'NPM_TOKEN (selected)',
      'SENTRY_DSN (all)',
    ]);
    assert.deepEqual(received(access, 'docs'), ['SENTRY_DSN (all)']);
    assert.deepEqual(received(access, 'sdk-python'), ['PYPI_TOKEN (selected)', 'SENTRY_DSN (all)']);
    assert.deepEqual(received(access, 'infrastructure'), ['DB_URL (private)', 'SENTRY_DSN (all)']);
  });

  it('counts an archived repository in, which is marked', async () => {
    const access = await store.access('acme');
    assert.deepEqual(received(access, 'legacy-billing'), ['DB_URL (private)', 'SENTRY_DSN (all)']);
    assert.ok(access.repositories.find(({ name }) => name === 'legacy-billing')?.archived);
  });

  it('costs a request for each page that there is, and nothing the second time', async () => {
    await store.access('acme');
    const selections = ['NPM_TOKEN', 'PYPI_TOKEN', 'UNUSED'];
    assert.deepEqual(paths(), [
      '/orgs/acme/codespaces/secrets',
      ...selections.map(name => `/orgs/acme/codespaces/secrets/${name}/repositories`),
      '/orgs/acme/repos',
    ]);
    connection.fakeGitHub.forgetRequests();
    await store.access('acme');
    assert.deepEqual(paths(), []);
  });

  it('costs only answers of 304 after a refresh where nothing changed', async () => {
    await store.access('acme');
    connection.fakeGitHub.forgetRequests();
    store.refresh();
    await store.access('acme');
    assert.deepEqual(
      connection.fakeGitHub.requests.map(({ status }) => status),
      [304, 304, 304, 304, 304],
    );
  });

  it('holds after a change without asking for lists again', async () => {
    const { repositories } = await store.access('acme');
    const docs = repositories.find(({ name }) => name === 'docs') ?? assert.fail();
    connection.fakeGitHub.forgetRequests();
    await store.addRepository(npmToken, docs);
    await store.settleAccess(npmToken);
    await store.changeVisibility(codespacesSecret('SENTRY_DSN'), () => ({
      visibility: 'private',
      selection: [],
    }));
    assert.deepEqual(received(await store.access('acme'), 'docs'), ['NPM_TOKEN (selected)']);
    assert.ok(!paths().some(path => /repos$|repositories$|secrets$/.test(path)), paths().join());
  });

  it('can be had of an organization without secrets', async () => {
    const access = await store.access('umbrella');
    assert.deepEqual(access.secrets, []);
    assert.deepEqual(received(access, 'raccoon'), []);
  });

  it('can be had of an organization without repositories', async () => {
    edit({ edit: 'deleteRepository', organization: 'umbrella', repository: 'raccoon' });
    const access = await store.access('umbrella');
    assert.deepEqual([access.repositories, [...receivedCounts(access)]], [[], []]);
  });

  it('orders repositories by name, whatever the case', async () => {
    edit(
      { edit: 'createRepository', organization: 'umbrella', repository: 'Zombie' },
      { edit: 'createRepository', organization: 'umbrella', repository: 'Nemesis' },
      { edit: 'createRepository', organization: 'umbrella', repository: 'antidote' },
    );
    const { repositories } = await store.access('umbrella');
    assert.deepEqual(
      repositories.map(({ name }) => name),
      ['antidote', 'Nemesis', 'raccoon', 'Zombie'],
    );
  });

  it('is right where somebody deletes a secret, or opens it to all, between two requests', async () => {
    const edits: FixtureEdit[] = [
      { edit: 'deleteSecret', organization: 'acme', name: 'PYPI_TOKEN' },
      { edit: 'setVisibility', organization: 'acme', name: 'NPM_TOKEN', visibility: 'all' },
    ];
    connection.fakeGitHub.fault({ kind: 'before', path: '*/NPM_TOKEN/repositories', edits });
    const access = await store.access('acme');
    assert.deepEqual(received(access, 'sdk-python'), ['NPM_TOKEN (all)', 'SENTRY_DSN (all)']);
  });

  describe('of a hundred secrets', () => {
    it('takes one request for each and one for each hundred repositories', async () => {
      const fixture = largeFixture({ repositories: 150, secrets: 100, selectedPerSecret: 3 });
      for (const name of ['SECRET_098', 'SECRET_099'])
        applyEdit(
          fixture,
          { edit: 'setVisibility', organization: 'acme', name, visibility: 'all' },
          Date.now(),
        );
      connection.fakeGitHub.reset(fixture);
      connect(largeToken);
      const access = await store.access('acme');
      assert.equal(connection.fakeGitHub.requests.length, 1 + 98 + 2);
      assert.equal(received(access, 'repository-00000').length, 100);
      assert.equal(received(access, 'repository-00100').length, 2);
    });
  });
});

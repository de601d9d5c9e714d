import assert from 'node:assert/strict';
import { OtherLevels } from '../../../src/cache/otherLevels';
import { Store } from '../../../src/cache/store';
import type { StoreChange } from '../../../src/cache/storeChange';
import { noAccess } from '../../../src/model/access';
import { type SecretId, secretIn } from '../../../src/model/secret';
import { repositoryStore, type SecretOwner, type StoreId, userStore } from '../../../src/model/secretStore';
import { testToken } from '../../github/fixtures';
import { userSelection } from '../../userSelection';
import { connected, failsWith } from '../support';

const billing: SecretOwner = { kind: 'repository', id: 70002, fullName: 'acme/billing' };
const octocat: SecretOwner = { kind: 'user', login: 'octocat' };
const own = (name: string): SecretId => secretIn(repositoryStore(billing), name);
const ofUser = (name: string): SecretId => secretIn(userStore('octocat'), name);

describe('the store of repositories and of the user', () => {
  const connection = connected();
  let store: Store;
  let changes: StoreChange[];
  const storeFor = (token = testToken, user = 'octocat'): Store =>
    new Store(
      connection.gitHub(token),
      () => [],
      undefined,
      () => ['codespaces'],
      user,
    );
  beforeEach(() => {
    store = storeFor();
    changes = [];
    store.onDidChange(change => changes.push(change));
  });
  const requests = (): string[] =>
    connection.fakeGitHub.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
  const names = async (id: StoreId): Promise<string[]> => (await store.secrets(id)).map(({ name }) => name);

  it("creates, rotates and deletes a repository's own secret, and knows it without another list", async () => {
    await names(own('NEW'));
    connection.fakeGitHub.forgetRequests();
    const created = await store.createSecret(own('NEW'), 'one', noAccess);
    assert.deepEqual([created.isNew, created.access], [true, undefined]);
    assert.equal((await store.rotateSecret(own('NEW'), 'two')).isNew, false);
    assert.equal(connection.fakeGitHub.repositoryValue('acme/billing', 'NEW'), 'two');
    assert.deepEqual(await names(own('NEW')), ['NEW', 'NPM_TOKEN', 'STRIPE_KEY']);
    await store.deleteSecret(own('NEW'));
    assert.deepEqual(await names(own('NEW')), ['NPM_TOKEN', 'STRIPE_KEY']);
    const secrets = '/repos/acme/billing/codespaces/secrets';
    assert.deepEqual(requests(), [
      `GET ${secrets}/NEW`,
      `GET ${secrets}/public-key`,
      // Whether it still is the same repository: paths go by names.
      'GET /repos/acme/billing',
      `PUT ${secrets}/NEW`,
      `GET ${secrets}/NEW`,
      // Whether the secret still exists: a rotation creates none.
      `GET ${secrets}/NEW`,
      `PUT ${secrets}/NEW`,
      `GET ${secrets}/NEW`,
      'GET /repos/acme/billing',
      `DELETE ${secrets}/NEW`,
    ]);
    assert.deepEqual(changes.at(-1), { kind: 'list', store: repositoryStore(billing) });
  });

  it("changes single repositories of the user's secret, and says that GitHub lists only some of them", async () => {
    const scratch = ofUser('SCRATCH');
    const select = (...repositories: string[]): void =>
      connection.fakeGitHub.edit(userSelection('SCRATCH', ...repositories));
    select('acme/docs', 'globex/reactor');
    const [docs = assert.fail(), ...others] = await store.selectedRepositories(scratch);
    assert.deepEqual([docs.name, others, store.isPartial(scratch)], ['acme/docs', [], true]);
    await store.removeRepository(scratch, docs);
    await store.addRepository(scratch, docs);
    await store.removeRepository(scratch, docs);
    assert.deepEqual(connection.fakeGitHub.userSecret('octocat', 'SCRATCH')?.repositories, [
      'globex/reactor',
    ]);
    assert.equal((await store.currentAccess(scratch)).isPartial, true);
    await failsWith(store.rotateSecret(scratch, 'value'), 'listIncomplete');
    await store.deleteSecret(scratch);
    await store.createSecret(scratch, 'value', noAccess);
    assert.equal(store.isPartial(scratch), false);
    select('acme/docs', 'globex/reactor');
    store.refresh();
    await store.selectedRepositories(scratch);
    assert.equal(store.isPartial(scratch), true);
    select('acme/docs');
    store.refresh();
    await store.selectedRepositories(scratch);
    assert.equal(store.isPartial(scratch), false);
  });

  describe('of a repository that has another name since', () => {
    const asked = (fullName: string, id = billing.id): Promise<string[]> =>
      names(repositoryStore({ id, fullName }));
    const rename = (): void =>
      connection.fakeGitHub.edit(
        { edit: 'setRepository', organization: 'acme', repository: 'billing', renameTo: 'invoices' },
        { edit: 'createRepository', organization: 'acme', repository: 'billing' },
        { edit: 'setRepositorySecret', fullName: 'acme/billing', name: 'OF_THE_OTHER' },
      );

    it('lists its secrets, not those of the one that has its former name', async () => {
      await asked('acme/billing');
      rename();
      store.refresh();
      // A row that is still there asks under the former name.
      assert.deepEqual(await asked('acme/billing'), ['OF_THE_OTHER']);
      assert.deepEqual(await asked('acme/invoices'), ['NPM_TOKEN', 'STRIPE_KEY']);
    });

    it('says what it receives of its own, by the name in the list of its organization', async () => {
      const find = async (wanted: string) =>
        (await store.repositories('acme')).find(({ name }) => name === wanted) ?? assert.fail(wanted);
      await store.received('acme', await find('billing'));
      rename();
      store.refresh();
      const { secrets } = await store.received('acme', await find('invoices'));
      const ofItself = secrets.filter(({ owner }) => owner.kind === 'repository');
      assert.deepEqual(
        ofItself.map(({ name }) => name),
        ['NPM_TOKEN', 'STRIPE_KEY'],
      );
    });

    it('lists them anew when the organization that it went to is refreshed', async () => {
      await asked('acme/billing');
      const { fakeGitHub } = connection;
      fakeGitHub.edit({ edit: 'transferRepository', fullName: 'acme/billing', to: 'umbrella' });
      await asked('umbrella/billing');
      fakeGitHub.edit({ edit: 'setRepositorySecret', fullName: 'umbrella/billing', name: 'NEWER' });
      store.refreshOrganization('umbrella');
      assert.deepEqual(await asked('umbrella/billing'), ['NEWER', 'NPM_TOKEN', 'STRIPE_KEY']);
    });

    it("asks for no organization's secrets where a person owns it", async () => {
      connection.fakeGitHub.edit(
        { edit: 'createUserRepository', user: 'hubot', repository: 'moved' },
        { edit: 'transferRepository', fullName: 'hubot/moved', to: 'octocat' },
      );
      const { fullName, repository } = await store.repository('hubot/moved');
      assert.equal(fullName, 'octocat/moved');
      assert.deepEqual((await store.received('octocat', repository)).failures, []);
    });
  });

  it('refuses to create what exists, of either owner, and leaves it as it is', async () => {
    await failsWith(store.createSecret(own('STRIPE_KEY'), 'mine', noAccess), 'exists');
    await failsWith(store.createSecret(ofUser('SCRATCH'), 'mine', noAccess), 'exists');
    assert.notEqual(connection.fakeGitHub.repositoryValue('acme/billing', 'STRIPE_KEY'), 'mine');
    assert.notEqual(connection.fakeGitHub.userValue('octocat', 'SCRATCH'), 'mine');
  });

  it("prepares the rotation of a repository's own secret with its key alone, and throws nothing away", async () => {
    await store.secrets(own('STRIPE_KEY'));
    connection.fakeGitHub.forgetRequests();
    await store.prepareRotation(own('STRIPE_KEY'));
    assert.deepEqual(requests(), [
      'GET /repos/acme/billing/codespaces/secrets/public-key',
      'GET /repos/acme/billing',
    ]);
    assert.deepEqual(changes, []);
  });

  it('finds out before a deletion that a secret is gone', async () => {
    assert.equal(await store.currentAccess(own('STRIPE_KEY')), noAccess);
    connection.fakeGitHub.edit({
      edit: 'deleteRepositorySecret',
      fullName: 'acme/billing',
      name: 'STRIPE_KEY',
    });
    await failsWith(store.currentAccess(own('STRIPE_KEY')), 'notFound');
  });

  it("changes the repositories of the user's secret, and knows them without another list", async () => {
    const id = ofUser('SCRATCH');
    assert.deepEqual(await store.selectedRepositories(id), []);
    const all = await store.selectable(octocat);
    const [dotfiles = assert.fail(), docs = assert.fail()] = ['octocat/dotfiles', 'acme/docs'].map(name =>
      all.find(repository => repository.name === name),
    );
    await store.addRepository(id, dotfiles);
    await store.changeSelection({ kind: 'selection', secret: id, added: [docs], removed: [dotfiles] });
    await store.settleAccess(id);
    connection.fakeGitHub.forgetRequests();
    assert.deepEqual(
      (await store.selectedRepositories(id)).map(({ name }) => name),
      ['acme/docs'],
    );
    assert.deepEqual(requests(), []);
    assert.deepEqual(connection.fakeGitHub.userSecret('octocat', 'SCRATCH')?.repositories, ['acme/docs']);
  });

  describe('besides the organizations', () => {
    const open = [
      { owner: 'acme', name: 'billing' },
      { owner: 'octocat', name: 'dotfiles' },
      { owner: 'acme', name: 'gone' },
    ];
    const loaded = async (levels: OtherLevels): Promise<OtherLevels> => {
      while (levels.isLoading) await new Promise<void>(done => levels.onDidChange(done));
      return levels;
    };

    it('has what the user and the open repositories give, and which of these no organization lists', async () => {
      const levels = await loaded(new OtherLevels(store, () => Promise.resolve(open)));
      const received = Object.fromEntries(
        [...levels.received()].map(([id, secrets]) => [id, secrets.map(it => `${it.owner.kind} ${it.name}`)]),
      );
      assert.deepEqual(received, {
        70001: ['user OPENAI_API_KEY'],
        70002: ['repository NPM_TOKEN', 'repository STRIPE_KEY', 'user OPENAI_API_KEY'],
        70501: ['user DOTFILES_KEY'],
      });
      assert.deepEqual(
        levels.openElsewhere(['Acme']).map(({ owner }) => owner.fullName),
        ['octocat/dotfiles'],
      );
      assert.deepEqual(levels.failures, []);
    });

    it("leaves out the user's where they gave no access, and repositories that they can't write to", async () => {
      connection.fakeGitHub.edit({ edit: 'revokeToken', token: 'gho_mona_secrets' });
      const payments = { owner: 'acme', name: 'payments' };
      const levels = await loaded(
        new OtherLevels(storeFor('gho_mona', 'mona'), () => Promise.resolve([...open, payments])),
      );
      assert.deepEqual([levels.user, levels.failures], [[], []]);
      assert.deepEqual(
        levels.open.map(({ owner }) => owner.fullName),
        ['acme/billing'],
      );
    });

    it('says what could not be loaded, and loads that once more', async () => {
      connection.fakeGitHub.fault({
        path: '/user/codespaces/secrets',
        kind: 'status',
        status: 422,
        message: 'no',
      });
      const levels = await loaded(new OtherLevels(store, () => Promise.resolve([])));
      assert.deepEqual(
        levels.failures.map(({ owner, failure }) => [owner, failure.reason.kind]),
        [[octocat, 'refused']],
      );
      levels.retry(octocat);
      await loaded(levels);
      assert.deepEqual([levels.failures.length, levels.user.length], [0, 3]);
    });
  });
});

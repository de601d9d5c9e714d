import assert from 'node:assert/strict';
import type { SecretAccess } from '../../../src/model/access';
import type { Repository } from '../../../src/model/repository';
import type { Visibility } from '../../../src/model/secret';
import type { StoreChange } from '../../../src/cache/storeChange';
import { Store } from '../../../src/cache/store';
import { connected, failsWith, idsOf, npmToken, select } from '../support';
import { codespaces, codespacesSecret } from '../../codespaces';

const access = (visibility: Visibility, ...selection: Repository[]): SecretAccess => ({
  visibility,
  selection,
});

describe('the store', () => {
  const connection = connected();
  let named: readonly string[] = [];
  let store: Store;
  let changes: StoreChange[];
  beforeEach(() => {
    named = [];
    store = new Store(connection.gitHub(), () => named);
    changes = [];
    store.onDidChange(change => changes.push(change));
  });
  const requests = (): string[] =>
    connection.fakeGitHub.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
  const selection = async (): Promise<string[]> =>
    (await store.selectedRepositories(npmToken)).map(({ name }) => name);
  const storedIds = (): number[] =>
    [
      ...(connection.fakeGitHub.fixture.organizations.get('acme')?.stores.codespaces.secrets.get('NPM_TOKEN')
        ?.repositoryIds ?? []),
    ].sort();

  it('shows only the organizations that the setting names, whatever their case, owned or not', async () => {
    named = ['Hooli', 'ACME', 'nobody'];
    assert.deepEqual(await store.organizations(), {
      organizations: [{ login: 'Hooli' }, { login: 'acme' }, { login: 'nobody' }],
      hidden: 0,
    });
  });

  it('costs one request for the memberships, one for a hundred secrets, one for a selection, and none to go back', async () => {
    connection.fakeGitHub.edit({ edit: 'setOrganization', organization: 'globex', sso: false });
    await store.organizations();
    await store.secrets(codespaces());
    await store.selectedRepositories(npmToken);
    const first = requests();
    assert.deepEqual(first, [
      'GET /user/memberships/orgs',
      'GET /orgs/acme/codespaces/secrets',
      'GET /orgs/acme/codespaces/secrets/NPM_TOKEN/repositories',
    ]);
    await store.organizations();
    await store.secrets(codespaces());
    await store.selectedRepositories(npmToken);
    assert.deepEqual(requests(), first);
  });

  it('asks again after a refresh, which costs nothing where nothing changed', async () => {
    await store.secrets(codespaces());
    store.refresh();
    await store.secrets(codespaces());
    assert.deepEqual(
      connection.fakeGitHub.requests.map(({ status }) => status),
      [200, 304],
    );
  });

  it('forgets everything when its account is no longer in use', async () => {
    await store.secrets(codespaces());
    store.forget();
    assert.equal(store.knownSecret(npmToken), undefined);
    connection.fakeGitHub.forgetRequests();
    await store.secrets(codespaces());
    assert.equal(requests().length, 1);
  });

  it('knows a created secret without listing again', async () => {
    await store.secrets(codespaces());
    connection.fakeGitHub.forgetRequests();
    const [docs] = (await connection.gitHub().repositories('acme')).filter(({ name }) => name === 'docs');
    assert.ok(docs);
    connection.fakeGitHub.forgetRequests();
    await store.createSecret(codespacesSecret('NEW'), 'value', access('selected', docs));
    assert.ok((await store.secrets(codespaces())).some(({ name }) => name === 'NEW'));
    assert.deepEqual(await store.selectedRepositories(codespacesSecret('NEW')), [docs]);
    assert.deepEqual(requests(), [
      'GET /orgs/acme/codespaces/secrets/NEW',
      'GET /orgs/acme/codespaces/secrets/public-key',
      'PUT /orgs/acme/codespaces/secrets/NEW',
      'GET /orgs/acme/codespaces/secrets/NEW',
    ]);
    assert.deepEqual(changes.at(-1), { kind: 'list', store: codespaces() });
  });

  it('leaves a secret as it is that somebody else has created meanwhile, and shows it', async () => {
    await store.secrets(codespaces());
    const before = structuredClone(connection.fakeGitHub.secret('acme', 'NPM_TOKEN'));
    await failsWith(store.createSecret(npmToken, 'mine', access('all')), 'exists');
    assert.deepEqual(connection.fakeGitHub.secret('acme', 'NPM_TOKEN'), before);
    assert.deepEqual(changes.at(-1), { kind: 'organization', organization: 'acme' });
  });

  describe("after GitHub's answer to a creation was lost", () => {
    const reference = codespacesSecret('NEW');
    const attempts = { isUnanswered: false };
    beforeEach(async () => {
      attempts.isUnanswered = false;
      connection.fakeGitHub.fault({ method: 'PUT', kind: 'dropAfter' });
      await failsWith(store.createSecret(reference, 'value', access('private'), attempts), 'offline');
    });

    it('makes the secret what it was to be when the same flow tries again, and says that it may be its own', async () => {
      const { isNew, mightBeOwn } = await store.createSecret(reference, 'again', access('all'), attempts);
      assert.deepEqual([isNew, mightBeOwn], [false, true]);
      assert.equal(connection.fakeGitHub.value('acme', 'NEW'), 'again');
    });

    it('leaves the secret as it is when another flow creates one of that name', async () => {
      await failsWith(store.createSecret(reference, 'other', access('all')), 'exists');
      assert.equal(connection.fakeGitHub.value('acme', 'NEW'), 'value');
    });

    it("leaves a colleague's secret as it is once the name was seen to be free", async () => {
      connection.fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: reference.name });
      connection.fakeGitHub.fault({ method: 'PUT', kind: 'drop' });
      await failsWith(store.createSecret(reference, 'again', access('all'), attempts), 'offline');
      attempts.isUnanswered = false;
      connection.fakeGitHub.edit({
        edit: 'createSecret',
        organization: 'acme',
        name: reference.name,
        visibility: 'private',
        value: 'theirs',
      });
      await failsWith(store.createSecret(reference, 'again', access('all'), attempts), 'exists');
      assert.equal(connection.fakeGitHub.value('acme', 'NEW'), 'theirs');
    });
  });

  it('says that a creation replaced a secret which somebody created at the same moment', async () => {
    const reference = codespacesSecret('NEW');
    connection.fakeGitHub.fault({
      method: 'PUT',
      kind: 'before',
      edits: [
        {
          edit: 'createSecret',
          organization: 'acme',
          name: reference.name,
          visibility: 'all',
          value: 'theirs',
        },
      ],
    });
    const { isNew, mightBeOwn } = await store.createSecret(reference, 'mine', access('private'));
    assert.deepEqual([isNew, mightBeOwn], [false, false]);
  });

  it('says that a rotation created a secret again which somebody deleted at the same moment', async () => {
    connection.fakeGitHub.fault({
      method: 'PUT',
      kind: 'before',
      edits: [{ edit: 'deleteSecret', organization: 'acme', name: 'NPM_TOKEN' }],
    });
    assert.equal((await store.rotateSecret(npmToken, 'mine')).isNew, true);
  });

  it('reads a public key once for values that are sealed in a row', async () => {
    const names = ['NPM_TOKEN', 'SENTRY_DSN'];
    for (const name of names) await store.rotateSecret(codespacesSecret(name), 'same');
    for (const name of names) assert.equal(connection.fakeGitHub.value('acme', name), 'same');
    assert.equal(requests().filter(it => it.endsWith('/public-key')).length, 1);
  });

  it('rotates a value and leaves visibility and a selection of several pages exactly as they are', async () => {
    connection.fakeGitHub.edit(
      ...Array.from({ length: 240 }, (_, index) => {
        return { edit: 'createRepository', organization: 'acme', repository: `extra-${index}` } as const;
      }),
    );
    const all = [
      ...(connection.fakeGitHub.fixture.organizations.get('acme')?.repositories.keys() ?? []),
    ].sort();
    await select(connection, ...all);
    await store.rotateSecret(npmToken, 'rotated');
    assert.equal(connection.fakeGitHub.value('acme', 'NPM_TOKEN'), 'rotated');
    assert.deepEqual(storedIds(), all);
  });

  it('rotates with the visibility that is on GitHub, not with the one that was last seen', async () => {
    await store.secrets(codespaces());
    connection.fakeGitHub.edit({
      edit: 'setVisibility',
      organization: 'acme',
      name: 'NPM_TOKEN',
      visibility: 'private',
    });
    await store.rotateSecret(npmToken, 'rotated');
    assert.equal(store.knownSecret(npmToken)?.visibility, 'private');
    assert.equal(
      connection.fakeGitHub.fixture.organizations.get('acme')?.stores.codespaces.secrets.get('NPM_TOKEN')
        ?.visibility,
      'private',
    );
  });

  it('deletes a secret and knows it no more', async () => {
    await store.secrets(codespaces());
    await store.deleteSecret(npmToken);
    assert.equal(store.knownSecret(npmToken), undefined);
    assert.equal(connection.fakeGitHub.value('acme', 'NPM_TOKEN'), undefined);
  });

  it('does not bring a deleted secret back by a late answer about it', async () => {
    await store.secrets(codespaces());
    const path = '/orgs/acme/codespaces/secrets/NPM_TOKEN';
    // The reading after the rotation is the third: two of them are for its access.
    const late = connection.fakeGitHub.fault({ kind: 'hold', when: 'after', method: 'GET', path, skip: 2 });
    const rotated = store.rotateSecret(npmToken, 'mine');
    await late.holding();
    await store.deleteSecret(npmToken);
    late.release();
    await rotated;
    assert.equal(store.knownSecret(npmToken), undefined);
  });

  it('does not lose an addition by an older answer about who can use the secret', async () => {
    const docs = (await store.repositories('acme')).find(({ name }) => name === 'docs');
    assert.ok(docs);
    await store.selectedRepositories(npmToken);
    const path = { source: '/NPM_TOKEN/repositories\\?' };
    // It is read twice, and the second answer leaves GitHub before the addition.
    const late = connection.fakeGitHub.fault({ kind: 'hold', when: 'after', method: 'GET', path, skip: 1 });
    const older = store.currentAccess(npmToken);
    await late.holding();
    await store.addRepository(npmToken, docs);
    late.release();
    await older;
    assert.deepEqual(await selection(), ['billing', 'docs', 'service-catalog']);
  });

  it('lets the additions of two windows at once survive', async () => {
    const other = new Store(connection.gitHub('gho_hubot'), () => []);
    const repositories = await connection.gitHub().repositories('acme');
    const [docs, website] = ['docs', 'website'].map(name => repositories.find(it => it.name === name));
    assert.ok(docs && website);
    await Promise.all([store.selectedRepositories(npmToken), other.selectedRepositories(npmToken)]);
    await Promise.all([store.addRepository(npmToken, docs), other.addRepository(npmToken, website)]);
    assert.deepEqual(storedIds(), idsOf(connection, 'billing', 'docs', 'service-catalog', 'website').sort());
  });

  it('knows a changed selection without reading it again', async () => {
    await store.secrets(codespaces());
    const [first] = await store.selectedRepositories(npmToken);
    assert.ok(first);
    connection.fakeGitHub.forgetRequests();
    await store.removeRepository(npmToken, first);
    await store.settleAccess(npmToken);
    assert.deepEqual(await selection(), ['service-catalog']);
    assert.deepEqual(requests(), [
      `DELETE /orgs/acme/codespaces/secrets/NPM_TOKEN/repositories/${first.id}`,
      'GET /orgs/acme/codespaces/secrets/NPM_TOKEN',
    ]);
  });

  it('asks again for what a conflict shows to be out of date', async () => {
    await store.secrets(codespaces());
    const [first] = await store.selectedRepositories(npmToken);
    assert.ok(first);
    connection.fakeGitHub.edit({
      edit: 'setVisibility',
      organization: 'acme',
      name: 'NPM_TOKEN',
      visibility: 'all',
    });
    await failsWith(store.removeRepository(npmToken, first), 'conflict');
    assert.deepEqual(changes.at(-1), { kind: 'organization', organization: 'acme' });
    assert.equal(
      (await store.secrets(codespaces())).find(({ name }) => name === 'NPM_TOKEN')?.visibility,
      'all',
    );
  });

  it('counts a change as made when GitHub has confirmed it, even if reading it again fails', async () => {
    await store.secrets(codespaces());
    connection.fakeGitHub.fault({
      method: 'GET',
      path: '/orgs/acme/codespaces/secrets/NEW',
      kind: 'status',
      status: 502,
      skip: 1,
      times: 2,
    });
    await store.createSecret(codespacesSecret('NEW'), 'value', access('all'));
    assert.ok((await store.secrets(codespaces())).some(({ name }) => name === 'NEW'));
  });
});

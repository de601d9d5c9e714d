import assert from 'node:assert/strict';
import { connected, idsOf, npmToken, select } from '../support';
import { codespaces, codespacesSecret } from '../../codespaces';

const toAll = { visibility: 'all', selection: [] } as const;

describe('GitHub through Octokit', () => {
  const connection = connected();
  const stored = (name = npmToken.name): unknown => {
    const secret = connection.fakeGitHub.fixture.organizations
      .get('acme')
      ?.stores.codespaces.secrets.get(name);
    return secret && { visibility: secret.visibility, ids: [...secret.repositoryIds].sort() };
  };

  it('lists the organizations that the user owns, those behind single sign-on too, but not the merely joined', async () => {
    const { organizations, hidden } = await connection.gitHub().organizations();
    const logins = organizations.map(({ login }) => login);
    assert.equal(hidden, 0);
    assert.deepEqual(logins.sort(), ['acme', 'globex', 'initrode', 'umbrella']);
  });

  it('counts the organizations behind single sign-on whose names GitHub does not tell', async () => {
    connection.fakeGitHub.edit({ edit: 'setOrganization', organization: 'globex', hidesName: true });
    const { organizations, hidden } = await connection.gitHub().organizations();
    assert.deepEqual(
      [organizations.map(({ login }) => login), hidden],
      [['acme', 'initrode', 'umbrella'], 1],
    );
  });

  it("says that a GitHub App's token shows no organizations, instead of that there are none", async () => {
    const token = 'ghu_codespace';
    connection.fakeGitHub.edit({ edit: 'setToken', token, user: 'octocat', scopes: [] });
    await assert.rejects(connection.gitHub(token).organizations(), {
      reason: { kind: 'scopeMissing', scopes: ['admin:org'] },
    });
  });

  it('lists no organizations where the user owns none and the token has scopes', async () => {
    connection.fakeGitHub.edit({ edit: 'setToken', token: 'gho_new', user: 'octocat', scopes: ['repo'] });
    for (const organization of ['acme', 'globex', 'initrode', 'umbrella', 'hooli'])
      connection.fakeGitHub.edit({ edit: 'removeMembership', organization, user: 'octocat' });
    assert.deepEqual(await connection.gitHub('gho_new').organizations(), { organizations: [], hidden: 0 });
  });

  it('lists secrets with visibility and times', async () => {
    const secrets = await connection.gitHub().secrets(codespaces());
    assert.deepEqual(secrets.map(({ name, visibility }) => `${name} ${visibility}`).sort(), [
      'DB_URL private',
      'NPM_TOKEN selected',
      'PYPI_TOKEN selected',
      'SENTRY_DSN all',
      'UNUSED selected',
    ]);
    const npm = secrets.find(({ name }) => name === 'NPM_TOKEN');
    assert.deepEqual([npm?.createdAt, npm?.updatedAt], [new Date('2022-06-01'), new Date('2025-01-10')]);
  });

  it('gets one secret', async () => {
    const { name, visibility } = await connection.gitHub().secret(npmToken);
    assert.deepEqual([name, visibility], ['NPM_TOKEN', 'selected']);
  });

  it('creates a secret whose value opens on the other side', async () => {
    const created = codespacesSecret('NEW');
    const docs = (await connection.gitHub().repositories('acme')).filter(({ name }) => name === 'docs');
    const saved = await connection
      .gitHub()
      .saveSecret(created, { visibility: 'selected', selection: docs }, 's3cret\n');
    assert.equal(saved.isNew, true);
    assert.equal(connection.fakeGitHub.value('acme', 'NEW'), 's3cret\n');
    assert.deepEqual(stored('NEW'), { visibility: 'selected', ids: idsOf(connection, 'docs') });
  });

  it('changes the visibility without sending a value', async () => {
    const before = connection.fakeGitHub.value('acme', 'NPM_TOKEN');
    const saved = await connection.gitHub().saveSecret(npmToken, toAll);
    assert.equal(saved.isNew, false);
    assert.deepEqual(stored(), { visibility: 'all', ids: [] });
    assert.equal(connection.fakeGitHub.value('acme', 'NPM_TOKEN'), before);
    assert.deepEqual(
      connection.fakeGitHub.requestsTo({ method: 'PUT' }).map(({ body }) => body),
      [{ visibility: 'all' }],
    );
  });

  it('deletes a secret', async () => {
    await connection.gitHub().deleteSecret(npmToken);
    assert.equal(stored(), undefined);
  });

  it('lists, sets, adds and removes selected repositories', async () => {
    const gitHub = connection.gitHub();
    const [docs, billing, website] = idsOf(connection, 'docs', 'billing', 'website') as [
      number,
      number,
      number,
    ];
    await select(connection, docs);
    await gitHub.addSelectedRepository(npmToken, billing);
    await gitHub.addSelectedRepository(npmToken, website);
    await gitHub.removeSelectedRepository(npmToken, docs);
    const { repositories: selected } = await gitHub.selectedRepositories(npmToken);
    assert.deepEqual(selected.map(({ name }) => name).sort(), ['billing', 'website']);
  });

  it('tells public, private, internal and archived repositories apart', async () => {
    const repositories = await connection.gitHub().repositories('acme');
    const words = (name: string): unknown => {
      const found = repositories.find(repository => repository.name === name);
      return found && [found.visibility, found.archived];
    };
    assert.equal(repositories.length, 12);
    assert.deepEqual(words('docs'), ['public', false]);
    assert.deepEqual(words('infrastructure'), ['internal', false]);
    assert.deepEqual(words('legacy-billing'), ['private', true]);
  });

  it('pins the version of the API', async () => {
    await connection.gitHub().secrets(codespaces());
    assert.equal(connection.fakeGitHub.requests[0]?.headers['x-github-api-version'], '2022-11-28');
  });

  describe('with many pages', () => {
    beforeEach(() => {
      connection.fakeGitHub.edit(
        ...Array.from({ length: 230 }, (_, index) => {
          return { edit: 'createRepository', organization: 'acme', repository: `extra-${index}` } as const;
        }),
      );
    });

    it('reads every page of repositories, and tells of each as it arrives', async () => {
      const pages: number[] = [];
      const repositories = await connection.gitHub().repositories('acme', page => pages.push(page.length));
      assert.equal(repositories.length, 242);
      assert.equal(pages[0], 100);
      assert.deepEqual(pages.sort(), [100, 100, 42]);
    });

    it('reads the pages after the first side by side', async () => {
      const { fakeGitHub } = connection;
      const second = fakeGitHub.fault({ path: { source: 'repos.*[?&]page=2$' }, kind: 'hold' });
      const listing = connection.gitHub().repositories('acme');
      await second.holding();
      await fakeGitHub.answered({ path: { source: 'repos.*[?&]page=3$' } });
      second.release();
      assert.equal((await listing).length, 242);
    });

    it('reads every page of a selection', async () => {
      const all = [...(connection.fakeGitHub.fixture.organizations.get('acme')?.repositories.keys() ?? [])];
      const gitHub = connection.gitHub();
      await select(connection, ...all);
      connection.fakeGitHub.forgetRequests();
      assert.equal((await gitHub.selectedRepositories(npmToken)).repositories.length, 242);
      assert.equal(connection.fakeGitHub.requestsTo({ method: 'GET' }).length, 3);
    });
  });

  describe('reading the same again', () => {
    it('sends If-None-Match, and takes 304 for the answer it has', async () => {
      const gitHub = connection.gitHub();
      const first = await gitHub.secrets(codespaces());
      assert.deepEqual(await gitHub.secrets(codespaces()), first);
      assert.deepEqual(
        connection.fakeGitHub.requests.map(({ status }) => status),
        [200, 304],
      );
    });

    it('sees what changed', async () => {
      const gitHub = connection.gitHub();
      await gitHub.secrets(codespaces());
      connection.fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: 'UNUSED' });
      assert.equal((await gitHub.secrets(codespaces())).length, 4);
    });
  });
});

import assert from 'node:assert/strict';
import { FakeGitHub } from '../../github/fakeGitHub';
import { send } from './client';

const organization = 'acme';
const name = 'NPM_TOKEN';

describe('simulated GitHub: what another admin does', () => {
  const gitHub = new FakeGitHub();
  const npm = () => gitHub.access(organization).secrets[name];
  const statusOf = async (path: string) =>
    (await send('https://api.github.com', 'GET', path, { fetch: gitHub.fetch })).status;
  beforeEach(() => gitHub.reset());
  afterEach(() => assert.deepEqual(gitHub.violations, []));

  it('is told as who can use which secret', () => {
    gitHub.edit(
      { edit: 'deleteSecret', organization, name: 'PYPI_TOKEN' },
      { edit: 'createSecret', organization, name: 'new', visibility: 'selected', repositories: ['docs'] },
    );
    const { repositories, secrets } = gitHub.access(organization);
    assert.equal(repositories[70002], 'billing');
    assert.deepEqual(Object.keys(secrets), ['DB_URL', 'NEW', name, 'SENTRY_DSN', 'UNUSED']);
    assert.deepEqual(secrets['NEW'], { visibility: 'selected', selected: [70004], canUse: [70004] });
    assert.equal(secrets['SENTRY_DSN']?.canUse.length, 12);
    assert.deepEqual(secrets['DB_URL'], {
      visibility: 'private',
      selected: [],
      canUse: [70001, 70002, 70005, 70006, 70007, 70008, 70011],
    });
    assert.deepEqual(gitHub.access(organization), JSON.parse(JSON.stringify(gitHub.access(organization))));
  });

  it('selects, unselects, and changes the visibility', () => {
    gitHub.edit(
      { edit: 'selectRepository', organization, name, repository: 'docs' },
      { edit: 'unselectRepository', organization, name, repository: 'billing' },
    );
    assert.deepEqual(npm()?.selected, [70004, 70011]);
    gitHub.edit({ edit: 'setVisibility', organization, name, visibility: 'all' });
    assert.deepEqual([npm()?.selected, npm()?.canUse.length], [[], 12]);
    assert.throws(
      () => gitHub.edit({ edit: 'selectRepository', organization, name, repository: 'docs' }),
      /NPM_TOKEN is all/,
    );
  });

  it('changes nothing where an edit names a repository that is not there', () => {
    const before = npm();
    for (const edit of ['setVisibility', 'createSecret'] as const) {
      const repositories = ['docs', 'nowhere'];
      assert.throws(
        () => gitHub.edit({ edit, organization, name, visibility: 'selected', repositories }),
        /no repository nowhere/,
      );
      assert.deepEqual(npm(), before);
    }
  });

  it('renames, publishes, adds and deletes repositories', async () => {
    const rename = { edit: 'setRepository', organization, repository: 'billing' } as const;
    gitHub.edit({ ...rename, renameTo: 'invoices', visibility: 'public' });
    assert.equal(gitHub.access(organization).repositories[70002], 'invoices');
    assert.deepEqual(npm()?.canUse, [70002, 70011]);
    assert.ok(!gitHub.access(organization).secrets['DB_URL']?.canUse.includes(70002));
    assert.equal(await statusOf('/repos/acme/billing'), 200);
    assert.equal(gitHub.requests.at(-1)?.path, '/repos/acme/invoices');
    gitHub.edit(
      { edit: 'deleteRepository', organization, repository: 'invoices' },
      { edit: 'createRepository', organization, repository: 'billing', id: 99 },
    );
    assert.deepEqual(npm()?.selected, [70011]);
    assert.ok(gitHub.access(organization).secrets['DB_URL']?.canUse.includes(99));
  });

  it('replaces a value, and keeps the time of creation when it creates a secret again', () => {
    const createdAt = gitHub.secret(organization, name)?.createdAt;
    gitHub.edit({ edit: 'setValue', organization, name, value: 'x' });
    assert.equal(gitHub.value(organization, name), 'x');
    gitHub.edit({ edit: 'createSecret', organization, name, visibility: 'all', value: 'y' });
    assert.equal(gitHub.value(organization, name), 'y');
    assert.equal(gitHub.secret(organization, name)?.createdAt, createdAt);
  });

  it('gives and takes the role of an owner, and rotates the key', async () => {
    const path = '/orgs/acme/codespaces/secrets';
    const role = { edit: 'setMembership', organization, user: 'octocat' } as const;
    gitHub.edit({ ...role, role: 'member' });
    assert.equal(await statusOf(path), 404);
    gitHub.edit({ ...role, role: 'admin' }, { edit: 'rotateKey', organization });
    assert.equal(await statusOf(path), 200);
    gitHub.edit({ edit: 'removeMembership', organization, user: 'octocat' });
    assert.equal(await statusOf(path), 404);
  });
});

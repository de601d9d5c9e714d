import assert from 'node:assert/strict';
import { keepAccess } from '../../../src/model/gitHub';
import type { FixtureEdit } from '../../github/edits';
import { connected, failsWith, npmToken } from '../support';

const organization = 'acme';
const name = (index: number): string => `extra-${String(index).padStart(3, '0')}`;
const select = (index: number): FixtureEdit => ({
  edit: 'selectRepository',
  organization: 'acme',
  name: 'NPM_TOKEN',
  repository: name(index),
});
const revoke = (index: number): FixtureEdit => ({
  edit: 'unselectRepository',
  organization: 'acme',
  name: 'NPM_TOKEN',
  repository: name(index),
});

describe('lists that move while they are read', () => {
  const connection = connected();
  /** Gives the organization so many repositories, of which the secret has the first ones. */
  const withSelection = (repositories: number, selected: number): void => {
    const names = Array.from({ length: repositories }, (_, index) => name(index));
    connection.fakeGitHub.edit(
      ...names.map(repository => ({ edit: 'createRepository', organization, repository }) as const),
      {
        edit: 'setVisibility',
        organization: 'acme',
        name: 'NPM_TOKEN',
        visibility: 'selected',
        repositories: names.slice(0, selected),
      },
    );
  };
  const stored = (): readonly string[] =>
    connection.fakeGitHub.secret(organization, npmToken.name)?.repositories ?? [];
  const page = (number: number): { source: string } => ({
    source: `${npmToken.name}/repositories.*[?&]page=${number}$`,
  });

  /** Gives the secret a selection that changes each of the first so many times that it is read. */
  const changeWhileRead = (times: number): void => {
    withSelection(3, 2);
    for (let index = 0; index < times; index += 1)
      connection.fakeGitHub.fault({
        kind: 'before',
        path: page(1),
        skip: index,
        edits: [index % 2 === 0 ? select(2) : revoke(2)],
      });
  };

  it('rotates a secret as it is when somebody revokes a repository between two pages', async () => {
    withSelection(150, 150);
    connection.fakeGitHub.fault({ kind: 'before', path: page(2), edits: [revoke(0)] });
    await connection.gitHub().saveSecret(npmToken, keepAccess, 'rotated');
    assert.equal(connection.fakeGitHub.value(organization, npmToken.name), 'rotated');
    assert.deepEqual(
      stored(),
      Array.from({ length: 149 }, (_, index) => name(index + 1)),
    );
  });

  it('rotates a secret as it is when one repository takes the place of another between two pages', async () => {
    withSelection(151, 150);
    connection.fakeGitHub.fault({ kind: 'before', path: page(2), edits: [revoke(0), select(150)] });
    await connection.gitHub().saveSecret(npmToken, keepAccess, 'rotated');
    assert.deepEqual(
      stored(),
      Array.from({ length: 150 }, (_, index) => name(index + 1)),
    );
  });

  it('rotates a secret with the access that somebody gave it after it was last seen', async () => {
    withSelection(150, 150);
    const gitHub = connection.gitHub();
    await gitHub.access(npmToken);
    connection.fakeGitHub.edit(revoke(7), revoke(120));
    await gitHub.saveSecret(npmToken, keepAccess, 'rotated');
    assert.equal(stored().length, 148);
  });

  it('reads visibility and selection so that they fit each other', async () => {
    withSelection(3, 0);
    connection.fakeGitHub.edit({
      edit: 'setVisibility',
      organization: 'acme',
      name: 'NPM_TOKEN',
      visibility: 'selected',
      repositories: [name(0)],
    });
    connection.fakeGitHub.fault({
      kind: 'before',
      path: page(1),
      edits: [{ edit: 'setVisibility', organization: 'acme', name: 'NPM_TOKEN', visibility: 'all' }],
    });
    assert.deepEqual(await connection.gitHub().access(npmToken), { visibility: 'all', selection: [] });
  });

  it('reads access last, after the key', async () => {
    withSelection(150, 150);
    await connection.gitHub().saveSecret(npmToken, keepAccess, 'rotated');
    const paths = connection.fakeGitHub.requests.map(({ method, path }) => `${method} ${path}`);
    assert.match(paths[0] ?? '', /public-key$/);
    assert.match(paths.at(-1) ?? '', /^PUT/);
    // Right before the writing the secret and both pages are asked for once more.
    assert.deepEqual(
      paths
        .slice(-4, -1)
        .map(path => path.replace(/.*NPM_TOKEN|per_page=\d+&/g, ''))
        .sort(),
      ['', '/repositories?page=1', '/repositories?page=2'],
    );
  });

  it('reads access again after a key that GitHub no longer takes', async () => {
    withSelection(3, 3);
    connection.fakeGitHub.fault({
      kind: 'before',
      method: 'PUT',
      edits: [{ edit: 'rotateKey', organization }, revoke(1)],
    });
    await connection.gitHub().saveSecret(npmToken, keepAccess, 'rotated');
    assert.equal(connection.fakeGitHub.value(organization, npmToken.name), 'rotated');
    assert.deepEqual(stored(), [name(0), name(2)]);
  });

  it('writes nothing where the selection changes each time it is read', async () => {
    withSelection(120, 110);
    for (let times = 0; times < 20; times += 1)
      connection.fakeGitHub.fault({
        kind: 'before',
        path: page(2),
        skip: times,
        edits: [times % 2 === 0 ? select(115) : revoke(115)],
      });
    await failsWith(connection.gitHub().saveSecret(npmToken, keepAccess, 'rotated'), 'listMoving');
    assert.deepEqual(connection.fakeGitHub.requestsTo({ method: 'PUT' }), []);
  });

  it('rotates a secret whose selection rests after it has changed five times', async () => {
    changeWhileRead(5);
    await connection.gitHub().saveSecret(npmToken, keepAccess, 'rotated');
    assert.equal(connection.fakeGitHub.value(organization, npmToken.name), 'rotated');
    assert.deepEqual(stored(), [name(0), name(1), name(2)]);
  });

  it('reads access no seventh time to see whether it rests', async () => {
    changeWhileRead(6);
    await failsWith(connection.gitHub().saveSecret(npmToken, keepAccess, 'rotated'), 'listMoving');
    assert.equal(connection.fakeGitHub.requestsTo({ path: page(1) }).length, 6);
    assert.deepEqual(connection.fakeGitHub.requestsTo({ method: 'PUT' }), []);
  });

  it('costs one round trip to read access again that nobody has touched, and its answers are 304', async () => {
    withSelection(250, 250);
    const gitHub = connection.gitHub();
    await gitHub.access(npmToken);
    connection.fakeGitHub.forgetRequests();
    assert.equal((await gitHub.access(npmToken)).selection.length, 250);
    assert.deepEqual(
      connection.fakeGitHub.requests.map(({ status }) => status),
      [304, 304, 304, 304],
    );
  });

  it('asks for no page again that a selection no longer has', async () => {
    withSelection(250, 250);
    const gitHub = connection.gitHub();
    await gitHub.access(npmToken);
    connection.fakeGitHub.edit(...Array.from({ length: 210 }, (_, index) => revoke(index)));
    assert.equal((await gitHub.access(npmToken)).selection.length, 40);
    connection.fakeGitHub.forgetRequests();
    await gitHub.access(npmToken);
    assert.deepEqual(
      connection.fakeGitHub.requests.map(({ path }) => path.replace(/.*NPM_TOKEN|per_page=\d+&/g, '')).sort(),
      ['', '/repositories?page=1'],
    );
  });

  it('shows a selection as a whole that moved while it was read', async () => {
    withSelection(150, 150);
    connection.fakeGitHub.fault({ kind: 'before', path: page(2), edits: [revoke(0)] });
    const { repositories: shown } = await connection.gitHub().selectedRepositories(npmToken);
    assert.deepEqual(shown.map(repository => repository.name).sort(), stored());
  });

  describe('repositories, of which GitHub tells no total', () => {
    it('are all listed after a hundredth and a hundred and first were created', async () => {
      const gitHub = connection.gitHub();
      const before = (await gitHub.repositories(organization)).length;
      withSelection(100 - before, 0);
      assert.equal((await gitHub.repositories(organization)).length, 100);
      connection.fakeGitHub.edit(
        { edit: 'createRepository', organization, repository: 'zulu-1' },
        { edit: 'createRepository', organization, repository: 'zulu-2' },
      );
      assert.equal((await gitHub.repositories(organization)).length, 102);
    });

    it('are all listed after there are fewer pages of them', async () => {
      withSelection(230, 0);
      const gitHub = connection.gitHub();
      await gitHub.repositories(organization);
      connection.fakeGitHub.edit(
        ...Array.from(
          { length: 200 },
          (_, index) => ({ edit: 'deleteRepository', organization, repository: name(index) }) as const,
        ),
      );
      assert.equal((await gitHub.repositories(organization)).length, 42);
    });
  });
});

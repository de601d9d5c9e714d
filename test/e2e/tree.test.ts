import assert from 'node:assert/strict';
import { stage } from './stage';
import { manyRepositories, secretPath } from './support';
import { treeFixture } from './treeFixture';

describe('the tree', () => {
  const on = stage({ fixture: treeFixture });

  it('shows organization, secrets and selected repositories, in words', async () => {
    const { secrets } = on.window;
    await secrets.expand('NPM_TOKEN');
    await secrets.row('billing').waitFor();
    const all = await secrets.rows();
    // An organization that was open before keeps its count while it is shut.
    const shut = all.slice(all.findIndex(({ label }) => label === 'globex'));
    assert.deepEqual(
      shut.map(({ label }) => label),
      ['globex', 'initrode', 'umbrella', 'Your Codespaces secrets'],
    );
    const rows = all
      .slice(0, -shut.length)
      .map(({ level, label, description, accessibleLabel }) => [
        level,
        label,
        description,
        accessibleLabel.replace(', has actions', ''),
      ]);
    assert.deepEqual(rows, [
      [1, 'acme', '5 secrets', 'acme, organization, 5 secrets'],
      [
        2,
        'DB_URL',
        'private · yesterday',
        'DB_URL, secret, Private and internal repositories, updated yesterday',
      ],
      [
        2,
        'NPM_TOKEN',
        '4 repositories · 3 days ago',
        'NPM_TOKEN, secret, 4 repositories, updated 3 days ago',
      ],
      [3, 'billing', 'private', 'billing, private repository'],
      [3, 'docs', 'public', 'docs, public repository'],
      [3, 'legacy-billing', 'private, archived', 'legacy-billing, private, archived repository'],
      [3, 'service-catalog', 'internal', 'service-catalog, internal repository'],
      [
        2,
        'PYPI_TOKEN',
        'selected · 5 months ago',
        'PYPI_TOKEN, secret, Selected repositories, updated 5 months ago',
      ],
      [
        2,
        'SENTRY_DSN',
        '⚠ 2 years · all',
        'SENTRY_DSN, secret, All repositories, updated 2 years ago. The value is more than 180 days old.',
      ],
      [2, 'UNUSED', 'selected · 1 hour ago', 'UNUSED, secret, Selected repositories, updated 1 hour ago'],
    ]);
  });

  it('has children only where repositories were selected', async () => {
    const { secrets } = on.window;
    const expandable = (await secrets.rows())
      .filter(({ level, expanded }) => level === 2 && expanded !== undefined)
      .map(({ label }) => label);
    assert.deepEqual(expandable, ['NPM_TOKEN', 'PYPI_TOKEN', 'UNUSED']);
  });

  it('tells the exact times, the visibility and the page of a secret when pointed at', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.edit({
      edit: 'createSecret',
      organization: 'acme',
      name: 'NPM_TOKEN',
      visibility: 'selected',
      createdAt: Date.UTC(2022, 5, 1, 9, 30),
      updatedAt: Date.UTC(2025, 0, 10, 18, 5, 7),
    });
    await window.secrets.clickTitle('Refresh');
    await window.secrets.described('NPM_TOKEN', 'year');
    const tooltip = await window.secrets.tooltip('NPM_TOKEN');
    assert.deepEqual(
      (await tooltip.innerText()).split('\n').filter(line => line.trim() !== ''),
      [
        'NPM_TOKEN',
        ' Selected repositories',
        'Updated Friday, January 10, 2025 at 6:05:07 PM UTC',
        'Created Wednesday, June 1, 2022 at 9:30:00 AM UTC',
        ' The value is more than 180 days old.',
        'Open on GitHub',
      ],
    );
    assert.equal(
      await tooltip.getByText('Open on GitHub').getAttribute('data-href'),
      'https://github.com/organizations/acme/settings/secrets/codespaces',
    );
  });

  it('leads from an organization without secrets to the first one', async () => {
    const { window } = on;
    await window.secrets.expand('umbrella');
    await window.secrets.click('No Codespaces secrets yet. Create one...');
    await window.input.shown('Create Secret (1/3)');
    await window.input.escape();
    await window.input.closed();
  });

  it('leads from a secret without repositories to the choice of some', async () => {
    const { window } = on;
    await window.secrets.expand('UNUSED');
    await window.secrets.click('No repository can use it yet. Select some...');
    await window.input.shown('Edit Repository Access of UNUSED');
    await window.input.escape();
    await window.input.closed();
  });

  it('shows a secret with 300 repositories whole', async () => {
    const { fakeGitHub, window } = on;
    const { edits, names } = manyRepositories(300);
    fakeGitHub.edit(...edits, {
      edit: 'createSecret',
      organization: 'acme',
      name: 'WIDE',
      visibility: 'selected',
      repositories: names,
    });
    await window.secrets.clickTitle('Refresh');
    await window.secrets.row('WIDE').waitFor();
    fakeGitHub.forgetRequests();
    await window.secrets.expand('WIDE');
    await window.secrets.row('repository-001').waitFor();
    const pages = fakeGitHub.requestsTo({ path: secretPath('WIDE', '/repositories') });
    assert.deepEqual(pages.map(({ path }) => /&page=(\d)/.exec(path)?.[1]).sort(), ['1', '2', '3']);
    await window.secrets.scrollTo('repository-300');
    await window.secrets.scrollTo('umbrella');
  });

  it('shows long names whole to those who hear them or point at them', async () => {
    const { fakeGitHub, window } = on;
    const name = 'THE_TOKEN_OF_THE_REGISTRY_'.repeat(6) + 'X';
    const repository = 'a-repository-with-a-long-name-'.repeat(3) + 'x';
    fakeGitHub.edit(
      { edit: 'createRepository', organization: 'acme', repository },
      {
        edit: 'createSecret',
        organization: 'acme',
        name,
        visibility: 'selected',
        repositories: [repository],
      },
    );
    await window.secrets.clickTitle('Refresh');
    await window.secrets.expand(name);
    await window.secrets.row(repository).waitFor();
    await window.secrets.described(name, '1 repository');
    const row = (await window.secrets.rows()).find(({ label }) => label === name);
    assert.match(row?.accessibleLabel ?? '', new RegExp(`^${name}, secret, 1 repository`));
    assert.match(await (await window.secrets.tooltip(name)).innerText(), new RegExp(`^${name}`));
  });
});

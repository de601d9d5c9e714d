import assert from 'node:assert/strict';
import { stage } from './stage';
import { fixtureWith, manyRepositories, secretPath } from './support';
import type { Window } from './window';

const command = 'Codespaces Secrets: Find Secret or Repository...';
const title = 'Find Secret or Repository';

/** Waits until the pick has everything. */
async function loaded({ input }: Window): Promise<void> {
  await input.shown(title);
  await input.widget.locator('input[placeholder="Search by name"]').waitFor();
}

describe('Find Secret or Repository...', () => {
  const on = stage();

  it('says who can use a secret, and shows it in its view', async () => {
    const { window } = on;
    const { input, secrets } = window;
    await secrets.clickTitle('Find Secret or Repository...');
    await loaded(window);
    await input.type('npm');
    await input.item('NPM_TOKEN').filter({ hasText: '2 repositories' }).waitFor();
    await input.type('sentry');
    await input
      .item('SENTRY_DSN')
      .filter({ hasText: /years? · all/ })
      .waitFor();
    await input.accept();
    await input.closed();
    await secrets.row('SENTRY_DSN').and(window.page.locator('.selected.focused')).waitFor();
    assert.deepEqual(await secrets.selected(), ['SENTRY_DSN']);
  });

  it('says what a repository gets and why, and shows it in its view', async () => {
    const { window } = on;
    const { input, repositories } = window;
    await window.run(command);
    await loaded(window);
    await input.type('service-cat');
    const words = 'DB_URL (private), NPM_TOKEN (selected), SENTRY_DSN (all)';
    await input.item('service-catalog').filter({ hasText: words }).waitFor();
    await input.item('service-catalog').filter({ hasText: '3 secrets · internal' }).waitFor();
    await input.accept();
    await repositories.row('service-catalog').and(window.page.locator('.selected')).waitFor();
    await repositories.row('NPM_TOKEN').waitFor();
    assert.deepEqual(await repositories.selected(), ['service-catalog']);
  });

  it('opens at once, and keeps what is typed and highlighted while more arrives', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await window.secrets.clickTitle('Refresh');
    const path = '/orgs/umbrella/*';
    const slow = fakeGitHub.fault({ kind: 'hold', path, times: 'always' });
    fakeGitHub.edit({ edit: 'createSecret', organization: 'umbrella', name: 'A_TOKEN', visibility: 'all' });
    await window.run(command);
    await input.shown(title);
    await input.type('token');
    await input.item('PYPI_TOKEN').filter({ hasText: '1 repository' }).waitFor();
    await window.page.keyboard.press('ArrowDown');
    const active = input.items.and(window.page.locator('.focused'));
    await active.filter({ hasText: 'PYPI_TOKEN' }).waitFor();
    slow.release();
    await input.item('A_TOKEN').waitFor();
    await loaded(window);
    assert.equal(await input.box.inputValue(), 'token');
    await active.filter({ hasText: 'PYPI_TOKEN' }).waitFor();
    await input.accept();
    await window.secrets.row('PYPI_TOKEN').and(window.page.locator('.selected')).waitFor();
  });

  it('names an organization that could not be loaded, and loads it again', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await window.secrets.clickTitle('Refresh');
    const failing = fakeGitHub.fault({
      kind: 'status',
      status: 422,
      path: '/orgs/umbrella/codespaces/secrets',
      times: 'always',
    });
    await window.run(command);
    await loaded(window);
    await input.item("Couldn't load globex").filter({ hasText: 'Authorize...' }).waitFor();
    failing.end();
    fakeGitHub.edit({ edit: 'createSecret', organization: 'umbrella', name: 'FOUND', visibility: 'all' });
    await input.pick("Couldn't load umbrella");
    await input.item("Couldn't load umbrella").waitFor({ state: 'detached' });
    await input.type('FOUND');
    await input.item('FOUND').waitFor();
    await input.escape();
  });
});

describe('Find Secret or Repository... among 3,000 repositories', () => {
  const on = stage({ fixture: () => fixtureWith(...manyRepositories(3000).edits) });

  it('finds one of them', async () => {
    const { fakeGitHub, window } = on;
    const { input, repositories } = window;
    fakeGitHub.edit({
      edit: 'selectRepository',
      organization: 'acme',
      name: 'NPM_TOKEN',
      repository: 'repository-2999',
    });
    await window.secrets.clickTitle('Refresh');
    await fakeGitHub.answered({ path: secretPath('').slice(0, -1) });
    await window.run(command);
    await loaded(window);
    await input.type('repository-2999');
    await input.item('repository-2999').filter({ hasText: 'NPM_TOKEN (selected)' }).waitFor();
    await input.accept();
    await repositories.row('repository-2999').and(window.page.locator('.selected')).waitFor();
  });
});

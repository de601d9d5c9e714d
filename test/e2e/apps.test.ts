import assert from 'node:assert/strict';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import type { Settings } from '../vscode/settings';
import { openWindow, type Window } from './window';

const apps = ['codespaces', 'actions', 'dependabot', 'agents'] as const;
const settings = {
  'codespacesOrgSecrets.apps': apps,
  'codespacesOrgSecrets.organizations': ['acme'],
};
const list = (app: string): string => `/orgs/acme/${app}/secrets`;

describe('several apps in the Secrets view', () => {
  let fakeGitHub: FakeGitHubServer;
  let window: Window;
  const open = async (options: Settings = settings): Promise<void> => {
    window = await openWindow({ fakeGitHub, settings: options });
    await window.openContainer();
  };
  /** How often the lists of each app were asked for. */
  const looks = (): string[] =>
    fakeGitHub.requests.map(({ path }) => path.replace(/\?.*/, '')).filter(path => path.endsWith('/secrets'));
  beforeEach(async () => {
    fakeGitHub = await startFakeGitHub();
  });
  afterEach(async () => {
    await fakeGitHub.close();
    assert.deepEqual(fakeGitHub.violations, []);
  });

  it('have a row each, which is loaded when it is opened, fails on its own, and then has a count', async () => {
    fakeGitHub.fault({
      kind: 'status',
      status: 403,
      path: list('dependabot'),
      times: 'always',
      body: { message: 'You must be an org admin or have the dependabot secrets fine-grained permission.' },
    });
    await open();
    const { secrets } = window;
    await secrets.row('Agents').waitFor();
    assert.deepEqual(await secrets.children('acme'), ['Codespaces', 'Actions', 'Dependabot', 'Agents']);
    assert.deepEqual(looks(), []);
    await secrets.expand('Actions');
    await secrets.described('Actions', '2 secrets');
    assert.deepEqual(await secrets.children('Actions'), ['DEPLOY_KEY', 'NPM_TOKEN']);
    assert.deepEqual(looks(), [list('actions')]);
    await secrets.expand('Dependabot');
    await secrets.row('You are not an owner').waitFor();
    await secrets.collapse('Dependabot');
    await secrets.expand('DEPLOY_KEY');
    await secrets.row('website').waitFor();
    assert.deepEqual(await secrets.children('DEPLOY_KEY'), ['billing', 'website']);
  });

  it('are chosen from the menu of the view, and one app alone has no row', async () => {
    await open({ 'codespacesOrgSecrets.organizations': ['acme'] });
    const { input, secrets } = window;
    await secrets.filled('acme');
    assert.deepEqual((await secrets.children('acme'))[0], 'DB_URL');
    await window.run('Codespaces Secrets: Choose Apps to Show...');
    await input.shown('Choose Apps to Show');
    assert.deepEqual(await input.checked(), ['Codespaces']);
    await input.check('Actions');
    await input.ok();
    await secrets.row('Actions').waitFor();
    assert.deepEqual(await secrets.children('acme'), ['Codespaces', 'Actions']);
    await window.run('Codespaces Secrets: Choose Apps to Show...');
    await input.check('Codespaces', false);
    await input.ok();
    await secrets.row('DEPLOY_KEY').waitFor();
    assert.deepEqual(await secrets.children('acme'), ['DEPLOY_KEY', 'NPM_TOKEN']);
  });

  it('get one value at once: the same name is listed with its access, and only the first is checked', async () => {
    await open();
    const { input, secrets } = window;
    const before = fakeGitHub.secret('acme', 'NPM_TOKEN', 'dependabot')?.repositories;
    await secrets.expand('Actions');
    await secrets.clickInline('NPM_TOKEN', 'Rotate Value...');
    await input.shown('Rotate NPM_TOKEN (Actions)');
    await fakeGitHub.answered({ path: `${list('agents')}/NPM_TOKEN` });
    await input.type('n3w');
    await input.accept();
    await input.shown('Rotate NPM_TOKEN (Actions) (2/2)');
    assert.deepEqual(await input.labels(), ['acme · Actions', 'acme · Codespaces', 'acme · Dependabot']);
    assert.deepEqual(await input.checked(), ['acme · Actions']);
    await input.clickButton('Select All in acme');
    await input.count.filter({ hasText: '3 Selected' }).waitFor();
    await input.ok();
    await fakeGitHub.answered({ method: 'PUT' }, 3);
    for (const app of ['codespaces', 'actions', 'dependabot'] as const)
      assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN', app), 'n3w', app);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN', 'dependabot')?.repositories, before);
    await window.page
      .locator('.statusbar')
      .getByText('NPM_TOKEN was rotated in acme (Actions, Codespaces, Dependabot).')
      .waitFor();
  });

  it('say in the Repositories view which secrets a repository gets of each', async () => {
    await open();
    const { repositories } = window;
    await repositories.expand('acme');
    await repositories.expand('billing');
    await repositories.described('NPM_TOKEN', /^Codespaces · .*selected$/);
    await repositories.described('NPM_TOKEN', /^Actions · .*all$/);
    await repositories.described('DEPLOY_KEY', /^Actions · .*selected$/);
    await repositories.described('billing', /^\d+ secrets · private$/);
  });
});

import assert from 'node:assert/strict';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import { AccessMapPage, openAccessMap } from './accessMapPage';
import { isAccessible } from './accessibility';
import { openWindow, type Window } from './window';

describe('the access map of several apps', () => {
  let fakeGitHub: FakeGitHubServer;
  let window: Window;
  let map: AccessMapPage;
  beforeEach(async () => {
    fakeGitHub = await startFakeGitHub();
    window = await openWindow({
      fakeGitHub,
      settings: { 'codespacesOrgSecrets.apps': ['codespaces', 'actions', 'dependabot'] },
    });
    await window.openContainer();
    await window.secrets.row('Dependabot').first().waitFor();
    map = new AccessMapPage(window);
  });
  afterEach(() => fakeGitHub.close());

  it('can be filtered by app, also after it was hidden', async () => {
    await openAccessMap(window, 'acme');
    await map.filled();
    await map.app.selectOption('Actions');
    assert.deepEqual(await map.secrets(), ['DEPLOY_KEY (Actions)', 'NPM_TOKEN (Actions)']);
    await isAccessible(window, 'the grid of one app');
    await window.run('File: New Untitled Text File');
    await map.grid.waitFor({ state: 'hidden' });
    await window.run('View: Close Editor');
    await map.filled();
    await map.head('columnheader', 'DEPLOY_KEY \\(Actions\\)').waitFor();
    assert.deepEqual(await map.secrets(), ['DEPLOY_KEY (Actions)', 'NPM_TOKEN (Actions)']);
    await map.app.selectOption('All apps');
    assert.equal((await map.secrets()).length, 8);
  });

  it('says which apps are missing, for as long as they are', async () => {
    const refused = fakeGitHub.fault({
      path: '/orgs/acme/dependabot/secrets',
      kind: 'status',
      status: 403,
      body: { message: 'You must be an org admin or have the actions secrets fine-grained permission.' },
      times: 'always',
    });
    await window.secrets.clickTitle('Refresh');
    await openAccessMap(window, 'acme');
    await map.filled();
    await map.missing.filter({ hasText: 'Dependabot secrets are missing: You are not an owner' }).waitFor();
    assert.deepEqual(await map.app.locator('option').allInnerTexts(), ['All apps', 'Codespaces', 'Actions']);
    await isAccessible(window, 'the grid without an app');
    refused.end();
    await map.button('Refresh').click();
    await map.missing.waitFor({ state: 'hidden' });
    await map.head('columnheader', 'NPM_TOKEN \\(Dependabot\\)').waitFor();
  });
});

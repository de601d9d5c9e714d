import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { openWindow } from './window';

describe('a VS Code window', () => {
  let fakeGitHub: FakeGitHubServer;
  before(async () => {
    fakeGitHub = await startFakeGitHub();
  });
  after(() => fakeGitHub.close());

  it('has the extension in its activity bar', async () => {
    const window = await openWindow({ fakeGitHub });
    await window.openContainer();
    assert.ok(await window.secrets.pane.isVisible());
  });
});

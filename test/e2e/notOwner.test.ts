import assert from 'node:assert/strict';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import { openWindow, type Window } from './window';

describe('somebody who owns no organization', () => {
  let fakeGitHub: FakeGitHubServer;
  let window: Window;

  beforeEach(async () => {
    fakeGitHub = await startFakeGitHub();
    const folder = 'vscode-vfs://github/acme/billing';
    window = await openWindow({ fakeGitHub, users: ['mona'], folder });
    await window.openContainer();
  });
  afterEach(async () => {
    assert.deepEqual(fakeGitHub.violations, []);
    await fakeGitHub.close();
  });

  it('sees the open repository that they can write to, with its own secrets and why the others are missing', async () => {
    const { repositories, secrets } = window;
    await secrets.described('You own no organization', 'Name Some...');
    await repositories.expand('acme');
    await repositories.described('billing', 'open here · private');
    await repositories.expand('billing');
    await repositories.row('STRIPE_KEY').waitFor();
    const rows = (await repositories.rows()).map(({ label }) => label);
    assert.deepEqual(rows, [
      'acme',
      'billing',
      'Codespaces: You are not an owner',
      'NPM_TOKEN',
      'STRIPE_KEY',
    ]);
  });

  it("rotates and creates the repository's own secrets", async () => {
    const { input, repositories } = window;
    await repositories.expand('acme');
    await repositories.expand('billing');
    await repositories.clickInline('STRIPE_KEY', 'Rotate Value...');
    await input.shown('Rotate STRIPE_KEY');
    await input.type('n3w');
    await input.accept();
    await fakeGitHub.answered({ method: 'PUT', path: '/repos/acme/billing/codespaces/secrets/STRIPE_KEY' });
    assert.equal(fakeGitHub.repositoryValue('acme/billing', 'STRIPE_KEY'), 'n3w');

    await repositories.clickMenu('billing', 'Create Secret...');
    await input.shown('Create Secret (1/2)');
    await input.type('MAPS_KEY');
    await input.accept();
    await input.shown('Create Secret (2/2)');
    await input.type('first');
    await input.accept();
    await repositories.row('MAPS_KEY').waitFor();
    assert.equal(fakeGitHub.repositoryValue('acme/billing', 'MAPS_KEY'), 'first');
    assert.deepEqual(
      fakeGitHub.requests.filter(({ method, path }) => method !== 'GET' && path.startsWith('/orgs/')),
      [],
    );
  });
});

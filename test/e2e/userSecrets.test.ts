import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { userSelection } from '../userSelection';
import { allowUserSecrets, declineUserSecrets } from './support';
import { openWindow } from './window';

describe("the user's own secrets", () => {
  let fakeGitHub: FakeGitHubServer;
  beforeEach(async () => (fakeGitHub = await startFakeGitHub()));
  afterEach(async () => {
    assert.deepEqual(fakeGitHub.violations, []);
    await fakeGitHub.close();
  });
  const asked = (): string[] =>
    fakeGitHub.requests.filter(({ path }) => path.startsWith('/user/codespaces')).map(({ path }) => path);

  it('are asked for when the user opens them, and not before; declining leaves everything else working', async () => {
    const window = await openWindow({ fakeGitHub });
    const { dialog, secrets } = window;
    await window.openContainer();
    await secrets.expand('NPM_TOKEN');
    await secrets.row('billing').waitFor();
    assert.equal(await dialog.box.count(), 0);
    await secrets.expand('Your Codespaces secrets');
    await declineUserSecrets(window);
    await secrets.described('Needs your permission', 'Allow Access...');
    await secrets.clickTitle('Refresh');
    await secrets.filled('acme');
    await secrets.described('Needs your permission', 'Allow Access...');
    assert.equal(await dialog.box.count(), 0);
    assert.deepEqual(asked(), []);

    await secrets.click('Needs your permission');
    await allowUserSecrets(window, 'gho_test_secrets');
    await secrets.row('OPENAI_API_KEY').waitFor();
    await secrets.described('Your Codespaces secrets', '3 secrets');
  });

  it('are rotated and go to the repositories that the user chooses', async () => {
    const window = await openWindow({ fakeGitHub, hasUserSecretsSession: true });
    const { input, secrets } = window;
    await window.openContainer();
    await secrets.filled('acme');
    await secrets.expand('Your Codespaces secrets');
    await secrets.expand('OPENAI_API_KEY');
    await secrets.row('acme/billing').waitFor();
    await secrets.clickInline('OPENAI_API_KEY', 'Rotate Value...');
    await input.shown('Rotate OPENAI_API_KEY');
    await input.type('n3w');
    await input.accept();
    await input.closed();
    await fakeGitHub.answered({ method: 'PUT', path: '/user/codespaces/secrets/OPENAI_API_KEY' });
    assert.equal(fakeGitHub.userValue('octocat', 'OPENAI_API_KEY'), 'n3w');
    assert.deepEqual(fakeGitHub.userSecret('octocat', 'OPENAI_API_KEY')?.repositories, [
      'acme/api-gateway',
      'acme/billing',
    ]);

    await secrets.clickInline('OPENAI_API_KEY', 'Edit Repository Access...');
    await input.item('octocat/dotfiles').waitFor();
    assert.deepEqual(await input.checked(), ['acme/api-gateway', 'acme/billing']);
    await input.check('acme/billing', false);
    await input.check('octocat/dotfiles');
    await input.ok();
    await secrets.row('octocat/dotfiles').waitFor();
    await secrets.gone('acme/billing');
    assert.deepEqual(fakeGitHub.userSecret('octocat', 'OPENAI_API_KEY')?.repositories, [
      'acme/api-gateway',
      'octocat/dotfiles',
    ]);
  });

  it('say that GitHub lists only some of their repositories, and are still taken from one of them', async () => {
    const [name, organization] = ['OPENAI_API_KEY', 'globex'];
    const repositories = ['acme/billing', 'acme/payments', 'globex/reactor'];
    fakeGitHub.edit(userSelection(name, ...repositories));
    const window = await openWindow({ fakeGitHub, hasUserSecretsSession: true });
    const { input, notifications, secrets } = window;
    await window.openContainer();
    await secrets.filled('acme');
    await secrets.collapse('acme');
    await secrets.expand('Your Codespaces secrets');
    await secrets.expand(name);
    await secrets.row('GitHub lists only some of them').waitFor();
    const row = (await secrets.rows()).find(({ label }) => label === name);
    assert.match(row?.accessibleLabel ?? '', /Selected repositories/);
    await secrets.clickInline('acme/payments', 'Remove Repository from Secret');
    await secrets.gone('acme/payments');
    const selected = () => fakeGitHub.userSecret('octocat', name)?.repositories;
    assert.deepEqual(selected(), ['acme/billing', 'globex/reactor']);
    await notifications.click('1 repository can no longer use OPENAI_API_KEY.', 'Undo');
    await secrets.row('acme/payments').waitFor();
    assert.deepEqual(selected(), repositories);
    // Whether a repository had access before is not known for sure, so granting it has no Undo.
    await secrets.clickInline(name, 'Edit Repository Access...');
    await input.check('octocat/dotfiles');
    await input.ok();
    assert.deepEqual(await notifications.buttons('1 repository can now use OPENAI_API_KEY.'), []);

    fakeGitHub.edit({ edit: 'authorizeToken', token: 'gho_test_secrets', organization });
    await secrets.click('GitHub lists only some of them');
    await secrets.row('globex/reactor').waitFor();
    await secrets.gone('GitHub lists only some of them');
  });
});

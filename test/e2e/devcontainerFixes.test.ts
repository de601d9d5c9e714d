import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { type DevcontainerEditor, type DevcontainerOptions, openDevcontainer } from './devcontainerEditor';
import { allowUserSecrets, declineUserSecrets } from './support';

/** Confirms the name of a new secret, which is known, and types its value. */
async function create({ window }: DevcontainerEditor): Promise<void> {
  const { input } = window;
  await input.shown(/^Create Secret \(1/);
  await input.accept();
  await input.shown(/^Create Secret \(2/);
  await input.type('the value');
  await input.accept();
}

/** Confirms the repositories of a new secret: the one that the finding is about. */
async function confirmRepository(
  { window: { input } }: DevcontainerEditor,
  repository: string,
): Promise<void> {
  await input.checkedIs(repository);
  await input.ok();
}

describe('the quick fixes of devcontainer.json', () => {
  let fakeGitHub: FakeGitHubServer;
  before(async () => (fakeGitHub = await startFakeGitHub()));
  after(() => fakeGitHub.close());
  afterEach(() => {
    assert.deepEqual(fakeGitHub.violations, []);
    fakeGitHub.reset();
  });
  const open = (options: Omit<DevcontainerOptions, 'fakeGitHub'>) =>
    openDevcontainer({ fakeGitHub, hasUserSecretsSession: true, ...options });

  it('grant a secret of the organization, and one of the user, after a dialog', async () => {
    const editor = await open({ declares: ['PYPI_TOKEN', 'SCRATCH'] });
    const { dialog } = editor.window;
    await editor.shows('warning PYPI_TOKEN', 'warning SCRATCH');
    await editor.status('Secrets: 2 missing');
    assert.deepEqual(await editor.fixes('PYPI_TOKEN'), [
      'Grant PYPI_TOKEN to billing',
      'Create for This Repository...',
      'Create for You...',
      'Open in Secrets View',
    ]);
    await editor.fix('PYPI_TOKEN', 'Grant PYPI_TOKEN to billing');
    assert.match(await dialog.detail(), /^Grants PYPI_TOKEN to 1 repository\./);
    await dialog.click('Apply');
    await editor.shows('warning SCRATCH');
    await editor.fix('SCRATCH', 'Grant SCRATCH to billing');
    await dialog.click('Apply');
    await editor.shows();
    assert.deepEqual(fakeGitHub.secret('acme', 'PYPI_TOKEN')?.repositories, ['billing', 'sdk-python']);
    assert.deepEqual(fakeGitHub.userSecret('octocat', 'SCRATCH')?.repositories, ['acme/billing']);
    await editor.status('Secrets: none missing');
  });

  it('create a secret of the organization, of the repository and of the user', async () => {
    const editor = await open({ declares: ['FOR_ACME', 'FOR_BILLING', 'FOR_ME'] });
    await editor.shows('hint FOR_ACME', 'hint FOR_BILLING', 'hint FOR_ME');
    const titles = ['Create in acme...', 'Create for This Repository...', 'Create for You...'];
    assert.deepEqual(await editor.fixes('FOR_ACME'), titles);
    await editor.fix('FOR_ACME', 'Create in acme...');
    await create(editor);
    await editor.window.input.shown('Create Secret (3/4)');
    await editor.window.input.accept();
    await confirmRepository(editor, 'billing');
    await editor.shows('hint FOR_BILLING', 'hint FOR_ME');
    await editor.fix('FOR_BILLING', 'Create for This Repository...');
    await create(editor);
    await editor.shows('hint FOR_ME');
    await editor.fix('FOR_ME', 'Create for You...');
    await create(editor);
    await confirmRepository(editor, 'acme/billing');
    await editor.shows();
    assert.equal(fakeGitHub.value('acme', 'FOR_ACME'), 'the value');
    assert.equal(fakeGitHub.repositoryValue('acme/billing', 'FOR_BILLING'), 'the value');
    assert.equal(fakeGitHub.userValue('octocat', 'FOR_ME'), 'the value');
    assert.deepEqual(fakeGitHub.userSecret('octocat', 'FOR_ME')?.repositories, ['acme/billing']);
  });

  it('ask for access to the user’s own secrets, and go on without it', async () => {
    const editor = await open({ hasUserSecretsSession: false, declares: ['FOR_ME', 'PYPI_TOKEN'] });
    const { window } = editor;
    await editor.shows('hint FOR_ME', 'warning PYPI_TOKEN');
    await editor.fix('FOR_ME', 'Create for You...');
    await declineUserSecrets(window);
    await window.notifications.clear();
    await editor.fix('PYPI_TOKEN', 'Grant PYPI_TOKEN to billing');
    await window.dialog.click('Apply');
    await editor.shows('hint FOR_ME');
    await editor.fix('FOR_ME', 'Create for You...');
    await allowUserSecrets(window, 'gho_test_secrets');
    await create(editor);
    await confirmRepository(editor, 'acme/billing');
    await editor.shows();
    assert.equal(fakeGitHub.userValue('octocat', 'FOR_ME'), 'the value');
  });

  it('change a visibility that leaves the repository out', async () => {
    const editor = await open({ folder: 'folder:/website', declares: ['DB_URL'] });
    await editor.shows('warning DB_URL');
    await editor.fix('DB_URL', 'Change Visibility of DB_URL...');
    await editor.window.input.pick('All repositories');
    await editor.window.dialog.click('Apply');
    await editor.shows();
    assert.equal(fakeGitHub.secret('acme', 'DB_URL')?.visibility, 'all');
  });

  it('show a secret in the Secrets view', async () => {
    const editor = await open({ declares: ['PYPI_TOKEN'] });
    const { window } = editor;
    await editor.shows('warning PYPI_TOKEN');
    await editor.fix('PYPI_TOKEN', 'Open in Secrets View');
    await window.secrets.row('PYPI_TOKEN').and(window.page.locator('.selected')).waitFor();
    assert.deepEqual(await window.secrets.selected(), ['PYPI_TOKEN']);
  });

  it('copy a request for an owner to whoever can’t see the organization’s secrets', async () => {
    const editor = await open({
      users: ['mona'],
      hasUserSecretsSession: false,
      declares: ['PYPI_TOKEN', 'STRIPE_KEY'],
    });
    const { window } = editor;
    await editor.shows('hint PYPI_TOKEN');
    const words = /Not in acme\/billing's secrets\. You can't see acme's: ask an owner\./;
    assert.match(await editor.hover('PYPI_TOKEN'), words);
    assert.deepEqual(await editor.fixes('PYPI_TOKEN'), [
      'Create for This Repository...',
      'Create for You...',
      'Copy Request for an Owner',
    ]);
    await editor.fix('PYPI_TOKEN', 'Copy Request for an Owner');
    const request = await window.clipboardWith('PYPI_TOKEN');
    assert.match(request, /acme\/billing.*PYPI_TOKEN.*devcontainer\.json/);
    await editor.status('Secrets: none missing');
    await editor.fix('PYPI_TOKEN', 'Create for This Repository...');
    await create(editor);
    await editor.shows();
    assert.equal(fakeGitHub.repositoryValue('acme/billing', 'PYPI_TOKEN'), 'the value');
  });

  it('replace a misspelt property', async () => {
    const declares = '{\n\t"secrets": {\n\t\t"STRIPE_KEY": {\n\t\t\t"desciption": "Pays"\n\t\t}\n\t}\n}\n';
    const editor = await open({ declares });
    await editor.shows('error desciption');
    await editor.fix('desciption', 'Replace with "description"');
    await editor.shows();
    assert.equal(await editor.text(), declares.replace('desciption', 'description'));
    await editor.unsaved.waitFor();
  });
});

import assert from 'node:assert/strict';
import { devcontainerStage } from './devcontainerStage';
import { confirmRepository, createNamed } from './fixFlows';
import { allowUserSecrets, declineUserSecrets } from './support';

describe('the quick fixes of devcontainer.json', () => {
  const stage = devcontainerStage();

  it('grant a secret of the organization, and one of the user, after a dialog', async () => {
    const editor = await stage.open({ declares: ['PYPI_TOKEN', 'SCRATCH'] });
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
    assert.deepEqual(stage.fakeGitHub.secret('acme', 'PYPI_TOKEN')?.repositories, ['billing', 'sdk-python']);
    assert.deepEqual(stage.fakeGitHub.userSecret('octocat', 'SCRATCH')?.repositories, ['acme/billing']);
    await editor.status('Secrets: none missing');
  });

  it('create a secret of the organization, of the repository and of the user', async () => {
    const editor = await stage.open({ declares: ['FOR_ACME', 'FOR_BILLING', 'FOR_ME'] });
    await editor.shows('hint FOR_ACME', 'hint FOR_BILLING', 'hint FOR_ME');
    const titles = ['Create in acme...', 'Create for This Repository...', 'Create for You...'];
    assert.deepEqual(await editor.fixes('FOR_ACME'), titles);
    await editor.fix('FOR_ACME', 'Create in acme...');
    await createNamed(editor);
    await editor.window.input.shown('Create Secret (3/4)');
    await editor.window.input.accept();
    await confirmRepository(editor, 'billing');
    await editor.shows('hint FOR_BILLING', 'hint FOR_ME');
    await editor.fix('FOR_BILLING', 'Create for This Repository...');
    await createNamed(editor);
    await editor.shows('hint FOR_ME');
    await editor.fix('FOR_ME', 'Create for You...');
    await createNamed(editor);
    await confirmRepository(editor, 'acme/billing');
    await editor.shows();
    assert.equal(stage.fakeGitHub.value('acme', 'FOR_ACME'), 'the value');
    assert.equal(stage.fakeGitHub.repositoryValue('acme/billing', 'FOR_BILLING'), 'the value');
    assert.equal(stage.fakeGitHub.userValue('octocat', 'FOR_ME'), 'the value');
    assert.deepEqual(stage.fakeGitHub.userSecret('octocat', 'FOR_ME')?.repositories, ['acme/billing']);
  });

  it('ask for access to the user’s own secrets, and go on without it', async () => {
    const editor = await stage.open({ hasUserSecretsSession: false, declares: ['FOR_ME', 'PYPI_TOKEN'] });
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
    await createNamed(editor);
    await confirmRepository(editor, 'acme/billing');
    await editor.shows();
    assert.equal(stage.fakeGitHub.userValue('octocat', 'FOR_ME'), 'the value');
  });

  it('change a visibility that leaves the repository out', async () => {
    const editor = await stage.open({ folder: 'folder:/website', declares: ['DB_URL'] });
    await editor.shows('warning DB_URL');
    await editor.fix('DB_URL', 'Change Visibility of DB_URL...');
    await editor.window.input.pick('All repositories');
    await editor.window.dialog.click('Apply');
    await editor.shows();
    assert.equal(stage.fakeGitHub.secret('acme', 'DB_URL')?.visibility, 'all');
  });

  const becomes = (name: string, visibility: 'private' | 'all') =>
    ({ edit: 'setVisibility', organization: 'acme', name, visibility }) as const;

  it('grant nothing where the visibility has changed, and say so', async () => {
    const editor = await stage.open({ declares: ['PYPI_TOKEN'] });
    await editor.shows('warning PYPI_TOKEN');
    stage.fakeGitHub.edit(becomes('PYPI_TOKEN', 'private'));
    stage.fakeGitHub.forgetRequests();
    await editor.fix('PYPI_TOKEN', 'Grant PYPI_TOKEN to billing');
    await editor.window.notifications.shown(
      "Skipped, because they don't have selected repositories: PYPI_TOKEN",
    );
    await editor.shows();
    assert.ok(stage.fakeGitHub.requests.every(({ method }) => method === 'GET'));
  });

  it('tell of a visibility that changed behind the dialog, and show how it is now', async () => {
    const editor = await stage.open({ declares: ['PYPI_TOKEN'] });
    const { dialog, notifications } = editor.window;
    await editor.shows('warning PYPI_TOKEN');
    stage.fakeGitHub.fault({ kind: 'before', method: 'PUT', edits: [becomes('PYPI_TOKEN', 'private')] });
    await editor.fix('PYPI_TOKEN', 'Grant PYPI_TOKEN to billing');
    await dialog.click('Apply');
    await notifications.shown("Somebody changed the secret's visibility");
    await editor.shows();
    assert.equal(stage.fakeGitHub.secret('acme', 'PYPI_TOKEN')?.visibility, 'private');
  });

  it('show a secret in the Secrets view', async () => {
    const editor = await stage.open({ declares: ['PYPI_TOKEN'] });
    const { window } = editor;
    await editor.shows('warning PYPI_TOKEN');
    await editor.fix('PYPI_TOKEN', 'Open in Secrets View');
    await window.secrets.row('PYPI_TOKEN').and(window.page.locator('.selected')).waitFor();
    assert.deepEqual(await window.secrets.selected(), ['PYPI_TOKEN']);
  });

  it('copy a request for an owner to whoever can’t see the organization’s secrets', async () => {
    const editor = await stage.open({
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
    await createNamed(editor);
    await editor.shows();
    assert.equal(stage.fakeGitHub.repositoryValue('acme/billing', 'PYPI_TOKEN'), 'the value');
  });

  it('replace a misspelt property', async () => {
    const declares = '{\n\t"secrets": {\n\t\t"STRIPE_KEY": {\n\t\t\t"desciption": "Pays"\n\t\t}\n\t}\n}\n';
    const editor = await stage.open({ declares });
    await editor.shows('error desciption');
    await editor.fix('desciption', 'Replace with "description"');
    await editor.shows();
    assert.equal(await editor.text(), declares.replace('desciption', 'description'));
    await editor.unsaved.waitFor();
  });
});

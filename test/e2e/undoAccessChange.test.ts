import assert from 'node:assert/strict';
import { stage } from './stage';

const command = 'Codespaces Secrets: Undo Last Access Change';

describe('Undo Last Access Change', () => {
  const on = stage();

  it('is in the palette until it is run, also after the notification was closed', async () => {
    const { fakeGitHub, window } = on;
    const { notifications, secrets } = window;
    await secrets.expand('NPM_TOKEN');
    await secrets.clickInline('billing', 'Remove Repository from Secret');
    await notifications.shown('1 repository can no longer use NPM_TOKEN.');
    await notifications.clear();
    await window.run(command);
    await secrets.row('billing').waitFor();
    await window.page.getByText('The access change to NPM_TOKEN was undone.').waitFor();
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['billing', 'service-catalog']);
    assert.ok(!(await window.commands(command)).includes(command));
  });

  it('is no longer in the palette once its notification has undone the change', async () => {
    const { window } = on;
    const { notifications, secrets } = window;
    await secrets.expand('NPM_TOKEN');
    await secrets.clickInline('billing', 'Remove Repository from Secret');
    const told = '1 repository can no longer use NPM_TOKEN.';
    await notifications.shown(told);
    assert.ok((await window.commands(command)).includes(command));
    await notifications.click(told, 'Undo');
    await secrets.row('billing').waitFor();
    assert.ok(!(await window.commands(command)).includes(command));
  });

  it('asks before it gives a public repository access again', async () => {
    const { fakeGitHub, window } = on;
    const { dialog, notifications, secrets } = window;
    await secrets.expand('PYPI_TOKEN');
    await secrets.clickInline('sdk-python', 'Remove Repository from Secret');
    await notifications.click('1 repository can no longer use PYPI_TOKEN.', 'Undo');
    assert.equal(await dialog.message(), 'Undo the last access change to PYPI_TOKEN?');
    assert.match(await dialog.detail(), /^Grants PYPI_TOKEN to 1 public repository\./);
    await dialog.click('Cancel');
    assert.deepEqual(fakeGitHub.secret('acme', 'PYPI_TOKEN')?.repositories, []);
    await window.run(command);
    await dialog.click('Undo');
    await secrets.row('sdk-python').waitFor();
  });
});

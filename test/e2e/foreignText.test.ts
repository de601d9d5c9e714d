import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { chooseFile, forgetFiles } from './filePicker';
import { stage } from './stage';

const link = '[x](command:workbench.action.files.newUntitledFile)';

describe('text from outside', () => {
  const on = stage();
  beforeEach(() => forgetFiles(on.window.page));

  /** Waits for a message that can be read as it is, and has neither a link nor an icon in it. */
  async function isPlain(message: Locator, text: string): Promise<void> {
    const shown = message.filter({ hasText: text.slice(0, text.indexOf('(')) });
    await shown.waitFor();
    assert.equal((await shown.innerText()).replaceAll('\u200B', ''), text);
    assert.equal(await shown.locator('a, .codicon').count(), 0);
  }

  it('makes no link in a notification, as the name of a file', async () => {
    const { notifications, page, secrets } = on.window;
    await chooseFile(page, `${link}\u202E.env`, '');
    await secrets.clickMenu('acme', 'Import from .env File...');
    const toast = await notifications.shown('NAME=value');
    await isPlain(
      toast.locator('.notification-list-item-message'),
      `${link}\uFFFD.env is empty. Add lines such as NAME=value, then import it again.`,
    );
  });

  it("makes no link in a notification, in GitHub's own words", async () => {
    const { fakeGitHub, window } = on;
    // Each time, since a 422 can also mean that the public key has changed: then the value is sent once more.
    fakeGitHub.fault({
      kind: 'status',
      status: 422,
      message: `Read ${link} first.`,
      method: 'PUT',
      times: 'always',
    });
    await window.secrets.clickInline('NPM_TOKEN', 'Rotate Value...');
    await window.input.type('s3cret');
    await window.input.accept();
    const toast = await window.notifications.shown('GitHub refused the request');
    await isPlain(
      toast.locator('.notification-list-item-message'),
      `Couldn't rotate NPM_TOKEN. GitHub refused the request: Read ${link} first.`,
    );
  });

  it('makes no link and no icon in an input, as the name of a file', async () => {
    const { input, page, secrets } = on.window;
    await chooseFile(page, `${link}$(check).txt`, '');
    await secrets.clickInline('NPM_TOKEN', 'Rotate Value...');
    await input.clickButton('Read from File...');
    await isPlain(input.message, `${link}$(check).txt is empty. GitHub doesn't accept empty secrets.`);
    await input.escape();
  });
});

import assert from 'node:assert/strict';
import { chooseFile, forgetFiles } from './filePicker';
import { Menu } from './menu';
import { stage } from './stage';
import { writes } from './support';

describe('Save Selection as Secret...', () => {
  const on = stage();
  beforeEach(async () => {
    const { page } = on.window;
    if (await editor().count()) {
      await editor().click();
      await page.keyboard.press('ControlOrMeta+S');
      await on.window.run('View: Close All Editors');
      await editor().waitFor({ state: 'detached' });
    }
    await forgetFiles(page);
  });

  const editor = () => on.window.page.locator('.part.editor .monaco-editor[role="code"]');

  /** Opens a file with one line, and selects a part of it. */
  async function select(name: string, line: string, selected: string): Promise<void> {
    const { page } = on.window;
    await chooseFile(page, name, line);
    await on.window.run('File: Open File...');
    await editor().locator('.view-line').first().waitFor();
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await editor().locator('.view-line').first().click();
    await page.keyboard.press('ControlOrMeta+Home');
    for (let column = 0; column < line.indexOf(selected); column += 1)
      await page.keyboard.press('ArrowRight');
    for (let rest = selected.length; rest > 0; rest -= 1) await page.keyboard.press('Shift+ArrowRight');
  }

  /** The text of the open file, once it holds this. */
  async function text(part: string): Promise<string> {
    await editor().locator('.view-line', { hasText: part }).first().waitFor();
    return (await editor().locator('.view-lines').innerText()).replaceAll('\u00a0', ' ').trim();
  }

  async function begin(): Promise<void> {
    await on.window.run('Codespaces Secrets: Save Selection as Secret...');
  }

  for (const [file, line, name, reference, replaced] of [
    ['.env', 'export API_KEY=s3cret', 'API_KEY', '${API_KEY}', 'export API_KEY=${API_KEY}'],
    [
      'app.js',
      'const apiKey = "s3cret";',
      'API_KEY',
      'process.env.API_KEY',
      'const apiKey = process.env.API_KEY;',
    ],
    [
      'app.ts',
      "const config = { apiKey: 's3cret' };",
      'API_KEY',
      'process.env.API_KEY',
      'const config = { apiKey: process.env.API_KEY };',
    ],
    ['app.py', "api_key = 's3cret'", 'API_KEY', 'os.environ["API_KEY"]', 'api_key = os.environ["API_KEY"]'],
  ] as const)
    it(`creates one from ${file}, and replaces the selection with a reference`, async () => {
      const { fakeGitHub, window } = on;
      const { input, notifications, secrets } = window;
      await select(file, line, 's3cret');
      await begin();
      await input.pick('acme');
      await input.shown('Save Selection as Secret (2/4)');
      assert.equal(await input.box.inputValue(), name);
      await input.accept();
      await input.item('Use it').first().waitFor();
      await input.pick('Use it');
      await input.pick('Private and internal repositories');
      const question = `${name} was created in acme. Replace the selection with ${reference}?`;
      assert.deepEqual(await notifications.buttons(question), ['Replace']);
      assert.equal(fakeGitHub.value('acme', name), 's3cret');
      assert.equal(fakeGitHub.secret('acme', name)?.visibility, 'private');
      await secrets.row(name).waitFor();
      await notifications.click(question, 'Replace');
      assert.equal(await text(reference), replaced);
    });

  it('rotates an existing secret, keeps its access, and says why it offers no reference in plain text', async () => {
    const { fakeGitHub, window } = on;
    const { input, notifications, secrets } = window;
    const before = fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories;
    await select('notes.txt', 'NPM_TOKEN: s3cret', 's3cret');
    await begin();
    await input.pick('acme');
    await input.judged('info', 'NPM_TOKEN already exists. This rotates its value');
    await input.accept();
    await input.pick('Use it');
    await input.closed();
    await secrets.described('NPM_TOKEN', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 's3cret');
    assert.equal(fakeGitHub.secret('acme', 'NPM_TOKEN')?.visibility, 'selected');
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, before);
    const told =
      "NPM_TOKEN was rotated in acme. The value is still in this file, because plain text can't refer to a secret.";
    assert.deepEqual(await notifications.buttons(told), []);
    assert.equal(await text('s3cret'), 'NPM_TOKEN: s3cret');
  });

  it('leaves the sidebar as it is', async () => {
    const { input, notifications, secrets } = on.window;
    await select('app.js', 'const apiKey = "s3cret";', 's3cret');
    await on.window.run('View: Show Explorer');
    await secrets.pane.waitFor({ state: 'hidden' });
    await editor().click();
    await on.window.page.keyboard.press('ControlOrMeta+A');
    await begin();
    await input.pick('acme');
    await input.type('WHOLE');
    await input.accept();
    await input.pick('Use it');
    await input.pick('Selected repositories');
    await input.item('docs').waitFor();
    await input.ok();
    await notifications.shown(
      'WHOLE was created in acme. No repository can use it yet. Use process.env.WHOLE instead.',
    );
    assert.equal(await secrets.pane.isVisible(), false);
    await on.window.openContainer();
    await secrets.row('WHOLE').waitFor();
  });

  it('copies the reference if replacing the selection would break the code', async () => {
    const { notifications, input } = on.window;
    const line = 'const url = "https://user:s3cret@host/";';
    await select('app.js', line, 's3cret');
    await begin();
    await input.pick('acme');
    await input.type('API_KEY');
    await input.accept();
    await input.pick('Use it');
    await input.pick('Private and internal repositories');
    const told = 'API_KEY was created in acme. Use process.env.API_KEY instead.';
    assert.deepEqual(await notifications.buttons(told), ['Copy Reference']);
    await notifications.click(told, 'Copy Reference');
    assert.equal(await on.window.clipboardWith('process.env'), 'process.env.API_KEY');
    assert.equal(await text('s3cret'), line);
  });

  it('is in the menu of the editor, and changes nothing when it is cancelled', async () => {
    const { fakeGitHub, window } = on;
    await select('app.js', 'const apiKey = "s3cret";', 's3cret');
    await editor().locator('.selected-text').first().waitFor();
    await window.page.keyboard.press('Shift+F10');
    await (await Menu.shown(window.page)).click('Save Selection as Secret...');
    await window.input.pick('acme');
    await window.input.shown('Save Selection as Secret (2/4)');
    await window.input.escape();
    await window.input.closed();
    assert.deepEqual(writes(fakeGitHub), []);
    assert.equal(await text('s3cret'), 'const apiKey = "s3cret";');
  });

  it('says what to do if nothing is selected', async () => {
    const { page, notifications } = on.window;
    await select('app.js', 'const apiKey = "s3cret";', '');
    await page.keyboard.press('ControlOrMeta+Home');
    await begin();
    await notifications.shown('Nothing is selected. Select a value in an editor, then try again.');
  });
});

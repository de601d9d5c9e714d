import assert from 'node:assert/strict';
import { storedState } from '../vscode/storedState';
import { stage } from './stage';
import { writes } from './support';
import { ValueEditorPage } from './valueEditorPage';
import { webviews } from './webview';

describe('the multi-line editor', () => {
  const on = stage();
  let editor: ValueEditorPage;
  beforeEach(async () => {
    editor = new ValueEditorPage(on.window);
    await on.window.secrets.clickInline('NPM_TOKEN', 'Rotate Value...');
    await on.window.input.shown('Rotate NPM_TOKEN');
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'passed') return;
    const { input } = on.window;
    if (await editor.area.isVisible()) {
      await editor.escape();
      await editor.closed();
      await input.shown('Rotate NPM_TOKEN');
    }
    if (await input.widget.isVisible()) await input.escape();
    await input.closed();
  });

  async function opened(): Promise<void> {
    await on.window.input.clickButton('Open Multi-Line Editor');
    await editor.described(/bytes|Enter a value/);
  }

  /** Uses the editor's value, which is reviewed only if it might contain a mistake. Returns what arrived at GitHub. */
  async function used(mightBeMistaken = false): Promise<string | undefined> {
    const { input, secrets } = on.window;
    await editor.button('Use This Value').click();
    if (mightBeMistaken) await input.pick('Use it as is');
    await input.closed();
    await secrets.described('NPM_TOKEN', /now|second/);
    return on.fakeGitHub.value('acme', 'NPM_TOKEN');
  }

  it('sends several lines as they were typed', async () => {
    await opened();
    await editor.area.pressSequentially('-----BEGIN KEY-----\nzwölf\nkey');
    await editor.described(
      '30 bytes, 3 lines, LF line breaks, no line break at the end. The limit is 49,152 bytes.',
    );
    assert.equal(await used(), '-----BEGIN KEY-----\nzwölf\nkey');
  });

  it('has the focus, and works with only the keyboard', async () => {
    await opened();
    const { keyboard } = on.window.page;
    await keyboard.type('one\ntwo');
    await editor.described('7 bytes, 2 lines');
    await keyboard.press('Tab');
    await editor.frame.locator('vscode-checkbox:focus').waitFor();
    await keyboard.press('Space');
    await keyboard.press('Shift+Tab');
    await keyboard.press('ControlOrMeta+Enter');
    await on.window.secrets.described('NPM_TOKEN', /now|second/);
    assert.equal(on.fakeGitHub.value('acme', 'NPM_TOKEN'), 'one\ntwo');
  });

  it("is masked until it is revealed, and doesn't let anything be copied before", async () => {
    await opened();
    await on.window.copy('copied before');
    await editor.area.fill('one\ntwo');
    assert.ok(await editor.isMasked());
    await editor.area.press('ControlOrMeta+A');
    await editor.area.press('ControlOrMeta+C');
    await editor.area.press('ControlOrMeta+X');
    assert.equal(await editor.area.inputValue(), 'one\ntwo');
    assert.equal(await on.window.clipboard(), 'copied before');
    await editor.button('Reveal').click();
    assert.equal(await editor.isMasked(), false);
    await editor.button('Hide').click();
    assert.ok(await editor.isMasked());
  });

  it('keeps each kind of pasted line breaks, also when more is typed', async () => {
    await opened();
    await editor.paste('one\r\ntwo\nthree\r\n');
    await editor.described('16 bytes, 3 lines, mixed line breaks, line break at the end');
    await editor.area.press('ControlOrMeta+Home');
    await editor.area.pressSequentially('x');
    await editor.described('17 bytes');
    assert.equal(await used(true), 'xone\r\ntwo\nthree\r\n');
  });

  it('converts line breaks to LF only if the checkbox is selected', async () => {
    await opened();
    await editor.paste('one\r\ntwo\r\n');
    await editor.described('10 bytes, 2 lines, CRLF line breaks, line break at the end');
    assert.equal(await editor.lineFeeds.getAttribute('checked'), null);
    await editor.lineFeeds.click();
    await editor.described('8 bytes, 2 lines, LF line breaks');
    assert.equal(await used(), 'one\ntwo\n');
  });

  it('refuses an empty value and one that is too large, with the sizes', async () => {
    await opened();
    await editor.described("Enter a value. GitHub doesn't accept empty secrets.");
    await editor.area.press('ControlOrMeta+Enter');
    await editor.paste(`${'x'.repeat(48 * 1024)}\n`);
    await editor.frame
      .getByText('The value has 49,153 bytes. GitHub accepts at most 49,152 bytes.')
      .waitFor();
    await editor.area.press('ControlOrMeta+Enter');
    assert.ok(await editor.button('Use This Value').evaluate(button => button.hasAttribute('disabled')));
    await editor.area.press('ControlOrMeta+End');
    await editor.area.press('Backspace');
    await editor.described('49,152 bytes, 1 line');
    assert.equal(await editor.problem.innerText(), '');
    assert.equal((await used())?.length, 48 * 1024);
  });

  it('returns to the input when it is closed, sends nothing, and still has its text', async () => {
    await opened();
    await editor.area.fill('one\ntwo');
    await editor.described('7 bytes');
    await editor.button('Cancel').click();
    await on.window.input.judged('info', 'The multi-line editor still has your text.');
    assert.deepEqual(writes(on.fakeGitHub), []);
    await opened();
    await editor.described('7 bytes, 2 lines');
    assert.equal(await editor.area.inputValue(), 'one\ntwo');
  });

  it('starts with what was typed, and gives it back', async () => {
    await on.window.input.type('typed');
    await opened();
    assert.equal(await editor.area.inputValue(), 'typed');
    await editor.area.press('End');
    await editor.area.pressSequentially(' more');
    await editor.described('10 bytes');
    await editor.escape();
    await on.window.input.shown('Rotate NPM_TOKEN');
    assert.equal(await on.window.input.box.inputValue(), 'typed more');
  });

  it('is restored after its tab was hidden, but masked', async () => {
    await opened();
    await editor.paste('one\r\ntwo');
    await editor.described('8 bytes, 2 lines, CRLF line breaks');
    await editor.button('Reveal').click();
    const { page, window } = { page: on.window.page, window: on.window };
    await window.run('File: New Untitled Text File');
    await editor.closed();
    await editor.tab('Value for NPM_TOKEN').click();
    await editor.described('8 bytes, 2 lines, CRLF line breaks');
    assert.equal(await editor.area.inputValue(), 'one\ntwo');
    assert.ok(await editor.isMasked());
    await page.locator('.tab', { hasText: 'Untitled' }).click();
    await window.run('View: Close Editor');
    await editor.escape();
  });

  it('leaves nothing in the browser once it is closed', async () => {
    const canary = `canary-${String(Math.random()).slice(2)}`;
    await opened();
    await editor.area.fill(`one\n${canary}`);
    await editor.described('2 lines');
    assert.notDeepEqual(webviews(on.window.page), []);
    assert.ok(!(await storedState(on.window.page)).includes(canary));
    await editor.button('Cancel').click();
    await editor.closed();
    assert.deepEqual(webviews(on.window.page), []);
    assert.ok(!(await storedState(on.window.page)).includes(canary));
  });
});

import assert from 'node:assert/strict';
import { stage } from './stage';
import { ValueEditorPage } from './valueEditorPage';
import { arrived, clipboard, rotating } from './valueStep';

describe('the value step', () => {
  const on = stage();

  for (const [what, value, fix, fixed] of [
    ['a line break at the end of one line', 's3cret\n', 'Remove the line break at the end', 's3cret'],
    ['quotation marks around it', '"s3cret"', 'Remove the quotation marks', 's3cret'],
    ['blanks at the ends', '  s3cret\t', 'Trim spaces and tabs', 's3cret'],
    ['a name in front', 'export NPM_TOKEN=s3cret', 'Remove the name and equals sign', 's3cret'],
    ['a byte order mark', '\uFEFFs3cret', 'Remove the byte order mark', 's3cret'],
    [
      'line breaks that are written as \\n',
      '-----BEGIN X-----\\nabcd\\n-----END X-----\\n',
      'Replace \\n with line breaks',
      '-----BEGIN X-----\nabcd\n-----END X-----\n',
    ],
    ['carriage returns', 'one\r\ntwo\r\n', 'Convert line breaks to LF', 'one\ntwo\n'],
  ] as const) {
    it(`fixes ${what} in one step`, async () => {
      const { input } = on.window;
      await on.window.copy(value);
      await rotating(on.window);
      await input.clickButton(clipboard);
      await input.pick(fix);
      await input.pick('Use it');
      assert.equal(await arrived(on), fixed);
    });

    it(`keeps ${what} if the user wants it`, async () => {
      const { input } = on.window;
      await on.window.copy(value);
      await rotating(on.window);
      await input.clickButton(clipboard);
      await input.item(fix).first().waitFor();
      await input.pick('Use it as is');
      assert.equal(await arrived(on), value);
    });
  }

  it('asks about a value that is the name of its secret, and takes another', async () => {
    const { input } = on.window;
    await rotating(on.window);
    await input.type('NPM_TOKEN');
    await input.judged(
      'warning',
      "9 bytes, 1 line, no line break at the end. This might contain a mistake. You'll be asked before it is sent.",
    );
    await input.accept();
    await input.pick('Enter another value');
    await input.type('s3cret');
    await input.accept();
    assert.equal(await arrived(on), 's3cret');
  });

  describe('of a key that was pasted', () => {
    const key = `-----BEGIN RSA PRIVATE KEY-----\n${'QUJD'.repeat(16)}\nREVG\n-----END RSA PRIVATE KEY-----\n`;
    const locked = key.replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n');
    const fromClipboard = 'Paste it again with its line breaks';
    const inEditor = 'Edit it in the multi-line editor';

    async function pasting(text: string): Promise<void> {
      const { input, page } = on.window;
      await on.window.copy(text);
      await rotating(on.window);
      await input.box.focus();
      await page.keyboard.press('ControlOrMeta+V');
      await input.judged('warning', 'This key lost its line breaks. Press Enter to restore them.');
      await input.accept();
      await input.item(fromClipboard).first().waitFor();
    }

    it('restores the line breaks if they are certain', async () => {
      const { input } = on.window;
      await pasting(key);
      await input.pick('Restore the line breaks');
      await input.pick('Use it');
      assert.equal(await arrived(on), key);
    });

    it('pastes it again from the clipboard, if it is still there', async () => {
      const { input } = on.window;
      await pasting(locked);
      assert.equal(await input.item('Restore the line breaks').count(), 0);
      await on.window.copy('another text');
      await input.pick(fromClipboard);
      await input.widget
        .getByPlaceholder("The clipboard doesn't have this key. Copy the key, then try again.")
        .waitFor();
      await on.window.copy(locked);
      await input.pick(fromClipboard);
      await input.pick('Use it');
      assert.equal(await arrived(on), locked);
    });

    it('opens the multi-line editor, and keeps the text if the editor is closed', async () => {
      const { input } = on.window;
      const editor = new ValueEditorPage(on.window);
      await pasting(locked);
      await input.pick(inEditor);
      await editor.described(/1 line/);
      await editor.area.press('ControlOrMeta+A');
      await editor.paste(locked);
      await editor.described(/7 lines/);
      await editor.escape();
      await editor.closed();
      await input.pick(inEditor);
      await editor.described(/7 lines/);
      await editor.button('Use This Value').click();
      assert.equal(await arrived(on), locked);
    });

    it('sends it as it is if the user wants that', async () => {
      const { input } = on.window;
      await pasting(locked);
      await input.pick('Use it as is');
      assert.equal(await arrived(on), locked.trimEnd().replaceAll('\n', ' '));
    });
  });
});

import assert from 'node:assert/strict';
import { chooseFile, chooseNoFile, chooseVanishingFile, forgetFiles } from './filePicker';
import { stage } from './stage';
import { fixtureWith, writes } from './support';
import { ValueEditorPage } from './valueEditorPage';

const clipboard = 'Paste with Line Breaks';

describe('the value step', () => {
  const on = stage();
  beforeEach(() => forgetFiles(on.window.page));

  async function rotating(): Promise<void> {
    await on.window.secrets.clickInline('NPM_TOKEN', 'Rotate Value...');
    await on.window.input.shown('Rotate NPM_TOKEN');
  }
  const copy = (text: string): Promise<void> => on.window.copy(text);

  /** Waits until the value has arrived, and gives it. */
  async function arrived(): Promise<string | undefined> {
    const { fakeGitHub, window } = on;
    await window.input.closed();
    await window.secrets.described('NPM_TOKEN', /now|second/);
    return fakeGitHub.value('acme', 'NPM_TOKEN');
  }

  /** What the review says of what will be sent. */
  async function described(label: string): Promise<string> {
    const item = on.window.input.item(label);
    await item.first().waitFor();
    return item.first().locator('.label-description').innerText();
  }

  it('counts what is typed, and never shows it', async () => {
    const { input } = on.window;
    await rotating();
    await input.type('zwölf');
    await input.judged('info', '6 bytes, 1 line, no line break at the end');
    assert.ok(await input.isMasked());
    await input.accept();
    assert.equal(await arrived(), 'zwölf');
  });

  it('pastes the clipboard byte for byte, after a review', async () => {
    const { input } = on.window;
    const value = '  -----BEGIN KEY-----\n\r\n\tzwölf 🔑\0\n-----END KEY-----\n\n ';
    await copy(value);
    await rotating();
    await input.clickButton(clipboard);
    assert.equal(
      await described('Use it as is'),
      '58 bytes, 6 lines, mixed line breaks, no line break at the end',
    );
    assert.ok(!(await input.widget.innerText()).includes('KEY-----'));
    await input.pick('Use it as is');
    assert.equal(await arrived(), value);
  });

  it('refuses an empty clipboard and one of 100 KB, and keeps what was typed', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await rotating();
    await input.type('typed before');
    await copy('');
    await input.clickButton(clipboard);
    await input.judged('error', 'The clipboard has no text. Copy the value, then try again.');
    await copy('x'.repeat(100 * 1024));
    await input.clickButton(clipboard);
    await input.judged('error', 'The value has 102,400 bytes. GitHub accepts at most 49,152 bytes.');
    assert.equal(await input.box.inputValue(), 'typed before');
    await input.escape();
    await input.closed();
    assert.deepEqual(writes(fakeGitHub), []);
  });

  it('takes a text file byte for byte', async () => {
    const { input, page } = on.window;
    const pem = '-----BEGIN KEY-----\r\nMIIE\r\n-----END KEY-----\r\n';
    await chooseFile(page, 'deploy.pem', pem);
    await rotating();
    await input.clickButton('Read from File...');
    await input.item('From deploy.pem').or(input.item('Use it as is')).first().waitFor();
    assert.match(await described('Use it as is'), /^46 bytes, 3 lines, CRLF line breaks, line break/);
    await input.pick('Use it as is');
    assert.equal(await arrived(), pem);
  });

  it('offers a binary file as Base64', async () => {
    const { input, page } = on.window;
    const bytes = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0xff, 0xfe, 0x80]);
    await chooseFile(page, 'store.p12', bytes);
    await rotating();
    await input.clickButton('Read from File...');
    await input.item('Use as Base64').first().waitFor();
    assert.equal(await input.placeholder(), "store.p12 isn't UTF-8 text. Encode it as Base64?");
    await input.pick('Use as Base64');
    await input.pick('Use it');
    assert.equal(await arrived(), Buffer.from(bytes).toString('base64'));
  });

  it('refuses files that cannot be a value, each with the reason, and asks again', async () => {
    const { fakeGitHub, window } = on;
    const { input, page } = window;
    await rotating();
    await chooseFile(page, 'big.txt', 'x'.repeat(48 * 1024 + 1));
    await input.clickButton('Read from File...');
    await input.judged('error', 'big.txt has 49,153 bytes. The limit is 49,152 bytes.');
    await chooseFile(page, 'big.bin', new Uint8Array(40 * 1024));
    await input.clickButton('Read from File...');
    await input.judged(
      'error',
      "big.bin isn't UTF-8 text. Encoded as Base64, it has 54,616 bytes. GitHub accepts at most 49,152 bytes.",
    );
    await chooseFile(page, 'empty.txt', '');
    await input.clickButton('Read from File...');
    await input.judged('error', "empty.txt is empty. GitHub doesn't accept empty secrets.");
    await chooseVanishingFile(page, 'gone.txt');
    await input.clickButton('Read from File...');
    await input.judged('error', 'gone.txt');
    await chooseNoFile(page);
    await input.type('typed');
    await input.clickButton('Read from File...');
    await input.shown('Rotate NPM_TOKEN');
    assert.equal(await input.box.inputValue(), 'typed');
    await input.escape();
    await input.closed();
    assert.deepEqual(writes(fakeGitHub), []);
  });

  for (const [alphabet, unit, length, pattern] of [
    ['Letters and digits', 'characters', '40', /^[A-Za-z0-9]{40}$/],
    ['URL-safe', 'characters', '21', /^[\w-]{21}$/],
    ['Hexadecimal', 'characters', '64', /^[0-9a-f]{64}$/],
    ['Base64 of random bytes', 'bytes', '32', /^[A-Za-z0-9+/]{43}=$/],
  ] as const)
    it(`generates a value: ${alphabet}`, async () => {
      const { input } = on.window;
      await rotating();
      await input.clickButton('Generate...');
      await input.pick(alphabet);
      await input.judged('info', unit === 'bytes' ? '32 random bytes: ' : '32 characters: ');
      await input.type('0');
      await input.judged('error', 'Enter a number from 1 to 4096.');
      await input.type('4');
      await input.judged('warning', 'bits of randomness. This can be guessed.');
      await input.type(length);
      await input.judged('info', 'bits of randomness');
      await input.accept();
      await input.pick('Use it');
      assert.match((await arrived()) ?? '', pattern);
    });

  it('goes back from length to alphabet, and from there to the input', async () => {
    const { input } = on.window;
    await rotating();
    await input.type('typed before');
    await input.clickButton('Generate...');
    await input.pick('URL-safe');
    await input.judged('info', '32 characters: 192 bits of randomness');
    await input.type('50');
    await input.back();
    await input.pick('Hexadecimal');
    await input.judged('info', '50 characters: 200 bits of randomness');
    assert.equal(await input.box.inputValue(), '50');
    await input.back();
    await input.item('URL-safe').first().waitFor();
    await input.back();
    await input.message.filter({ hasText: 'New value for NPM_TOKEN' }).waitFor();
    assert.ok(await input.isMasked());
    assert.equal(await input.box.inputValue(), 'typed before');
    await input.escape();
  });

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
      await copy(value);
      await rotating();
      await input.clickButton(clipboard);
      await input.pick(fix);
      await input.pick('Use it');
      assert.equal(await arrived(), fixed);
    });

    it(`keeps ${what} if the user wants it`, async () => {
      const { input } = on.window;
      await copy(value);
      await rotating();
      await input.clickButton(clipboard);
      await input.item(fix).first().waitFor();
      await input.pick('Use it as is');
      assert.equal(await arrived(), value);
    });
  }

  it('asks about a value that is the name of its secret, and takes another', async () => {
    const { input } = on.window;
    await rotating();
    await input.type('NPM_TOKEN');
    await input.judged(
      'warning',
      "9 bytes, 1 line, no line break at the end. This might contain a mistake. You'll be asked before it is sent.",
    );
    await input.accept();
    await input.pick('Enter another value');
    await input.type('s3cret');
    await input.accept();
    assert.equal(await arrived(), 's3cret');
  });

  describe('of a key that was pasted', () => {
    const key = `-----BEGIN RSA PRIVATE KEY-----\n${'QUJD'.repeat(16)}\nREVG\n-----END RSA PRIVATE KEY-----\n`;
    const locked = key.replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n');
    const fromClipboard = 'Paste it again with its line breaks';
    const inEditor = 'Edit it in the multi-line editor';

    async function pasting(text: string): Promise<void> {
      const { input, page } = on.window;
      await copy(text);
      await rotating();
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
      assert.equal(await arrived(), key);
    });

    it('pastes it again from the clipboard, if it is still there', async () => {
      const { input } = on.window;
      await pasting(locked);
      assert.equal(await input.item('Restore the line breaks').count(), 0);
      await copy('another text');
      await input.pick(fromClipboard);
      await input.widget
        .getByPlaceholder("The clipboard doesn't have this key. Copy the key, then try again.")
        .waitFor();
      await copy(locked);
      await input.pick(fromClipboard);
      await input.pick('Use it');
      assert.equal(await arrived(), locked);
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
      await input.pick('Use it');
      assert.equal(await arrived(), locked);
    });

    it('sends it as it is if the user wants that', async () => {
      const { input } = on.window;
      await pasting(locked);
      await input.pick('Use it as is');
      assert.equal(await arrived(), locked.trimEnd().replaceAll('\n', ' '));
    });
  });

  it('loses nothing on the way back', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await copy('one\ntwo\n');
    await secrets.clickInline('acme', 'Create Secret...');
    await input.type('TWO_LINES');
    await input.accept();
    await input.shown('Create Secret (2/3)');
    await input.clickButton(clipboard);
    await input.pick('Use it');
    await input.shown('Create Secret (3/3)');
    await input.back();
    assert.match(await described('Use it'), /^8 bytes, 2 lines, LF line breaks, line break at the end$/);
    await input.pick('Use it');
    await input.pick('All repositories');
    await secrets.row('TWO_LINES').waitFor();
    assert.equal(fakeGitHub.value('acme', 'TWO_LINES'), 'one\ntwo\n');
  });
});

describe('one value for several secrets', () => {
  const on = stage({
    fixture: () =>
      fixtureWith({
        edit: 'createSecret',
        organization: 'umbrella',
        name: 'REACTOR_KEY',
        visibility: 'private',
        updatedAt: Date.UTC(2024, 0, 1),
      }),
  });

  it('is sealed for each organization, and each secret keeps its access', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await secrets.expand('umbrella');
    await secrets.row('REACTOR_KEY').waitFor();
    await secrets.select('NPM_TOKEN', 'DB_URL', 'REACTOR_KEY');
    const before = [
      fakeGitHub.secret('acme', 'NPM_TOKEN'),
      fakeGitHub.secret('acme', 'DB_URL'),
      fakeGitHub.secret('umbrella', 'REACTOR_KEY'),
    ].map(secret => [secret?.visibility, secret?.repositories]);
    await secrets.clickMenu('REACTOR_KEY', 'Rotate Value...');
    await input.type('the same');
    await input.accept();
    const detail = input.item('Use it').first().locator('.quick-input-list-label-meta');
    assert.equal(await detail.innerText(), 'For acme/NPM_TOKEN, acme/DB_URL, umbrella/REACTOR_KEY');
    await input.pick('Use it');
    await input.closed();
    await secrets.described('REACTOR_KEY', /now|second/);
    await secrets.described('NPM_TOKEN', /now|second/);
    await secrets.described('DB_URL', /now|second/);
    assert.deepEqual(
      [
        fakeGitHub.value('acme', 'NPM_TOKEN'),
        fakeGitHub.value('acme', 'DB_URL'),
        fakeGitHub.value('umbrella', 'REACTOR_KEY'),
      ],
      ['the same', 'the same', 'the same'],
    );
    assert.deepEqual(
      [
        fakeGitHub.secret('acme', 'NPM_TOKEN'),
        fakeGitHub.secret('acme', 'DB_URL'),
        fakeGitHub.secret('umbrella', 'REACTOR_KEY'),
      ].map(secret => [secret?.visibility, secret?.repositories]),
      before,
    );
  });
});

import assert from 'node:assert/strict';
import { chooseFile, chooseNoFile, chooseVanishingFile, forgetFiles } from './filePicker';
import { stage } from './stage';
import { writes } from './support';
import { arrived, clipboard, rotating } from './valueStep';

describe('the value step', () => {
  const on = stage();
  beforeEach(() => forgetFiles(on.window.page));

  /** What the review says of what will be sent. */
  async function described(label: string): Promise<string> {
    const item = on.window.input.item(label);
    await item.first().waitFor();
    return item.first().locator('.label-description').innerText();
  }

  it('counts what is typed, and never shows it', async () => {
    const { input } = on.window;
    await rotating(on.window);
    await input.type('zwölf');
    await input.judged('info', '6 bytes, 1 line, no line break at the end');
    assert.ok(await input.isMasked());
    await input.accept();
    assert.equal(await arrived(on), 'zwölf');
  });

  it('pastes the clipboard byte for byte, after a review', async () => {
    const { input } = on.window;
    const value = '  -----BEGIN KEY-----\n\r\n\tzwölf 🔑\0\n-----END KEY-----\n\n ';
    await on.window.copy(value);
    await rotating(on.window);
    await input.clickButton(clipboard);
    assert.equal(
      await described('Use it as is'),
      '58 bytes, 6 lines, mixed line breaks, no line break at the end',
    );
    assert.ok(!(await input.widget.innerText()).includes('KEY-----'));
    await input.pick('Use it as is');
    assert.equal(await arrived(on), value);
  });

  it('refuses an empty clipboard and one of 100 KB, and keeps what was typed', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await rotating(on.window);
    await input.type('typed before');
    await on.window.copy('');
    await input.clickButton(clipboard);
    await input.judged('error', 'The clipboard has no text. Copy the value, then try again.');
    await on.window.copy('x'.repeat(100 * 1024));
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
    await rotating(on.window);
    await input.clickButton('Read from File...');
    await input.item('From deploy.pem').or(input.item('Use it as is')).first().waitFor();
    assert.match(await described('Use it as is'), /^46 bytes, 3 lines, CRLF line breaks, line break/);
    await input.pick('Use it as is');
    assert.equal(await arrived(on), pem);
  });

  it('offers a binary file as Base64', async () => {
    const { input, page } = on.window;
    const bytes = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0xff, 0xfe, 0x80]);
    await chooseFile(page, 'store.p12', bytes);
    await rotating(on.window);
    await input.clickButton('Read from File...');
    await input.item('Use as Base64').first().waitFor();
    assert.equal(await input.placeholder(), "store.p12 isn't UTF-8 text. Encode it as Base64?");
    await input.pick('Use as Base64');
    await input.pick('Use it');
    assert.equal(await arrived(on), Buffer.from(bytes).toString('base64'));
  });

  it('refuses files that cannot be a value, each with the reason, and asks again', async () => {
    const { fakeGitHub, window } = on;
    const { input, page } = window;
    await rotating(on.window);
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
      await rotating(on.window);
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
      assert.match((await arrived(on)) ?? '', pattern);
    });

  it('goes back from length to alphabet, and from there to the input', async () => {
    const { input } = on.window;
    await rotating(on.window);
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

  it('loses nothing on the way back', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await on.window.copy('one\ntwo\n');
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

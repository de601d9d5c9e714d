import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { tracesOf } from '../traces';
import { failingWrites } from './failingWrites';
import { chooseFile, chooseVanishingFile, forgetFiles } from './filePicker';
import { assertNowhere, type Seen, watchTraffic } from './leakSearch';
import { fixtureWith } from './support';
import { ValueEditorPage } from './valueEditorPage';
import { webviews } from './webview';
import { openWindow, type Window } from './window';

/** Nothing else on the page or the way holds it, nor its Base64, nor its hexadecimal. */
const canary = 'c4n4ry-7f3b9e21';

const clipboard = 'Paste with Line Breaks';
const tooMuch = canary.padEnd(48 * 1024 + 1, '.');

describe('a value', () => {
  let fakeGitHub: FakeGitHubServer;
  let window: Window;
  /** What was told and sent on the way. */
  const seen: Seen = { messages: [], requests: [], traffic: [] };
  /** Values that were made at random on the way. */
  const generated: string[] = [];
  before(async () => {
    fakeGitHub = await startFakeGitHub({
      fixture: fixtureWith({
        edit: 'createSecret',
        organization: 'umbrella',
        name: 'TWIN',
        visibility: 'private',
        updatedAt: Date.UTC(2024, 0, 1),
      }),
    });
    window = await openWindow({ fakeGitHub, isShared: true });
    watchTraffic(window, seen);
    await window.openContainer();
    await window.secrets.filled('acme');
  });
  afterEach(async () => {
    await window.input.closed();
    seen.messages.push(...(await window.notifications.texts()));
    await window.notifications.clear();
    seen.requests.push(...fakeGitHub.requests.map(request => JSON.stringify(request)));
    fakeGitHub.forgetRequests();
    await forgetFiles(window.page);
  });
  after(async () => {
    await window.close();
    await fakeGitHub.close();
  });

  async function rotating(name = 'SENTRY_DSN'): Promise<void> {
    await window.secrets.clickInline(name, 'Rotate Value...');
    await window.input.shown(`Rotate ${name}`);
  }
  async function typed(value: string): Promise<void> {
    await window.input.type(value);
    await window.input.accept();
  }
  const copy = (text: string): Promise<void> => window.copy(text);
  async function left(): Promise<void> {
    await window.input.escape();
    await window.input.closed();
  }
  /** The value that the simulated GitHub got. */
  async function arrived(name = 'SENTRY_DSN', organization = 'acme'): Promise<string | undefined> {
    await fakeGitHub.answered({ method: 'PUT', path: `/orgs/${organization}/codespaces/secrets/${name}` });
    return fakeGitHub.value(organization, name);
  }

  it('arrives, created', async () => {
    const { input, secrets } = window;
    await secrets.clickInline('acme', 'Create Secret...');
    await typed('CANARY');
    await input.shown('Create Secret (2/3)');
    await typed(canary);
    await input.shown('Create Secret (3/3)');
    await input.pick('All repositories');
    await secrets.row('CANARY').waitFor();
    assert.equal(await arrived('CANARY'), canary);
  });

  for (const [fault, sentence] of failingWrites)
    it(`does not arrive where it is told: ${sentence}`, async () => {
      const failing = fakeGitHub.fault({ ...fault, method: 'PUT', times: 'always' });
      await rotating();
      await typed(canary);
      seen.messages.push(await (await window.notifications.shown(sentence)).innerText());
      failing.end();
    });

  it("arrives after GitHub's rate limit", async () => {
    fakeGitHub.fault({ kind: 'secondaryLimit', retryAfter: 6, method: 'PUT' });
    await rotating();
    await typed(canary);
    seen.messages.push(await (await window.notifications.shown('waiting until')).innerText());
    await fakeGitHub.answered({ method: 'PUT' }, 2);
    assert.equal(await arrived(), canary);
  });

  it("does not arrive where the wait for GitHub's rate limit is cancelled", async () => {
    fakeGitHub.fault({ kind: 'primaryLimit', resetIn: 6, method: 'PUT' });
    await rotating();
    await typed(canary);
    await window.notifications.click('waiting until', 'Cancel');
    seen.messages.push(await (await window.notifications.shown("reached GitHub's rate limit")).innerText());
  });

  it('arrives, rotated', async () => {
    await rotating();
    await typed(canary);
    assert.equal(await arrived(), canary);
  });

  it('arrives from the clipboard, and is left in each step of that, or refused', async () => {
    await copy(`${canary}\nand more`);
    await rotating();
    await window.input.clickButton(clipboard);
    await window.input.item('Use it').first().waitFor();
    await left();

    await copy(tooMuch);
    await rotating();
    await window.input.clickButton(clipboard);
    await window.input.judged('error', 'GitHub accepts at most');
    await left();

    await copy(`export SENTRY_DSN="${canary}"\n`);
    await rotating();
    await window.input.clickButton(clipboard);
    await window.input.pick('Remove the line break at the end');
    await window.input.pick('Remove the name and equals sign');
    await window.input.pick('Remove the quotation marks');
    await window.input.pick('Use it');
    assert.equal(await arrived(), canary);
    await copy('');
  });

  it('arrives from a file, and is left in each step of that, or refused', async () => {
    const { input, page } = window;
    const binary = Buffer.concat([Buffer.from(canary), Buffer.of(0, 0xff)]);
    await rotating();
    await chooseFile(page, 'large.txt', tooMuch);
    await input.clickButton('Read from File...');
    await input.judged('error', 'large.txt has 49,153 bytes');
    await chooseVanishingFile(page, 'gone.txt');
    await input.clickButton('Read from File...');
    await input.judged('error', 'gone.txt');
    await chooseFile(page, 'key.der', binary);
    await input.clickButton('Read from File...');
    await input.pick('Use as Base64');
    await input.item('Use it').first().waitFor();
    await left();

    await chooseFile(page, 'key.pem', `${canary}\n${canary}\n`);
    await rotating();
    await input.clickButton('Read from File...');
    await input.pick('Use it');
    assert.equal(await arrived(), `${canary}\n${canary}\n`);
  });

  it('arrives from the multi-line editor, and is left there, hidden and revealed before', async () => {
    const { input, page } = window;
    const editor = new ValueEditorPage(window);
    await rotating();
    await input.clickButton('Open Multi-Line Editor');
    await editor.paste(`${canary}\r\n${canary}`);
    await editor.described('2 lines');
    await copy('');
    assert.notDeepEqual(webviews(page), []);
    await editor.button('Reveal').click();
    await window.run('File: New Untitled Text File');
    await editor.closed();
    assert.deepEqual(webviews(page), []);
    await window.run('View: Close Editor');
    await editor.described('2 lines');
    await editor.button('Cancel').click();
    await editor.closed();
    await input.clickButton('Open Multi-Line Editor');
    await editor.described('2 lines');
    await editor.area.fill(canary);
    await editor.described(`${canary.length} bytes`);
    await editor.button('Use This Value').click();
    assert.equal(await arrived(), canary);
    await editor.closed();
    assert.deepEqual(webviews(page), []);
  });

  it('arrives from a .env file, and is left in its preview, or refused', async () => {
    const { input, notifications, page } = window;
    const lines = ['BAD-NAME', 'SENTRY_DSN'].map(name => `${name}="${canary}"`);
    await chooseFile(page, '.env', [`IMPORTED=" ${canary} "`, ...lines, canary].join('\n'));
    const path = '/orgs/acme/codespaces/secrets/IMPORTED';
    fakeGitHub.fault({ kind: 'status', status: 422, message: 'Not on a Sunday.', method: 'PUT', path });
    for (const isLeft of [true, false]) {
      await window.secrets.clickMenu('acme', 'Import from .env File...');
      await input.shown('Import from .env File (1/2)');
      await input.clickItemButton('IMPORTED', 'Trim spaces and tabs');
      if (isLeft) await left();
    }
    await input.check('SENTRY_DSN');
    await input.ok();
    await input.pick('All repositories');
    const told =
      '1 of 2 secrets were imported to acme. IMPORTED: GitHub refused the request: Not on a Sunday.';
    seen.messages.push(await (await notifications.shown(told)).innerText());
    await notifications.click(told, 'Retry Failed');
    await fakeGitHub.answered({ method: 'PUT', path }, 2);
    assert.deepEqual([await arrived(), fakeGitHub.value('acme', 'IMPORTED')], [canary, canary]);
  });

  it('arrives in several secrets of two organizations, and is left before', async () => {
    const { input, secrets } = window;
    await secrets.expand('umbrella');
    await secrets.row('TWIN').waitFor();
    for (const isLeft of [true, false]) {
      await secrets.select('DB_URL', 'TWIN');
      await secrets.clickMenu('TWIN', 'Rotate Value...');
      await typed(canary);
      await input.item('Use it').first().waitFor();
      if (isLeft) await left();
    }
    await input.pick('Use it');
    assert.deepEqual([await arrived('DB_URL'), await arrived('TWIN', 'umbrella')], [canary, canary]);
  });

  it('arrives from a selection in an editor, and is left before', async () => {
    const { input, notifications, page } = window;
    const before = 'const key = "';
    await chooseFile(page, 'app.js', `${before}${canary}";`);
    await window.run('File: Open File...');
    const editor = page.locator('.part.editor .monaco-editor[role="code"]');
    await editor.locator('.view-line').first().click();
    // What stands between the quotation marks.
    const keys = ['Home', ...Array<string>(before.length).fill('ArrowRight'), 'Shift+End'];
    for (const key of [...keys, 'Shift+ArrowLeft', 'Shift+ArrowLeft']) await page.keyboard.press(key);
    for (const isLeft of [true, false]) {
      await window.run('Codespaces Secrets: Save Selection as Secret...');
      await input.pick('acme');
      await input.shown(/^Save Selection as Secret \(2/);
      await typed('SELECTED');
      await input.item('Use it').first().waitFor();
      if (isLeft) await left();
    }
    await input.pick('Use it');
    await input.pick('All repositories');
    const question = 'Replace the selection with process.env.SELECTED?';
    await notifications.click(question, 'Replace');
    assert.equal(await arrived('SELECTED'), canary);
    await editor.locator('.view-line', { hasText: 'process.env.SELECTED' }).first().waitFor();
    await editor.click();
    await page.keyboard.press('ControlOrMeta+S');
    await window.run('View: Close All Editors');
    await editor.waitFor({ state: 'detached' });
  });

  it('arrives generated, and stays on the clipboard for a minute', async function () {
    this.timeout(120_000);
    const { input } = window;
    await rotating();
    await input.clickButton('Generate...');
    await input.pick('Letters and digits');
    await input.judged('info', '32 characters');
    await input.accept();
    await input.pick('Use it and copy it');
    const value = (await arrived()) ?? assert.fail('Nothing arrived');
    generated.push(value);
    assert.equal(await window.clipboardWith(value), value);
    await window.clipboardEmptied(90_000);
  });

  it('stands nowhere after all that', async function () {
    this.timeout(300_000);
    await assertNowhere([canary, ...generated].flatMap(tracesOf), window, seen, {
      name: 'SENTRY_DSN',
      logged: 'PUT /orgs/acme/codespaces/secrets/SENTRY_DSN - 204',
      sent: 'dotenv.mjs',
    });
    const sealed = seen.requests.filter(request => request.includes('"encrypted_value"'));
    assert.ok(sealed.length >= 15, `${sealed.length} values were sent`);
  });
});

import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { chooseFile, chooseVanishingFile, forgetFiles } from './filePicker';
import { Menu } from './menu';
import { stage } from './stage';
import { secretPath, writes } from './support';
import { openWindow } from './window';

const command = 'Import from .env File...';

describe('the import of a .env file', () => {
  const on = stage();
  beforeEach(() => forgetFiles(on.window.page));

  async function importing(content: string, name = '.env'): Promise<void> {
    await chooseFile(on.window.page, name, content);
    await on.window.secrets.clickMenu('acme', command);
  }

  it('shows what happens with each entry, and imports those that are selected', async () => {
    const { fakeGitHub, window } = on;
    const { input, notifications, secrets } = window;
    await importing('NPM_TOKEN="a # b"\nNEW_A=hunter2\nNEW_B="1\n2\n"\nDB_URL=left\nEMPTY=\nGITHUB_X=1\n');
    await input.shown('Import from .env File (1/2)');
    assert.equal(await input.placeholder(), 'Import which variables from .env to acme?');
    assert.deepEqual(await input.labels(), ['NEW_A', 'NEW_B', 'NPM_TOKEN', 'DB_URL', 'EMPTY', 'GITHUB_X']);
    const existing = 'Already exists. Select it to rotate its value. Access stays the same.';
    await input.item('NPM_TOKEN').filter({ hasText: existing }).waitFor();
    assert.ok(!(await input.item('NEW_A').innerText()).includes(existing));
    assert.deepEqual(await input.checked(), ['NEW_A', 'NEW_B']);
    assert.ok(!(await input.widget.innerText()).includes('hunter2'));
    await input.check('NPM_TOKEN');
    await input.ok();
    await input.shown('Import from .env File (2/2)');
    await input.pick('Selected repositories');
    await input.shown('Import from .env File (3/3)');
    await input.item('docs').waitFor();
    await input.check('docs');
    await input.ok();
    await notifications.shown('2 secrets were created and 1 rotated in acme.');
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'a # b');
    assert.equal(fakeGitHub.value('acme', 'NEW_A'), 'hunter2');
    assert.equal(fakeGitHub.value('acme', 'NEW_B'), '1\n2\n');
    assert.deepEqual(fakeGitHub.secret('acme', 'NEW_A')?.repositories, ['docs']);
    assert.deepEqual(fakeGitHub.secret('acme', 'NEW_B')?.repositories, ['docs']);
    assert.deepEqual([...(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories ?? [])].sort(), [
      'billing',
      'service-catalog',
    ]);
    assert.equal(writes(fakeGitHub).length, 3);
    await secrets.row('NEW_A').waitFor();
  });

  it('fixes likely mistakes in one step, keeps the rest, and remembers both after going back', async () => {
    const { fakeGitHub, window } = on;
    const { input, notifications } = window;
    await importing(`NEW_A='"a"'\nNEW_B=" b "\nNEW_C="'c' "\nUNUSED=UNUSED\nLEFT=" d"\n`);
    await input.shown('Import from .env File (1/2)');
    await input.check('LEFT', false);
    await input.check('UNUSED');
    assert.deepEqual(await input.itemButtons('UNUSED'), []);
    await input.clickItemButton('NEW_A', 'Remove the quotation marks');
    await input.item('NEW_A').filter({ hasText: '1 byte, 1 line' }).waitFor();
    assert.deepEqual(await input.itemButtons('NEW_A'), []);
    assert.deepEqual(await input.itemButtons('NEW_C'), [
      'Remove the quotation marks',
      'Trim spaces and tabs',
    ]);
    await input.clickItemButton('NEW_C', 'Trim spaces and tabs');
    await input.item('NEW_C').filter({ hasText: '3 bytes, 1 line' }).waitFor();
    assert.deepEqual(await input.checked(), ['NEW_A', 'NEW_B', 'NEW_C', 'UNUSED']);
    await input.ok();
    await input.shown('Import from .env File (2/2)');
    await input.back();
    await input.item('NEW_C').filter({ hasText: '3 bytes, 1 line' }).waitFor();
    assert.deepEqual(await input.itemButtons('NEW_A'), []);
    await input.ok();
    await input.pick('All repositories');
    await notifications.shown('3 secrets were created and 1 rotated in acme.');
    const values = ['NEW_A', 'NEW_B', 'NEW_C', 'UNUSED', 'LEFT'].map(name => fakeGitHub.value('acme', name));
    assert.deepEqual(values, ['a', ' b ', "'c'", 'UNUSED', undefined]);
  });

  it('fixes a mistake with only the keyboard', async () => {
    const { fakeGitHub, window } = on;
    const { input, notifications, page } = window;
    await importing('NEW_A=a\nUNUSED=" b"\n');
    await input.shown('Import from .env File (1/2)');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await input.item('UNUSED').and(page.locator('.focused')).waitFor();
    await page.keyboard.press('Space');
    const button = input.item('UNUSED').getByRole('button', { name: 'Trim spaces and tabs' });
    while (!(await button.evaluate(it => it === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await input.item('UNUSED').filter({ hasText: '1 byte, 1 line' }).waitFor();
    await input.item('UNUSED').and(page.locator('.focused')).waitFor();
    assert.deepEqual(await input.checked(), ['NEW_A', 'UNUSED']);
    await input.ok();
    await input.pick('All repositories');
    await notifications.shown('1 secret was created and 1 rotated in acme.');
    assert.equal(fakeGitHub.value('acme', 'UNUSED'), 'b');
  });

  it('clears a refused entry that is checked, and keeps what is checked after going back', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await importing('NEW_A=1\nNEW_B=2\nEMPTY=\n');
    await input.shown('Import from .env File (1/2)');
    await input.item('EMPTY').locator('.monaco-checkbox').click();
    await input.item('EMPTY').locator('.monaco-checkbox[aria-checked="false"]').waitFor();
    await input.check('NEW_A', false);
    assert.deepEqual(await input.checked(), ['NEW_B']);
    await input.ok();
    await input.shown('Import from .env File (2/2)');
    await input.back();
    await input.shown('Import from .env File (1/2)');
    assert.deepEqual(await input.checked(), ['NEW_B']);
    await input.ok();
    await input.pick('Private and internal repositories');
    await window.notifications.shown('1 secret was created in acme.');
    assert.deepEqual(writes(fakeGitHub), [`PUT ${secretPath('NEW_B')}`]);
  });

  it("counts its steps by what is selected, and doesn't ask about access if every secret exists", async () => {
    const { fakeGitHub, window } = on;
    const { input, notifications } = window;
    await chooseFile(window.page, '.env', 'NEW_A=1\nUNUSED=2\n');
    await window.run(`Codespaces Secrets: ${command}`);
    await input.shown('Import from .env File (1/3)');
    await input.pick('acme');
    await input.shown('Import from .env File (2/3)');
    assert.deepEqual(await input.checked(), ['NEW_A']);
    await input.check('UNUSED');
    await input.check('NEW_A', false);
    await input.shown('Import from .env File (2/2)');
    await input.back();
    await input.shown('Import from .env File (1/2)');
    await input.pick('acme');
    await input.shown('Import from .env File (2/2)');
    assert.deepEqual(await input.checked(), ['UNUSED']);
    await input.ok();
    await notifications.shown('1 secret was rotated in acme.');
    assert.deepEqual(writes(fakeGitHub), [`PUT ${secretPath('UNUSED')}`]);
  });

  it('refuses 101 names until enough are cleared', async () => {
    const { fakeGitHub, window } = on;
    const { input, notifications } = window;
    const names = Array.from({ length: 101 }, (_, index) => `NAME_${index}`);
    await importing(names.map(name => `${name}=1`).join('\n'));
    await input.shown('Import from .env File (1/2)');
    await input.ok();
    await notifications.shown(
      'Clear at least 6 of the 101 new secrets. acme already has 5 secrets, and GitHub allows 100',
    );
    assert.equal(await input.count.innerText(), '101 Selected');
    for (const name of names.slice(0, 6)) await input.check(name, false);

    await input.ok();
    await input.shown('Import from .env File (2/2)');
    await input.escape();
    await input.closed();
    assert.deepEqual(writes(fakeGitHub), []);
  });

  it('says what is wrong with a file, and takes another one', async () => {
    const { input, notifications, page } = on.window;
    await importing('', 'nothing.env');
    const empty = 'nothing.env is empty. Add lines such as NAME=value, then import it again.';
    await notifications.shown(empty);
    await chooseVanishingFile(page, 'gone.env');
    await notifications.click(empty, 'Choose Another File...');
    await notifications.shown(/gone\.env/);
    await chooseFile(page, 'big.env', `A=${'x'.repeat(10 * 1024 * 1024)}`);
    await notifications.click(/gone\.env/, 'Choose Another File...');
    const tooLarge = /^big\.env has 10,485,762 bytes\. The limit is 5,242,880 bytes\./;
    await notifications.shown(tooLarge);
    await chooseFile(page, '.env', 'A=1');
    await notifications.click(tooLarge, 'Choose Another File...');
    await input.shown('Import from .env File (1/2)');
    assert.deepEqual(await input.checked(), ['A']);
    await input.escape();
    await input.closed();
  });
});

describe('the import of a .env file in a window of its own', () => {
  let fakeGitHub: FakeGitHubServer;
  before(async () => {
    fakeGitHub = await startFakeGitHub();
  });
  after(() => fakeGitHub.close());

  it('loads what speaks with GitHub, the commands, what reads files and what seals values once, for many of them and for the next', async () => {
    const window = await openWindow({ fakeGitHub });
    const { input, notifications, page, secrets } = window;
    const loads: string[] = [];
    page.context().on('request', request => {
      const [chunk] = /[^/]+\.mjs$/.exec(request.url()) ?? [];
      if (chunk !== undefined && request.url().includes('/extension/dist/')) loads.push(chunk);
    });
    await window.openContainer();
    await secrets.filled('acme');
    for (const [names, content, told] of [
      [
        ['UNUSED', 'SENTRY_DSN', 'DB_URL'],
        'UNUSED=1\nSENTRY_DSN=2\nDB_URL=3\n',
        '3 secrets were rotated in acme.',
      ],
      [['UNUSED'], 'UNUSED=4\n', '1 secret was rotated in acme.'],
    ] as const) {
      await chooseFile(page, '.env', content);
      await secrets.clickMenu('acme', command);
      for (const name of names) await input.check(name);
      await input.ok();
      await notifications.shown(told);
      await notifications.clear();
    }
    const values = ['UNUSED', 'SENTRY_DSN', 'DB_URL'].map(name => fakeGitHub.value('acme', name));
    assert.deepEqual(values, ['4', '2', '3']);
    assert.deepEqual(loads, ['github.mjs', 'commands.mjs', 'dotenv.mjs', 'sodium.mjs']);
  });

  it("stands in the Explorer's menu of .env files, and of no others", async () => {
    const window = await openWindow({ fakeGitHub, folder: 'tmp:/' });
    const { input, notifications, page } = window;
    await page
      .locator('.activitybar')
      .getByRole('tab', { name: /^Explorer/ })
      .click();
    await window.run('File: Focus on Files Explorer');
    const explorer = page.locator('.explorer-folders-view');
    const entry = (name: string) => explorer.locator('.monaco-list-row').filter({ hasText: name });
    for (const [name, text] of [
      ['.env.local', 'FROM_EXPLORER=here'],
      ['notes.txt', 'A=1'],
    ] as const) {
      await explorer.click({ button: 'right', position: { x: 100, y: 200 } });
      await (await Menu.shown(page)).click('New File...');
      await explorer.locator('input').fill(name);
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: name }).waitFor();
      const editor = page.locator('.part.editor .monaco-editor[role="code"]');
      await editor.locator('.view-line').first().click();
      await page.keyboard.type(text);
      await page.keyboard.press('ControlOrMeta+S');
      await page.locator('.tab.active:not(.dirty)', { hasText: name }).waitFor();
    }
    await entry('notes.txt').click({ button: 'right' });
    const other = await Menu.shown(page);
    assert.ok(!(await other.texts()).includes(command));
    await other.dismiss();
    await entry('.env.local').click({ button: 'right' });
    await (await Menu.shown(page)).click(command);
    await input.pick('acme');
    await input.shown('Import from .env File (2/3)');
    assert.deepEqual(await input.checked(), ['FROM_EXPLORER']);
    await input.ok();
    await input.pick('All repositories');
    await notifications.shown('1 secret was created in acme.');
    assert.equal(fakeGitHub.value('acme', 'FROM_EXPLORER'), 'here');
  });
});

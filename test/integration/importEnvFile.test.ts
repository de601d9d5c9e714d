import assert from 'node:assert/strict';
import { commands, type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { gitHub } from './gitHub';
import { acme, importStage } from './importStage';
import type { MemoryFile } from './memoryFiles';

/** The buttons that try again what failed, and what was not tried. */
const retry = 'Retry Failed';
const goOn = 'Continue';

describe('the import of a .env file in a Node extension host', () => {
  const on = importStage();
  const { importing, said, writes } = on;

  const access = async (name: string): Promise<unknown[]> => {
    const stored = await gitHub.secret('acme', name);
    return [stored?.visibility, stored?.repositories];
  };
  const acceptAll = (): Promise<void> =>
    on.person.check(input => {
      input.selectedItems = input.items.filter(({ kind }) => kind !== QuickPickItemKind.Separator);
    });

  it('creates new secrets with the chosen access, and rotates existing ones without changing theirs', async () => {
    const imported = importing(
      '\uFEFFNPM_TOKEN="a#b"\r\nexport api_key=k1\r\nPEM="-----\r\nx\r\n-----"\r\nLAST=l',
    );
    await acceptAll();
    await on.person.pick('Selected repositories');
    await on.person.pick('docs', 'billing');
    await imported;
    await said(/^3 secrets were created and 1 rotated in acme\.$/);
    assert.equal(on.person.progress.at(-1), '4 of 4');
    for (const [name, value] of [
      ['NPM_TOKEN', 'a#b'],
      ['API_KEY', 'k1'],
      ['PEM', '-----\nx\n-----'],
      ['LAST', 'l'],
    ] as const)
      assert.equal(await gitHub.value('acme', name), value);
    for (const name of ['API_KEY', 'PEM', 'LAST'])
      assert.deepEqual(await access(name), ['selected', ['billing', 'docs']]);
    assert.deepEqual(await access('NPM_TOKEN'), ['selected', ['billing', 'service-catalog']]);
    assert.equal((await writes()).length, 4);
  });

  it('uses the only organization if it is run from the palette', async () => {
    on.person.files = [on.files.put('/project/.env', 'NEW=1')];
    const imported = commands.executeCommand(ids.importEnvFile);
    await acceptAll();
    await on.person.pick('All repositories');
    await imported;
    await said(/^1 secret was created in acme\.$/);
    assert.deepEqual(await access('NEW'), ['all', []]);
  });

  it('uses the file that the Explorer passes, or the one of several that was clicked', async () => {
    const clicked = on.files.put('/project/.env.local', 'UNUSED=1');
    const other = on.files.put('/project/.env.test', 'DB_URL=1');
    const imported = commands.executeCommand(ids.importEnvFile, clicked, [other, clicked]);
    await acceptAll();
    await imported;
    await said(/^1 secret was rotated in acme\.$/);
    assert.deepEqual(await writes(), ['PUT /orgs/acme/codespaces/secrets/UNUSED']);
  });

  it("offers the active editor's .env file first, and another one from the dialog", async () => {
    const open = on.files.put('/project/.env.local', 'OPEN=1');
    await window.showTextDocument(await workspace.openTextDocument(open));
    const labels: string[] = [];
    for (const file of ['$(file) .env.local', '$(folder-opened) Choose Another File...']) {
      const imported = importing('OTHER=1');
      await on.person.pick(file);
      await on.person.check(input => {
        labels.push(...input.items.map(({ label }) => label).filter(label => /^(OPEN|OTHER)$/.test(label)));
        input.hide();
      });
      await imported;
    }
    assert.deepEqual(labels, ['OPEN', 'OTHER']);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it("doesn't ask about access if nothing is new, and sends only what is selected", async () => {
    const imported = importing('NPM_TOKEN=1\nSENTRY_DSN=2\nNEW=3');
    await on.person.check(input => {
      assert.deepEqual(namesOf(input.selectedItems), ['NEW']);
      input.selectedItems = input.items.filter(({ label }) => label === 'SENTRY_DSN');
    });
    await imported;
    await said(/^1 secret was rotated in acme\.$/);
    assert.deepEqual(await writes(), ['PUT /orgs/acme/codespaces/secrets/SENTRY_DSN']);
    assert.deepEqual(await access('SENTRY_DSN'), ['all', []]);
  });

  it('has room for 100 secrets, 4 at once, and can be cancelled in between', async () => {
    const names = Array.from({ length: 95 }, (_, index) => `NAME_${index}`);
    const imported = importing([...names, 'NPM_TOKEN'].map(name => `${name}=1`).join('\n'));
    on.person.cancels = progress => progress === '4 of 96';
    await acceptAll();
    await on.person.pick('All repositories');
    await imported;
    const { text, buttons } = await said(/ of 96 secrets were imported to acme\. Not tried: /);
    assert.deepEqual(buttons, [goOn]);
    assert.equal((await writes()).length, Number.parseInt(text));
    assert.ok(!on.person.messages.some(({ text: it }) => it.includes('created')));
  });

  it('names what failed, and retries it with the same values', async () => {
    await gitHub.fault({
      method: 'PUT',
      path: '/orgs/acme/codespaces/secrets/NEW_B',
      kind: 'status',
      status: 422,
      message: 'No.',
    });
    on.person.choose = ({ buttons }) => buttons.find(it => it === retry);
    const imported = importing('NEW_A=a\nNEW_B=b\nNPM_TOKEN=n');
    await acceptAll();
    await on.person.pick('Private and internal repositories');
    await imported;
    await said(/^2 of 3 secrets were imported to acme\. NEW_B: /);
    await said(/^2 secrets were created and 1 rotated in acme\.$/);
    assert.equal(await gitHub.value('acme', 'NEW_B'), 'b');
    assert.deepEqual(await access('NEW_B'), ['private', []]);
    assert.equal((await writes()).filter(it => it.endsWith('/NEW_A')).length, 1);
  });

  it("doesn't overwrite a secret that somebody created after the preview", async () => {
    const imported = importing('NEW_A=a\nNEW_B=b');
    await acceptAll();
    const other = {
      edit: 'createSecret',
      organization: 'acme',
      name: 'NEW_A',
      visibility: 'private',
    } as const;
    await gitHub.edit(other);
    await on.person.pick('All repositories');
    await imported;
    await said(/^1 of 2 secrets were imported to acme\. NEW_A: /);
    assert.deepEqual(await access('NEW_A'), ['private', []]);
    assert.equal(await gitHub.value('acme', 'NEW_B'), 'b');
    assert.deepEqual(await writes(), ['PUT /orgs/acme/codespaces/secrets/NEW_B']);
  });

  it("doesn't report success if the user doesn't retry what failed", async () => {
    await gitHub.fault({ method: 'PUT', kind: 'status', status: 422, message: 'No.' });
    const imported = importing('NEW_A=a');
    await acceptAll();
    await on.person.pick('All repositories');
    await imported;
    await said(/^0 of 1 secrets were imported to acme\. NEW_A: /);
    assert.equal(on.person.messages.length, 1);
  });

  const another = 'Choose Another File...';
  const mebibytes = 1024 * 1024;
  const bad: [string, MemoryFile | string, string, RegExp][] = [
    ['nothing in it', '', '.env', /^\.env is empty\. Add lines such as NAME=value, then import it again\.$/],
    ['a byte order mark alone', '\uFEFF\r\n', '.env', /^\.env is empty\./],
    [
      'comments alone',
      '# A=1\n',
      '.env',
      /^\.env has no variables\. Add lines such as NAME=value, then import it/,
    ],
    ['a folder in its place', { isFolder: true }, 'env', /^env is a folder\. Choose a file in it\.$/],
    [
      'text in UTF-16',
      { content: Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x3d, 0, 0x31, 0]) },
      '.env',
      /^\.env isn't UTF-8 text\. Save it as UTF-8, then import it again\.$/,
    ],
    [
      'a size of 10 MB',
      { size: 10 * mebibytes },
      'big.env',
      /^big\.env has 10,485,760 bytes\. The limit is 5,242,880 bytes\.$/,
    ],
    [
      'a size, but gone when it is read',
      {},
      'gone.env',
      /^gone\.env no longer exists\. Choose another file\.$/,
    ],
  ];
  for (const [what, content, name, message] of bad)
    it(`refuses a file with ${what}, and reads another one`, async () => {
      on.person.choose = ({ buttons }) => buttons.find(it => it === another);
      const imported = importing(content, name);
      on.person.files.push(on.files.put('/project/.env.good', 'GOOD=1'));
      const { labels } = await on.person.look();
      await imported;
      assert.match(on.person.messages[0]?.text ?? '', message);
      assert.deepEqual(labels, ['New', 'GOOD']);
    });

  it("doesn't read a file whose reported size is too large", async () => {
    await importing({ size: 10 * mebibytes }, 'big.env');
    await said(/^big\.env has/);
    assert.deepEqual(on.files.reads, []);
  });

  it('ends if the user cancels the file dialog', async () => {
    await commands.executeCommand(ids.importEnvFile, acme);
    assert.deepEqual(on.person.messages, []);
    assert.deepEqual(await writes(), []);
  });
});

function namesOf(items: readonly QuickPickItem[]): string[] {
  return items.map(({ label }) => label);
}

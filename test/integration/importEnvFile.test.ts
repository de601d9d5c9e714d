import assert from 'node:assert/strict';
import { commands, type QuickPickItem, QuickPickItemKind } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { gitHub, settled, signedInAs } from './gitHub';
import { type MemoryFile, MemoryFiles } from './memoryFiles';
import { type Message, Person, until } from './person';

/** The buttons that try again what failed, and what was not tried. */
const retry = 'Retry Failed';
const goOn = 'Continue';

/** What is said of each variable whose name is that of a secret. */
const existing = 'Already exists. Select it to rotate its value. Access stays the same.';

const acme = { kind: 'organization', organization: 'acme' };

/** A row of the preview, in short. */
interface Row {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

describe('the import of a .env file in a Node extension host', () => {
  let person: Person;
  let files: MemoryFiles;
  before(async () => {
    person = new Person();
    files = new MemoryFiles();
    await signedInAs('hubot', person);
  });
  after(async () => {
    await signedInAs('octocat', person);
    person.dispose();
    files.dispose();
  });
  afterEach(async () => {
    await settled();
    person.forget();
    files.reads.length = 0;
  });

  /** Imports a file to `acme` from its context menu. */
  const importing = (content: MemoryFile | string, name = '.env'): Thenable<unknown> => {
    person.files = [files.put(`/project/${name}`, content)];
    return commands.executeCommand(ids.importEnvFile, acme);
  };
  /** What the preview of a file says, by group; the preview is then left. */
  const preview = async (content: string): Promise<Record<string, Row[]>> => {
    const imported = importing(content);
    let groups: Record<string, Row[]> = {};
    await person.check(input => {
      groups = grouped(input.items);
      input.hide();
    });
    await imported;
    return groups;
  };
  const writes = async (): Promise<string[]> =>
    (await gitHub.requests())
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
  const access = async (name: string): Promise<unknown[]> => {
    const stored = await gitHub.secret('acme', name);
    return [stored?.visibility, stored?.repositories];
  };
  const said = async (pattern: RegExp): Promise<Message> => {
    const patience = Date.now() + 10_000;
    return until(() => {
      if (Date.now() > patience) throw new Error(`Not said among ${JSON.stringify(person.messages)}`);
      return person.messages.find(({ text }) => pattern.test(text));
    });
  };
  const acceptAll = (): Promise<void> =>
    person.check(input => {
      input.selectedItems = input.items.filter(({ kind }) => kind !== QuickPickItemKind.Separator);
    });

  it('creates new secrets with the chosen access, and rotates existing ones without changing theirs', async () => {
    const imported = importing(
      '\uFEFFNPM_TOKEN="a#b"\r\nexport api_key=k1\r\nPEM="-----\r\nx\r\n-----"\r\nLAST=l',
    );
    await acceptAll();
    await person.pick('Selected repositories');
    await person.pick('docs', 'billing');
    await imported;
    await said(/^3 secrets were created and 1 rotated in acme\.$/);
    assert.equal(person.progress.at(-1), '4 of 4');
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
    person.files = [files.put('/project/.env', 'NEW=1')];
    const imported = commands.executeCommand(ids.importEnvFile);
    await acceptAll();
    await person.pick('All repositories');
    await imported;
    await said(/^1 secret was created in acme\.$/);
    assert.deepEqual(await access('NEW'), ['all', []]);
  });

  it('uses the file that the Explorer passes, or the one of several that was clicked', async () => {
    const clicked = files.put('/project/.env.local', 'UNUSED=1');
    const other = files.put('/project/.env.test', 'DB_URL=1');
    const imported = commands.executeCommand(ids.importEnvFile, clicked, [other, clicked]);
    await acceptAll();
    await imported;
    await said(/^1 secret was rotated in acme\.$/);
    assert.deepEqual(await writes(), ['PUT /orgs/acme/codespaces/secrets/UNUSED']);
  });

  it("doesn't ask about access if nothing is new, and sends only what is selected", async () => {
    const imported = importing('NPM_TOKEN=1\nSENTRY_DSN=2\nNEW=3');
    await person.check(input => {
      assert.deepEqual(namesOf(input.selectedItems), ['NEW']);
      input.selectedItems = input.items.filter(({ label }) => label === 'SENTRY_DSN');
    });
    await imported;
    await said(/^1 secret was rotated in acme\.$/);
    assert.deepEqual(await writes(), ['PUT /orgs/acme/codespaces/secrets/SENTRY_DSN']);
    assert.deepEqual(await access('SENTRY_DSN'), ['all', []]);
  });

  it('describes the values without showing any', async () => {
    const groups = await preview(
      'SECRET_A=hunter2\nSECRET_B="hunter2\nhunter2"\nBAD-NAME=hunter2\nSENTRY_DSN=" hunter2"',
    );
    assert.ok(!JSON.stringify(groups).includes('hunter2'));
    assert.deepEqual(
      groups['New']?.map(({ label, description }) => [label, description]),
      [
        ['SECRET_A', '7 bytes, 1 line, no line break at the end'],
        ['SECRET_B', '15 bytes, 2 lines, LF line breaks, no line break at the end'],
      ],
    );
    assert.deepEqual(groups['Existing'], [
      {
        label: 'SENTRY_DSN',
        description: '8 bytes, 1 line, no line break at the end',
        detail: `$(warning) The value starts or ends with spaces or tabs. ${existing}`,
      },
    ]);
  });

  it('says what to know about each entry', async () => {
    const groups = await preview(
      [
        'TWICE=1\r\nTWICE=2\r\nlower=1',
        'both=1\r\nBOTH=1',
        'BREAKS="1\r\n2"',
        `QUOTED='"x"'`,
        'SAME=SAME',
      ].join('\r\n'),
    );
    assert.deepEqual(details(groups['New']), {
      TWICE: 'Defined twice. The last one is used.',
      LOWER: 'Written as lower. GitHub stores names in uppercase.',
      BOTH: 'Written as both, BOTH, with the same value. GitHub stores names in uppercase.',
      BREAKS: 'Its line breaks change from CRLF to LF.',
      QUOTED: '$(warning) The value is in quotation marks.',
      SAME: '$(warning) The value is the name of the secret.',
    });
  });

  it("refuses each entry that can't be a secret with the reason, and doesn't send it", async () => {
    const content = [
      'api_key=1\nAPI_KEY=2\nEMPTY=\nA-B=1\n1A=1\nGITHUB_TOKEN=1\nnot a variable',
      `LARGE=${'x'.repeat(48 * 1024 + 1)}\nGOOD=1`,
    ].join('\n');
    const clash =
      '$(error) GitHub treats api_key, API_KEY as one name, but their values differ. Keep one in the file.';
    const imported = importing(content);
    await person.check(input => {
      assert.deepEqual(details(grouped(input.items)["Can't be imported"]), {
        api_key: clash,
        API_KEY: clash,
        EMPTY: "$(error) The value is empty. GitHub doesn't accept empty secrets.",
        'A-B': '$(error) Use only letters, digits, and underscores.',
        '1A': "$(error) A name can't start with a digit.",
        GITHUB_TOKEN: '$(error) GitHub reserves names that start with GITHUB_.',
        LARGE: '$(error) The value has 49,153 bytes. GitHub accepts at most 49,152 bytes.',
        'Line 7': '$(error) Skipped: not in the form NAME=value.',
      });
      input.selectedItems = input.items.filter(({ kind }) => kind !== QuickPickItemKind.Separator);
    });
    await person.pick('All repositories');
    await imported;
    await said(/^1 secret was created in acme\.$/);
    assert.deepEqual(await writes(), ['PUT /orgs/acme/codespaces/secrets/GOOD']);
  });

  it("doesn't continue with more than the organization has room for, or with nothing", async () => {
    const names = Array.from({ length: 101 }, (_, index) => `NAME_${index}`);
    const imported = importing(names.map(name => `${name}=1`).join('\n'));
    let clear: (count: number) => void = () => undefined;
    await person.check(input => {
      clear = count => (input.selectedItems = input.selectedItems.slice(count));
    });
    await said(
      /^Clear at least 6 of the 101 new secrets\. acme already has 5 secrets, and GitHub allows 100 in an organization\.$/,
    );
    clear(5);
    await person.enter();
    await said(/^Clear at least 1 of the 96 new secrets\. /);
    clear(96);
    await person.enter();
    await said(/^Select at least one variable from \.env\.$/);
    await person.escape();
    await imported;
    assert.deepEqual(await writes(), []);
  });

  it('has room for 100 secrets, 4 at once, and can be cancelled in between', async () => {
    const names = Array.from({ length: 95 }, (_, index) => `NAME_${index}`);
    const imported = importing([...names, 'NPM_TOKEN'].map(name => `${name}=1`).join('\n'));
    person.cancels = progress => progress === '4 of 96';
    await acceptAll();
    await person.pick('All repositories');
    await imported;
    const { text, buttons } = await said(/ of 96 secrets were imported to acme\. Not tried: /);
    assert.deepEqual(buttons, [goOn]);
    assert.equal((await writes()).length, Number.parseInt(text));
    assert.ok(!person.messages.some(({ text: it }) => it.includes('created')));
  });

  it('names what failed, and retries it with the same values', async () => {
    await gitHub.fault({
      method: 'PUT',
      path: '/orgs/acme/codespaces/secrets/NEW_B',
      kind: 'status',
      status: 422,
      message: 'No.',
    });
    person.choose = ({ buttons }) => buttons.find(it => it === retry);
    const imported = importing('NEW_A=a\nNEW_B=b\nNPM_TOKEN=n');
    await acceptAll();
    await person.pick('Private and internal repositories');
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
    await person.pick('All repositories');
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
    await person.pick('All repositories');
    await imported;
    await said(/^0 of 1 secrets were imported to acme\. NEW_A: /);
    assert.equal(person.messages.length, 1);
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
      person.choose = ({ buttons }) => buttons.find(it => it === another);
      const imported = importing(content, name);
      person.files.push(files.put('/project/.env.good', 'GOOD=1'));
      const { labels } = await person.look();
      await imported;
      assert.match(person.messages[0]?.text ?? '', message);
      assert.deepEqual(labels, ['New', 'GOOD']);
    });

  it("doesn't read a file whose reported size is too large", async () => {
    await importing({ size: 10 * mebibytes }, 'big.env');
    await said(/^big\.env has/);
    assert.deepEqual(files.reads, []);
  });

  it('ends if the user cancels the file dialog', async () => {
    await commands.executeCommand(ids.importEnvFile, acme);
    assert.deepEqual(person.messages, []);
    assert.deepEqual(await writes(), []);
  });
});

function namesOf(items: readonly QuickPickItem[]): string[] {
  return items.map(({ label }) => label);
}

/** The rows below each separator. */
function grouped(items: readonly QuickPickItem[]): Record<string, Row[]> {
  const groups: Record<string, Row[]> = {};
  let rows: Row[] = [];
  for (const { label, kind, description = '', detail = '' } of items)
    if (kind === QuickPickItemKind.Separator) groups[label] = rows = [];
    else rows.push({ label, description, detail });
  return groups;
}

function details(rows: readonly Row[] = []): Record<string, string> {
  return Object.fromEntries(rows.map(({ label, detail }) => [label, detail]));
}

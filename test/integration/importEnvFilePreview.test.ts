import assert from 'node:assert/strict';
import { type QuickPickItem, QuickPickItemKind } from 'vscode';
import { importStage } from './importStage';

/** What is said of each variable whose name is that of a secret. */
const existing = 'Already exists. Select it to rotate its value. Access stays the same.';

/** A row of the preview, in short. */
interface Row {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

describe('the import of a .env file in a Node extension host', () => {
  const on = importStage();
  const { importing, said, writes } = on;

  /** What the preview of a file says, by group; the preview is then left. */
  const preview = async (content: string): Promise<Record<string, Row[]>> => {
    const imported = importing(content);
    let groups: Record<string, Row[]> = {};
    await on.person.check(input => {
      groups = grouped(input.items);
      input.hide();
    });
    await imported;
    return groups;
  };

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
    await on.person.check(input => {
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
    await on.person.pick('All repositories');
    await imported;
    await said(/^1 secret was created in acme\.$/);
    assert.deepEqual(await writes(), ['PUT /orgs/acme/codespaces/secrets/GOOD']);
  });

  it("doesn't continue with more than the organization has room for, or with nothing", async () => {
    const names = Array.from({ length: 101 }, (_, index) => `NAME_${index}`);
    const imported = importing(names.map(name => `${name}=1`).join('\n'));
    let clear: (count: number) => void = () => undefined;
    await on.person.check(input => {
      clear = count => (input.selectedItems = input.selectedItems.slice(count));
    });
    await said(
      /^Clear at least 6 of the 101 new secrets\. acme already has 5 secrets, and GitHub allows 100 in an organization\.$/,
    );
    clear(5);
    await on.person.enter();
    await said(/^Clear at least 1 of the 96 new secrets\. /);
    clear(96);
    await on.person.enter();
    await said(/^Select at least one variable from \.env\.$/);
    await on.person.escape();
    await imported;
    assert.deepEqual(await writes(), []);
  });
});

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

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { commands as ids, settings } from '../../src/manifest';
import { gitHub } from './gitHub';
import { type Person, until } from './person';
import { selectNothing } from './selection';
import { withPerson } from './withPerson';

describe('the report of access in a Node extension host', () => {
  let person: Person;
  /** Closes the editor of a report, and waits until the extension host knows it. */
  const close = async (): Promise<void> => {
    const report = window.activeTextEditor;
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => !report || window.activeTextEditor !== report || undefined);
  };
  afterEach(close);
  withPerson(it => (person = it));

  const organization = { kind: 'organization', organization: 'acme' };
  const shown = async (format: string): Promise<string> => {
    const exported = commands.executeCommand(ids.exportReport, organization);
    await person.pick(format);
    await person.pick('Open in Editor');
    await exported;
    return (await until(() => window.activeTextEditor)).document.getText();
  };

  it('opens as Markdown in an untitled editor', async () => {
    const text = await shown('Markdown');
    const document = window.activeTextEditor?.document;
    assert.deepEqual([document?.isUntitled, document?.languageId], [true, 'markdown']);
    assert.match(text, /^# Codespaces secrets of acme\n\nMade by octocat on /);
    assert.match(text, /\| `NPM_TOKEN` \| Selected repositories \| 2 \| billing, service-catalog \|/);
    assert.match(text, /\| `SENTRY_DSN` \| All repositories \| 12 \|.*\*\*stale\*\* \|/);
    assert.match(text, /\| docs \| \*\*public\*\* \| 1 \| `SENTRY_DSN` \(all\) \|/);
  });

  it('includes what somebody else changed since the views were shown', async () => {
    await shown('CSV');
    await gitHub.edit({ edit: 'selectRepository', organization: 'acme', name: 'UNUSED', repository: 'docs' });
    await close();
    assert.match(await shown('CSV'), /UNUSED,Selected repositories,[^,]*,[^,]*,,acme\/docs,public,\r\n/);
  });

  it('asks for the organization when run from the palette, and is saved where the person says', async () => {
    await selectNothing();
    const folder = await mkdtemp(join(tmpdir(), 'report-'));
    const file = join(folder, 'report.json');
    const original = window.showSaveDialog;
    Object.assign(window, { showSaveDialog: () => Promise.resolve(Uri.file(file)) });
    try {
      const exported = commands.executeCommand(ids.exportReport);
      await person.pick('acme');
      await person.pick('JSON');
      await person.pick('Save to File...');
      await exported;
      const report = JSON.parse(await readFile(file, 'utf8')) as { organization: string; secrets: unknown[] };
      assert.equal(report.organization, 'acme');
      assert.equal(report.secrets.length, 5);
      assert.match(person.messages[0]?.text ?? '', /report\.json/);
    } finally {
      Object.assign(window, { showSaveDialog: original });
      await rm(folder, { recursive: true });
    }
  });

  it('names the apps if several are shown', async () => {
    const set = (apps?: string[]): Thenable<void> =>
      workspace.getConfiguration().update(settings.apps, apps, ConfigurationTarget.Global);
    await set(['codespaces', 'actions']);
    try {
      const text = await shown('Markdown');
      assert.match(text, /^# Secrets of acme\n/);
      assert.match(text, /\| `NPM_TOKEN` \| Actions \| All repositories \| 12 \|/);
      assert.match(
        text,
        /\| docs \| \*\*public\*\* \| 2 \| `NPM_TOKEN` \(Actions, all\), `SENTRY_DSN` \(Codespaces, all\) \|/,
      );
      await close();
      await gitHub.fault({
        path: '/orgs/acme/actions/secrets',
        kind: 'status',
        status: 403,
        times: 'always',
      });
      assert.match(await shown('Markdown'), /\n\*\*Actions secrets are missing: [^*]+\*\*\n/);
    } finally {
      await set();
    }
  });

  it('has no value in it', async () => {
    for (const format of ['Markdown', 'CSV', 'JSON'])
      assert.ok(!(await shown(format)).includes('the value of'), format);
  });
});

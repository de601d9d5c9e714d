import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { commands, Selection, type TextDocument, Uri, window } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { close, replaceText } from './devcontainerFile';
import { gitHub } from './gitHub';
import { type Person, until } from './person';
import { withPerson } from './withPerson';
import { addFolder, type TestFolder } from './workspaceFolder';

const file = 'app.js';
const line = 'const apiKey = "s3cret";\n';
const replaced = 'const apiKey = process.env.API_KEY;\n';

describe('Save Selection as Secret, while it offers to replace the selection,', () => {
  let person: Person;
  let folder: TestFolder;
  let document: TextDocument;
  beforeEach(async () => {
    folder = await addFolder('acme/website', { [file]: line });
    document = await open();
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await folder.remove();
  });
  withPerson(it => (person = it));

  /** Opens the file as a person does: VS Code keeps a document for minutes if an extension has opened it. */
  async function open(): Promise<TextDocument> {
    const uri = Uri.joinPath(folder.uri, file);
    await commands.executeCommand('vscode.open', uri, { preview: false });
    const shown = () => window.activeTextEditor?.document;
    return until(() => (shown()?.uri.toString() === uri.toString() ? shown() : undefined));
  }

  /** Saves the value, and chooses Replace after something has happened to the file. */
  async function replaceAfter(change: () => Promise<unknown>): Promise<void> {
    const editor = await window.showTextDocument(document);
    const start = line.indexOf('s3cret');
    editor.selection = new Selection(0, start, 0, start + 's3cret'.length);
    person.choose = async ({ buttons }) => {
      if (!buttons.includes('Replace')) return undefined;
      await change();
      return 'Replace';
    };
    const saved = commands.executeCommand(ids.saveSelectionAsSecret);
    await person.pick('acme');
    await person.enterNext();
    await person.pick('$(check) Use it');
    await person.pick('All repositories');
    await saved;
    assert.equal(await gitHub.value('acme', 'API_KEY'), 's3cret');
  }
  /** The text of the file now, in whichever document. */
  const text = async (): Promise<string> => (await open()).getText();
  const refused = /^The text changed in the meantime, so nothing was replaced\. Enter process\.env\.API_KEY /;

  it('replaces it in a file that was closed and opened again', async () => {
    await replaceAfter(async () => {
      await close(document);
      await open();
    });
    assert.equal(await text(), replaced);
  });

  it('replaces it in a file that was closed', async () => {
    await replaceAfter(() => close(document));
    assert.equal(await text(), replaced);
  });

  it('replaces nothing in a file that was closed, opened and changed', async () => {
    const changed = `const other = "important words";\n${line}`;
    await replaceAfter(async () => {
      await close(document);
      await replaceText(await open(), changed);
    });
    await person.said(refused);
    assert.equal(await text(), changed);
  });

  it('replaces nothing if the text has become longer behind the selection', async () => {
    const changed = line.replace('s3cret', 's3cret and more');
    await replaceAfter(() => replaceText(document, changed));
    await person.said(refused);
    assert.equal(await text(), changed);
  });

  it('says so if the file is gone', async () => {
    await replaceAfter(async () => {
      await close(document);
      await rm(document.uri.fsPath);
    });
    await person.said(refused);
  });
});

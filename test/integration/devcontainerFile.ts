import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CodeAction,
  commands,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { until } from './person';
import type { TestFolder } from './workspaceFolder';

/** The first of the three places, where most tests have their file. */
export const usualPlace = '.devcontainer/devcontainer.json';

/** A devcontainer.json that declares secrets, with a comment and with commas at the ends. */
export function declaring(...names: string[]): string {
  const entries = names.map(name => `    "${name}": {}, // for ${name}\n`);
  return `{\n  /* What it needs. */\n  "secrets": {\n${entries.join('')}  },\n}\n`;
}

/** The configuration of a clone with these remotes. */
export function gitConfig(remotes: Readonly<Record<string, string>>): string {
  return Object.entries(remotes)
    .map(([name, url]) => `[remote "${name}"]\n\turl = ${url}\n`)
    .join('');
}

/** Opens a file of a folder in an editor of its own. */
export async function open({ uri }: TestFolder, path = usualPlace): Promise<TextDocument> {
  const document = await workspace.openTextDocument(Uri.joinPath(uri, path));
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes all editors, whatever is unsaved, and waits until a document is closed by that. */
export async function close(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until(() => document.isClosed || undefined);
}

/** Replaces the whole text, as typing does. It is not saved. */
export async function replaceText(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(document.uri, new Range(document.positionAt(0), end), text);
  assert.ok(await workspace.applyEdit(edit));
}

/** What is said of a file now: each code with the text that it is about. */
export function saidOf({ uri }: { readonly uri: Uri }): string[] {
  const document = workspace.textDocuments.find(it => it.uri.toString() === uri.toString());
  return languages
    .getDiagnostics(uri)
    .map(({ code, range }) => `${typeof code === 'string' ? code : ''} ${document?.getText(range) ?? ''}`);
}

/** Waits until exactly this is said of a file. */
export async function says(document: TextDocument, ...expected: string[]): Promise<void> {
  const patience = Date.now() + 10_000;
  await until(() => {
    const said = saidOf(document);
    if (Date.now() > patience) assert.deepEqual(said, expected);
    return said.join('\n') === expected.join('\n') || undefined;
  });
}

/** The quick fixes at the first place where a text stands. */
export function fixesAt(document: TextDocument, text: string): Thenable<CodeAction[]> {
  const start = document.positionAt(document.getText().indexOf(text));
  return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new Range(start, start));
}

/** Runs the fix with this title. */
export async function runFix(document: TextDocument, text: string, title: string): Promise<void> {
  const fix = (await fixesAt(document, text)).find(it => it.title === title);
  const command = fix?.command ?? assert.fail(`no fix ${title}`);
  await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

/** What the extension has logged so far as an error, besides requests that GitHub refused. */
export async function loggedErrors(): Promise<string[]> {
  const folder = join(process.env['VSCODE_USER_DATA'] ?? assert.fail('no user data'), 'logs');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const logs = entries.filter(entry => entry.isFile() && entry.name.includes('Codespaces Org Secrets'));
  assert.ok(logs.length > 0, 'The extension has no log.');
  const texts = await Promise.all(logs.map(entry => readFile(join(entry.parentPath, entry.name), 'utf8')));
  return texts.flatMap(text => text.split('\n')).filter(line => /\[error\] (?![A-Z]+ \/)/.test(line));
}

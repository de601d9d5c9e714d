import { type Uri, workspace, type WorkspaceFolder } from 'vscode';
import { devcontainerFiles } from '../platform/devcontainerFiles';
import { readFile } from '../platform/files';
import { maxLength } from '../model/declarationsCheck';

/** A devcontainer.json of the workspace. */
export interface DevcontainerFile {
  readonly folder: WorkspaceFolder;
  readonly uri: Uri;
  /** From its folder on; with the folder's name where there are several. */
  readonly path: string;
}

/** What a text of this length can have at most, in bytes. */
const maxSize = maxLength * 3;

/** Those of all workspace folders. */
export async function workspaceFiles(): Promise<DevcontainerFile[]> {
  const found = await Promise.all(
    (workspace.workspaceFolders ?? []).map(async folder =>
      (await devcontainerFiles(folder)).map(uri => ({ folder, uri, path: workspace.asRelativePath(uri) })),
    ),
  );
  return found.flat();
}

/** Whether this is the file that somebody names, by a relative or a full path or by an address. */
export function isNamed({ uri, path }: DevcontainerFile, name: string): boolean {
  return [path, uri.path, uri.fsPath, uri.toString()].includes(name.replace(/^\.\//, ''));
}

export function isOpen({ uri }: DevcontainerFile): boolean {
  return openText(uri) !== undefined;
}

/** As it stands in the editor, also where it is not saved; else as it is in the file. Nothing if it is too long or can't be read. */
export async function readText({ uri }: DevcontainerFile): Promise<string | undefined> {
  const text = openText(uri) ?? (await savedText(uri));
  return text !== undefined && text.length <= maxLength ? text : undefined;
}

async function savedText(uri: Uri): Promise<string | undefined> {
  const read = await readFile(uri, maxSize);
  return 'bytes' in read ? new TextDecoder().decode(read.bytes) : undefined;
}

function openText(uri: Uri): string | undefined {
  const document = workspace.textDocuments.find(it => it.uri.toString() === uri.toString());
  return document?.isClosed === false ? document.getText() : undefined;
}

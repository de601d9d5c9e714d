import { FileType, Uri, workspace, type WorkspaceFolder } from 'vscode';

/**
 * The devcontainer.json files of a workspace folder. They are looked for one by one: VS Code's search does not know every
 * virtual workspace.
 * @see https://containers.dev/implementors/spec/#devcontainerjson
 */
export async function devcontainerFiles({ uri }: WorkspaceFolder): Promise<Uri[]> {
  const inner = Uri.joinPath(uri, '.devcontainer');
  const folders = (await entriesOf(inner)).filter(([, type]) => (type & FileType.Directory) !== 0);
  const places = [
    Uri.joinPath(inner, 'devcontainer.json'),
    Uri.joinPath(uri, '.devcontainer.json'),
    ...folders.map(([name]) => Uri.joinPath(inner, name, 'devcontainer.json')),
  ];
  const exists = await Promise.all(places.map(isFile));
  return places.filter((_, index) => exists[index]);
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function isFile(file: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(file)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}

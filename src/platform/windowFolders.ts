import { FileSystemError, FileType, type Uri, workspace } from 'vscode';
import type { Event } from '../model/event';
import type { ReadFile } from '../model/gitFolder';
import { findGit, type Git } from './git';

/** What is asked of VS Code about the folders of a window. */
export interface WindowFolders {
  readonly folders: () => readonly Uri[];
  readonly onDidChange: Event<unknown>;
  readonly findGit: () => Promise<Git | undefined>;
  readonly readFile: (file: Uri) => ReturnType<ReadFile>;
}

/** The folders of this window. */
export const windowFolders: WindowFolders = {
  folders: () => (workspace.workspaceFolders ?? []).map(({ uri }) => uri),
  onDidChange: listener => workspace.onDidChangeWorkspaceFolders(listener),
  findGit,
  readFile,
};

/** In bytes. Nothing that is read here is nearly as long. */
const maxSize = 1_000_000;

async function readFile(file: Uri): ReturnType<ReadFile> {
  try {
    const { type, size } = await workspace.fs.stat(file);
    // A symbolic link is that and what it leads to.
    if ((type & FileType.Directory) !== 0) return {};
    return { text: size > maxSize ? '' : new TextDecoder().decode(await workspace.fs.readFile(file)) };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

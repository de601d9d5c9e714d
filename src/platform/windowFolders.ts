import { type Uri, workspace } from 'vscode';
import type { Event } from '../model/event';
import { findGit, type Git } from './git';

/** What is asked of VS Code about the folders of a window. */
export interface WindowFolders {
  readonly folders: () => readonly Uri[];
  readonly onDidChange: Event<unknown>;
  readonly findGit: () => Promise<Git | undefined>;
  readonly readText: (file: Uri) => Promise<string>;
}

/** The folders of this window. */
export const windowFolders: WindowFolders = {
  folders: () => (workspace.workspaceFolders ?? []).map(({ uri }) => uri),
  onDidChange: listener => workspace.onDidChangeWorkspaceFolders(listener),
  findGit,
  readText: async file => new TextDecoder().decode(await workspace.fs.readFile(file)),
};

import { type TextDocument, workspace, type WorkspaceFolder } from 'vscode';

/**
 * Where a devcontainer.json can be in a workspace folder.
 * @see https://containers.dev/implementors/spec/#devcontainerjson
 */
const place = /^\/(\.devcontainer\/([^/]+\/)?devcontainer\.json|\.devcontainer\.json)$/;

/** What matches the files of all folders, and perhaps some deeper in them: for VS Code's providers. */
export const selector = [
  { pattern: '**/.devcontainer/devcontainer.json' },
  { pattern: '**/.devcontainer/*/devcontainer.json' },
  { pattern: '**/.devcontainer.json' },
];

/** The workspace folder that a document is the devcontainer.json of; nothing for any other document. */
export function folderOf({ uri }: Pick<TextDocument, 'uri'>): WorkspaceFolder | undefined {
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder || !uri.path.endsWith('devcontainer.json')) return undefined;
  return place.test(uri.path.slice(folder.uri.path.replace(/\/$/, '').length)) ? folder : undefined;
}

import { workspace } from 'vscode';
import type { OpenRepositories } from '../platform/openRepositories';
import { fullNameOf } from '../model/repositoryAddress';

/** The full names of the repositories that the workspace folders are clones of, each once; else of those that Git has found. */
export async function openFullNames(repositories: OpenRepositories): Promise<string[]> {
  const folders = workspace.workspaceFolders ?? [];
  const ofFolders = await Promise.all(folders.map(({ uri }) => repositories.ofFolder(uri)));
  const known = ofFolders.filter(repository => repository !== undefined);
  const found = known.length > 0 ? known : await repositories.all();
  const names = found.map(fullNameOf);
  return [...new Map(names.map(name => [name.toLowerCase(), name])).values()];
}

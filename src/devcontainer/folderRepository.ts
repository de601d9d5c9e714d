import type { Uri } from 'vscode';
import type { Connection } from '../cache/connections';
import type { OpenRepositories } from '../platform/openRepositories';
import type { Settings } from '../platform/settings';
import type { Unchecked } from '../model/declarationsCheck';
import { fullNameOf } from '../model/repositoryAddress';

/** The repository on the GitHub in use that a workspace folder is a clone of, or why there is none to compare with. */
export async function folderRepository(
  context: {
    readonly openRepositories: Pick<OpenRepositories, 'ofFolder'>;
    readonly settings: Pick<Settings, 'existingApps'>;
  },
  { host, store }: Pick<Connection, 'host' | 'store'>,
  folder: Uri,
): Promise<{ readonly fullName: string } | Extract<Unchecked, 'noCodespaces' | 'noRepository'>> {
  const apps = [...context.settings.existingApps(host), ...store.apps];
  if (!apps.includes('codespaces')) return 'noCodespaces';
  const open = await context.openRepositories.ofFolder(folder);
  return open ? { fullName: fullNameOf(open) } : 'noRepository';
}

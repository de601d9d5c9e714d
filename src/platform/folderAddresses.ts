import type { Uri } from 'vscode';
import { remotesAt } from '../model/gitFolder';
import { addressesOf, type NamedAddress } from '../model/namedAddress';
import { isLogin, isRepositoryName } from '../model/repositoryAddress';
import type { WindowFolders } from './windowFolders';

/** File systems of which the whole is there, not only the folder that is open. */
const wholeFileSystems = ['file', 'vscode-remote'];

/**
 * What a workspace folder tells of itself: its address, or the remotes in its Git configuration.
 * @param inParents whether it may be a part of a repository that is open around it
 */
export async function readFolder(
  uri: Uri,
  { readFile }: Pick<WindowFolders, 'readFile'>,
  inParents: () => Promise<boolean>,
): Promise<NamedAddress[]> {
  const [owner = '', name = ''] = uri.path.split('/').filter(part => part !== '');
  // Besides a state, which is in hexadecimal behind a plus sign, the authority is the name of the provider.
  const isVirtual = uri.scheme === 'vscode-vfs' && /^github(\+|$)/.test(uri.authority);
  if (isVirtual)
    return isLogin(owner) && isRepositoryName(name)
      ? [{ host: 'github.com', owner, name, isSsh: false, remote: 'origin' }]
      : [];
  const isWhole = wholeFileSystems.includes(uri.scheme);
  try {
    const remotes = await remotesAt(
      uri.path,
      path => readFile(uri.with({ path })),
      async () => isWhole && (await inParents()),
    );
    return remotes.flatMap(({ name, url }) => addressesOf(name, [url]));
  } catch {
    return [];
  }
}

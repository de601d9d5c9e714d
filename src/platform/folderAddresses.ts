import type { Uri } from 'vscode';
import { remotesIn } from '../model/gitConfig';
import { addressesOf, type NamedAddress } from '../model/namedAddress';
import { isLogin, isRepositoryName } from '../model/repositoryAddress';
import type { WindowFolders } from './windowFolders';

/** What a workspace folder tells of itself: its address, or the remotes in its Git configuration. */
export async function readFolder(
  uri: Uri,
  { readText }: Pick<WindowFolders, 'readText'>,
): Promise<NamedAddress[]> {
  const [owner = '', name = ''] = uri.path.split('/').filter(part => part !== '');
  // Besides a state, which is in hexadecimal behind a plus sign, the authority is the name of the provider.
  const isVirtual = uri.scheme === 'vscode-vfs' && /^github(\+|$)/.test(uri.authority);
  if (isVirtual)
    return isLogin(owner) && isRepositoryName(name)
      ? [{ host: 'github.com', owner, name, isSsh: false, remote: 'origin' }]
      : [];
  try {
    const config = await readText(uri.with({ path: `${uri.path.replace(/\/$/, '')}/.git/config` }));
    return remotesIn(config).flatMap(({ name, url }) => addressesOf(name, [url]));
  } catch {
    return [];
  }
}

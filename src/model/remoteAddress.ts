import { isLogin, isRepositoryName, type RepositoryAddress } from './repositoryAddress';

/** A repository by the address that Git fetches it from. */
export interface RemoteAddress extends RepositoryAddress {
  /** In lower case. */
  readonly host: string;
  /** Whether it is fetched by SSH, so that the host can be an alias of the user's own. */
  readonly isSsh: boolean;
}

/** `git@github.com:acme/billing.git`: neither an address with a scheme, nor a path, nor `transport::address`. */
const shortSsh = /^(?:([^@/:]+)@)?([^/:[\]]+):(?!\/\/|:)(.+)$/;

/** The schemes of addresses that lead to a server. */
const server = /^(https?|git|(git\+)?ssh|ssh\+git):$/;

/** What an address of Git's means, if it is one of a repository on a server: by HTTPS, SSH or in SSH's short form. */
export function remoteAddress(url: string): RemoteAddress | undefined {
  const address = url.trim();
  const place = shortPlace(address) ?? longPlace(address);
  if (!place || place.host === '') return undefined;
  const [owner = '', last = '', ...more] = place.path.split('/').filter(part => part !== '');
  const name = last.replace(/\.git$/i, '');
  if (!isLogin(owner) || !isRepositoryName(name) || more.length > 0) return undefined;
  return { host: place.host.toLowerCase(), owner, name, isSsh: place.isSsh };
}

interface Place {
  readonly host: string;
  readonly path: string;
  readonly isSsh: boolean;
}

function shortPlace(address: string): Place | undefined {
  const [, user, host, path] = shortSsh.exec(address) ?? [];
  if (host === undefined || path === undefined) return undefined;
  // `C:/acme/billing` is a path on a drive of Windows.
  return user === undefined && /^[a-z]$/i.test(host) ? undefined : { host, path, isSsh: true };
}

function longPlace(address: string): Place | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, pathname } = new URL(address);
  return server.test(protocol)
    ? { host: hostname, path: pathname, isSsh: protocol.includes('ssh') }
    : undefined;
}

/**
 * Whether a remote is on the site with this host name. `ssh.github.com` is GitHub too. By SSH, a name without a dot and
 * `github.com-work` are aliases in the user's own configuration, and nobody else can know what they stand for.
 */
export function isOn({ host, isSsh }: Pick<RemoteAddress, 'host' | 'isSsh'>, site: string): boolean {
  if ([site, `ssh.${site}`, `www.${site}`].includes(host)) return true;
  return isSsh && (!host.includes('.') || host.startsWith(`${site}-`));
}

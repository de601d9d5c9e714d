/** A repository by the address that Git fetches it from. */
export interface RemoteAddress {
  /** In lower case. */
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

/** `git@github.com:acme/billing.git`: what is neither an address with a scheme nor a path. */
const shortSsh = /^(?:[^@/:]+@)?([^/:]+):(?!\/\/)(.+)$/;

/** What an address of Git's means, if it is one of a repository on a server: by HTTPS, SSH or in SSH's short form. */
export function remoteAddress(url: string): RemoteAddress | undefined {
  const short = shortSsh.exec(url);
  const long = URL.canParse(url) && !short ? new URL(url) : undefined;
  const host = (short?.[1] ?? long?.hostname ?? '').toLowerCase();
  const path = short?.[2] ?? long?.pathname ?? '';
  const [owner, name, ...more] = path.split('/').filter(part => part !== '');
  if (host === '' || owner === undefined || name === undefined || more.length > 0) return undefined;
  return { host, owner, name: name.replace(/\.git$/i, '') };
}

/**
 * Whether a remote is on the site with this host name. `ssh.github.com` is GitHub too, and a name without a dot is an
 * alias of the user's own SSH configuration, of which nobody else can know what it stands for.
 */
export function isOn(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`) || !host.includes('.');
}

/** The addresses in the text of a `.git/config`. */
export function remotesIn(config: string): string[] {
  return [...config.matchAll(/^\s*url\s*=\s*(\S+)\s*$/gm)].map(([, url]) => url ?? '');
}

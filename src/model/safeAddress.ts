/** This machine's own names, to which plain http goes without leaving it. */
const ownHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Whether nobody on the way can read what is sent to an address: it is https, or http to this machine. */
export function isSecureAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ownHosts.includes(hostname));
}

/**
 * Whether an address that came from outside can be opened: it is secure, and on the GitHub in use or a subdomain of it.
 * @param site the address of the GitHub in use: `https://github.com`
 */
export function isSafeAddress(address: string, site: string): boolean {
  if (!isSecureAddress(address) || !isSecureAddress(site)) return false;
  const { hostname, port, username, password } = new URL(address);
  const own = new URL(site);
  const isOnSite = hostname === own.hostname || hostname.endsWith(`.${own.hostname}`);
  return isOnSite && port === own.port && username === '' && password === '';
}

import type { FailureReason } from './failure';
import { isSecureAddress } from './safeAddress';

/** What stands in the way of asking for a token. */
export type HostProblem = Extract<
  FailureReason,
  { readonly kind: 'hostUnset' | 'hostOverridden' | 'hostInsecure' }
>;

/**
 * Why no token may be asked for an enterprise host; nothing where it may.
 * @param own the address in the user's own settings
 * @param effective the address that VS Code's provider signs in to, which a trusted workspace may have set
 */
export function hostProblem(own: unknown, effective: unknown): HostProblem | undefined {
  if (!isAddress(own)) return { kind: 'hostUnset' };
  if (!isAddress(effective) || !isSameAddress(own, effective))
    return { kind: 'hostOverridden', own, effective: typeof effective === 'string' ? effective : '' };
  return isSecureAddress(own) ? undefined : { kind: 'hostInsecure', host: own };
}

/** Whether a setting's value is the address of a website, without a name or a password in it. */
export function isAddress(value: unknown): value is string {
  // A backslash is a slash to browsers and part of the host's name to VS Code.
  if (typeof value !== 'string' || value.includes('\\') || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
}

/** Whether an address is of github.com or `*.ghe.com`, which have all apps. */
export function isCloud(address: string): boolean {
  return /(?:^|\.)(?:ghe|github)\.com$/.test(new URL(address).hostname);
}

/** Whether an address is of a GitHub Enterprise Server. One on this machine itself is a simulated GitHub, which has all apps. */
export function isEnterpriseServer(address: string): boolean {
  return !isCloud(address) && new URL(address).hostname !== 'localhost';
}

/** Whether two addresses mean the same: case in the host, a port that goes without saying and a last slash do not count. */
export function isSameAddress(a: string, b: string): boolean {
  return normalized(a) === normalized(b);
}

function normalized(address: string): string {
  return new URL(address).href.replace(/\/+$/, '');
}

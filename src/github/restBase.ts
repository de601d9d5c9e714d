import { Failure } from '../model/failure';
import { isSecureAddress } from '../model/safeAddress';

/**
 * The address of a GitHub's REST API. `enterpriseUri` is the host that the user named, or none for github.com.
 * `https://SUB.ghe.com` has it at `https://api.SUB.ghe.com`, an Enterprise Server below `/api/v3`. A path in it counts
 * for nothing, as in VS Code's own provider. Throws a `hostInsecure` failure for what is not https.
 * @see https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency/network-details-for-ghecom
 */
export function restBase(enterpriseUri: string | undefined): string {
  if (enterpriseUri === undefined) return 'https://api.github.com';
  if (!isSecureAddress(enterpriseUri)) throw new Failure({ kind: 'hostInsecure', host: enterpriseUri });
  const { protocol, host } = new URL(enterpriseUri);
  return host.endsWith('.ghe.com') ? `${protocol}//api.${host}` : `${protocol}//${host}/api/v3`;
}

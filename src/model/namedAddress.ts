import { type RemoteAddress, remoteAddress } from './remoteAddress';
import { fullNameOf, type RepositoryAddress } from './repositoryAddress';

/** The address of a remote. */
export interface NamedAddress extends RemoteAddress {
  readonly remote: string;
}

/** The addresses of a remote that are those of repositories. */
export function addressesOf(remote: string, urls: readonly (string | undefined)[]): NamedAddress[] {
  return urls.flatMap(url => {
    const address = url === undefined ? undefined : remoteAddress(url);
    return address ? [{ ...address, remote }] : [];
  });
}

/**
 * The repository that a clone is one of: its `origin`, as `git clone` names it, else its `upstream`, else the only one.
 * The `origin` of a fork's clone is the fork.
 */
export function originOf(addresses: readonly NamedAddress[]): NamedAddress | undefined {
  const named = (name: string): NamedAddress | undefined => addresses.find(({ remote }) => remote === name);
  const [only, ...others] = addresses;
  const isOnly = others.every(other => isSame(other, only));
  return named('origin') ?? named('upstream') ?? (isOnly ? only : undefined);
}

/** GitHub's names are the same whatever their case. */
export function keyOf(address: RepositoryAddress): string {
  return fullNameOf(address).toLowerCase();
}

function isSame(one: RepositoryAddress, other: RepositoryAddress | undefined): boolean {
  return keyOf(one) === (other && keyOf(other));
}

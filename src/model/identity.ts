/** Whose token is used, and where. */
export interface Identity {
  /** The id of VS Code's authentication provider. */
  readonly provider: string;
  /** The site: `https://github.com`, or an enterprise host. */
  readonly host: string;
  readonly account: { readonly id: string; readonly label: string };
}

/** The string form of an identity. An account's label can change, its id cannot. */
export function identityKey({ provider, host, account }: Identity): string {
  return [provider, host.toLowerCase(), account.id].join(' ');
}

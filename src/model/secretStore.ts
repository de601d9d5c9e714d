import type { SecretApp } from './secretApp';

/** Whose secrets they are. */
export interface SecretOwner {
  readonly kind: 'organization';
  readonly login: string;
}

/** What holds secrets on GitHub: those of one app and one owner. */
export interface StoreId {
  readonly app: SecretApp;
  readonly owner: SecretOwner;
}

/** The only string form of a store's address. Logins are the same whatever their case. */
export function storeKey({ app, owner }: StoreId): string {
  return `${app}:${owner.kind}/${owner.login}`.toLowerCase();
}

/** The secrets of an organization for one app. */
export function storeOf(app: SecretApp, organization: string): StoreId {
  return { app, owner: { kind: 'organization', login: organization } };
}

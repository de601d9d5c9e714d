import type { SecretId } from '../model/secret';
import type { StoreId } from '../model/secretStore';

/** What changed: a secret with its repositories, the list of a store, all of an organization, or everything. */
export type StoreChange =
  | { readonly kind: 'secret'; readonly secret: SecretId }
  | { readonly kind: 'list'; readonly store: StoreId }
  | { readonly kind: 'organization'; readonly organization: string }
  | { readonly kind: 'everything' };

/** The organization that a change belongs to; nothing for everything. */
export function organizationOfChange(change: StoreChange): string | undefined {
  switch (change.kind) {
    case 'secret':
      return change.secret.owner.login;
    case 'list':
      return change.store.owner.login;
    case 'organization':
      return change.organization;
    case 'everything':
      return undefined;
  }
}

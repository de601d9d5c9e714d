import type { SecretId } from '../model/secret';
import { accountOf, type StoreId } from '../model/secretStore';

/**
 * What changed: a secret with its repositories, the list of a store, all of an organization and its repositories, the
 * user's own secrets, or everything.
 */
export type StoreChange =
  | { readonly kind: 'secret'; readonly secret: SecretId }
  | { readonly kind: 'list'; readonly store: StoreId }
  | { readonly kind: 'organization'; readonly organization: string }
  | { readonly kind: 'user' }
  | { readonly kind: 'everything' };

/** The organization that a change belongs to; nothing for everything and the user's own secrets. */
export function organizationOfChange(change: StoreChange): string | undefined {
  switch (change.kind) {
    case 'secret':
      return accountOf(change.secret.owner);
    case 'list':
      return accountOf(change.store.owner);
    case 'organization':
      return change.organization;
    case 'user':
    case 'everything':
      return undefined;
  }
}

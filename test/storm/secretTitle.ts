import type { SecretId } from '../../src/model/secret';
import { ownerKey } from '../../src/model/secretStore';

/**
 * What a run calls a secret, and tells it from the others by: `actions ALPHA` of the organization, `user/octocat ALPHA` of a
 * user, and `repository/12 ALPHA` of a repository, which keeps its id.
 */
export function titleOf({ app, owner, name }: SecretId): string {
  return `${owner.kind === 'organization' ? app : ownerKey(owner)} ${name.toUpperCase()}`;
}

/** What a title is made of: its store, and the name. */
export function partsOf(title: string): { readonly store: string; readonly name: string } {
  const [store = '', name = ''] = title.split(' ');
  return { store, name };
}

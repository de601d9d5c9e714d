import type { StoreId } from './secretStore';

/** What can be a part of the path of an address as it is. */
const plainPart = /^[\w.-]*[\w-][\w.-]*$/;

/**
 * The path of the settings page that lists an organization's secrets for an app. A name that could change the path, which
 * no organization of GitHub's has, leads to the list of all organizations.
 */
export function secretsPagePath({ app, owner }: StoreId): readonly string[] {
  return plainPart.test(owner.login)
    ? ['organizations', owner.login, 'settings', 'secrets', app]
    : ['settings', 'organizations'];
}

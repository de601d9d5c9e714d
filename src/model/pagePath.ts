import type { StoreId } from './secretStore';

/** What can be a part of the path of an address as it is. */
const plainPart = /^[\w.-]*[\w-][\w.-]*$/;

/**
 * The path of the settings page that lists an owner's secrets for an app. A name that could change the path, which no
 * organization and no repository of GitHub's has, leads to the list of all organizations.
 */
export function secretsPagePath({ app, owner }: StoreId): readonly string[] {
  switch (owner.kind) {
    case 'organization':
      return plainPart.test(owner.login)
        ? ['organizations', owner.login, 'settings', 'secrets', app]
        : elsewhere;
    case 'repository': {
      const parts = owner.fullName.split('/');
      return parts.length === 2 && parts.every(part => plainPart.test(part))
        ? [...parts, 'settings', 'secrets', app]
        : elsewhere;
    }
    case 'user':
      return ['settings', 'codespaces'];
  }
}

const elsewhere = ['settings', 'organizations'] as const;

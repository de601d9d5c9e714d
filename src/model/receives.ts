import type { RepositoryVisibility } from './repository';
import type { Visibility } from './secret';

/**
 * Whether a repository can use a secret.
 * @param secret the secret's visibility
 * @param isSelected whether the repository is selected for the secret; called only where that decides
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets#create-or-update-an-organization-secret
 */
export function receives(
  secret: Visibility,
  repository: { readonly visibility: RepositoryVisibility },
  isSelected: () => boolean = () => false,
): boolean {
  switch (secret) {
    case 'all':
      return true;
    case 'private':
      return repository.visibility !== 'public';
    case 'selected':
      return isSelected();
  }
}

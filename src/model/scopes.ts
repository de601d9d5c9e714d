import { Failure } from './failure';

/**
 * What a token needs for organization and repository secrets, and to see private repositories.
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets
 * @see https://docs.github.com/en/rest/codespaces/repository-secrets
 */
export const sessionScopes: readonly string[] = ['admin:org', 'repo'];

/**
 * What a token needs for the user's own Codespaces secrets.
 * @see https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps#available-scopes
 */
export const userSecretsScope = 'codespace:secrets';

/** Whether what is missing is the access to the user's own secrets, which is asked for by itself. */
export function isUserScope({ scopes }: { readonly scopes: readonly string[] }): boolean {
  return scopes.includes(userSecretsScope);
}

/** There is no token for the user's own secrets. */
export function noUserAccess(): Failure {
  return new Failure({ kind: 'scopeMissing', scopes: [userSecretsScope] });
}

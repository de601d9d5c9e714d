import { manages, roleMissing, visibleRepository } from '../access';
import { hasScope } from '../permissions';
import { notFound } from '../answer';
import { rulesOf } from '../apps';
import { param } from '../call';
import { pageOf } from '../pages';
import { repositorySecret } from '../represent';
import { isOrganization } from '../repositories';
import { canUse, secretApps, sortedSecrets, type SecretApp } from '../fixture';
import type { Operation } from './operation';

/**
 * GET /repos/{owner}/{repo}/{app}/organization-secrets: what a repository can use of its organization's secrets, for
 * those who may write to it. Here these are the ones who manage the app's secrets.
 */
export const repositorySecretOperations: readonly Operation[] = secretApps
  .filter(app => rulesOf(app).isListedByRepository)
  .map(listOf);

function listOf(app: SecretApp): Operation {
  return {
    method: 'GET',
    path: `/repos/{owner}/{repo}/${app}/organization-secrets`,
    acceptedScopes: 'repo',
    needsPermission: true,
    app,
    handle: call => {
      const { owner: organization, repository } = visibleRepository(
        call,
        param(call, 'owner'),
        param(call, 'repo'),
      );
      if (!isOrganization(organization) || organization.missingApps.has(app)) throw notFound();
      if (!manages(call, organization, app) || !hasScope(call.token, 'repo'))
        throw roleMissing(organization, 'Must have admin rights to Repository.');
      const all = sortedSecrets(organization, app).filter(secret => canUse(repository, secret));
      const { items, headers } = pageOf(call, all);
      return {
        status: 200,
        body: { total_count: all.length, secrets: items.map(repositorySecret) },
        headers,
      };
    },
  };
}

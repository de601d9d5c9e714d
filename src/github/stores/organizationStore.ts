import { appRules, type SecretApp } from '../../model/secretApp';
import { ownerName } from '../../model/secretStore';
import { toRepository } from '../mappers';
import { pageSize } from '../pages';
import { secretsAt, type SecretsPath } from './secretsAt';
import type { CreateStore, SecretStore } from './secretStore';
import { selectionAt } from './selectionAt';

/** In what the REST APIs of the apps differ. */
export interface OrganizationStoreOptions {
  /** How the API takes the selected repositories that are sent with a secret. Default: as numbers. */
  readonly toId?: (id: number) => number | string;
}

/** An app's organization secrets. Their API is the same for each app but for the part of the path that names it. */
export function organizationStore(
  app: SecretApp,
  { toId = id => id }: OrganizationStoreOptions = {},
): CreateStore {
  const at: SecretsPath = {
    path: `/orgs/{org}/${app}/secrets`,
    parameters: owner => ({ org: ownerName(owner) }),
    body: ({ access }) => ({
      visibility: access?.visibility,
      ...(access?.visibility === 'selected' && { selected_repository_ids: access.selected.map(toId) }),
    }),
  };
  // It has the type of Actions', as the shapes agree.
  const received =
    `GET /repos/{owner}/{repo}/${app}/organization-secrets` as 'GET /repos/{owner}/{repo}/actions/organization-secrets';
  return (tools): SecretStore => ({
    ...secretsAt(tools, at),
    selection: selectionAt(tools, at, { toRepository }),
    ...(appRules[app].hasReceived && {
      received: (owner, repo) => page =>
        tools.reader.read(
          received,
          { owner: ownerName(owner), repo, per_page: pageSize, page },
          ({ secrets, total_count: total }) => ({
            items: secrets.map(({ name }) => ({ id: name, name })),
            total,
          }),
        ),
    }),
  });
}

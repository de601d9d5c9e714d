import type { Answer } from '../answer';
import { rulesOf } from '../apps';
import { param, type Call } from '../call';
import { currentKey, type Organization, type SecretApp, type SecretVisibility } from '../fixture';
import { invalid, readValue, secretName } from './secretValue';
import type { SealedBody } from './secretValue';

interface Body extends SealedBody {
  visibility: SecretVisibility;
  /** As text for Dependabot alone, which the description sees to. */
  selected_repository_ids?: (number | string)[];
}

/**
 * PUT .../secrets/{secret_name}: creates (201) or changes (204). An existing secret keeps its value where none is
 * sent. Its selection is replaced by the ids that are sent, which for `selected` without ids means: by nothing.
 */
export function putSecret(call: Call, organization: Organization, app: SecretApp): Answer {
  const body = call.body as Body;
  const name = secretName(param(call, 'secret_name'));
  const { secrets } = organization.stores[app];
  const { maxSecrets } = rulesOf(app);
  const existing = secrets.get(name);
  if (!existing && secrets.size >= maxSecrets)
    throw invalid(`You have reached the limit of ${maxSecrets} secrets for this organization.`);
  const kept = organization.requiresValue ? undefined : existing?.value;
  const value = readValue(body, currentKey(organization, app), kept);
  const repositoryIds = readSelection(body, organization);
  const now = new Date(call.now);
  secrets.set(name, {
    name,
    visibility: body.visibility,
    repositoryIds,
    createdAt: existing?.createdAt ?? now,
    updatedAt: now,
    value,
  });
  return existing ? { status: 204 } : { status: 201, body: {} };
}

/** The ids as a set; refuses those of repositories that the organization does not have. */
function knownRepositories(organization: Organization, ids: readonly number[]): Set<number> {
  const unknown = ids.find(id => !organization.repositories.has(id));
  if (unknown !== undefined)
    throw invalid(
      `Validation Failed: repository ${unknown} could not be found in ${organization.login}.`,
      'selected_repository_ids',
    );
  return new Set(ids);
}

function readSelection(body: Body, organization: Organization): Set<number> {
  const ids = (body.selected_repository_ids ?? []).map(Number);
  if (body.visibility !== 'selected') {
    if (ids.length > 0)
      throw invalid(
        "You can only provide a list of repository ids when the visibility is set to 'selected'.",
        'selected_repository_ids',
      );
    return new Set();
  }
  return knownRepositories(organization, ids);
}

import { Refusal, type Answer } from '../answer';
import { rulesOf } from '../apps';
import { param, type Call } from '../call';
import { open, type SealedValue } from '../keys';
import { currentKey, type Organization, type SecretApp, type SecretVisibility } from '../fixture';

/** GitHub documents 48 KB for the secrets of Codespaces and Actions; it is assumed for the others. */
const maxValueBytes = 48 * 1024;

interface Body {
  encrypted_value?: string;
  key_id?: string;
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
  const name = param(call, 'secret_name').toUpperCase();
  const { secrets } = organization.stores[app];
  const { maxSecrets } = rulesOf(app);
  const existing = secrets.get(name);
  refuseBadName(name);
  if (!existing && secrets.size >= maxSecrets)
    throw invalid(`You have reached the limit of ${maxSecrets} secrets for this organization.`);
  const value = readValue(body, organization, app, existing?.value);
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

function refuseBadName(name: string): void {
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name))
    throw invalid(
      'Secret names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_). Spaces are not allowed. Must start with a letter ([a-z], [A-Z]) or underscores (_).',
    );
  if (name.startsWith('GITHUB_')) throw invalid('Secret names must not start with GITHUB_.');
}

function readValue(
  body: Body,
  organization: Organization,
  app: SecretApp,
  existing: SealedValue | undefined,
): SealedValue {
  const { encrypted_value: encrypted, key_id: keyId } = body;
  if (encrypted === undefined) {
    if (!existing || organization.requiresValue) throw missing('encrypted_value');
    return existing;
  }
  if (keyId === undefined) throw missing('key_id');
  const key = currentKey(organization, app);
  const box = Uint8Array.from(Buffer.from(encrypted, 'base64'));
  const opened = key.id === keyId ? open(box, key) : undefined;
  if (!opened) throw invalid('Bad request - validation failed due to an improperly encrypted secret');
  if (opened.length > maxValueBytes)
    throw invalid('Secret value is too large: it must be at most 48 KB.', 'encrypted_value');
  return { keyId, box };
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

function missing(field: string): Refusal {
  return invalid(`Invalid request.\n\n"${field}" wasn't supplied.`);
}

function invalid(message: string, field?: string): Refusal {
  return new Refusal(422, message, field ? { errors: [{ resource: 'Secret', field, code: 'invalid' }] } : {});
}

import { Refusal } from '../answer';
import { open, type KeyPair, type SealedValue } from '../keys';

/** GitHub documents 48 KB for the secrets of Codespaces and Actions; it is assumed for the others. */
const maxValueBytes = 48 * 1024;

/** What every PUT of a secret can have. */
export interface SealedBody {
  encrypted_value?: string;
  key_id?: string;
}

/** The name in upper case, as GitHub keeps it. Refuses one that GitHub does not take. */
export function secretName(given: string): string {
  const name = given.toUpperCase();
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name))
    throw invalid(
      'Secret names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_). Spaces are not allowed. Must start with a letter ([a-z], [A-Z]) or underscores (_).',
    );
  if (name.startsWith('GITHUB_')) throw invalid('Secret names must not start with GITHUB_.');
  return name;
}

/** The value that a body has, which opens with `key`; `kept` where it has none, and a refusal where nothing is kept. */
export function readValue(
  { encrypted_value: encrypted, key_id: keyId }: SealedBody,
  key: KeyPair,
  kept: SealedValue | undefined,
): SealedValue {
  if (encrypted === undefined) {
    if (!kept) throw missing('encrypted_value');
    if (keyId !== undefined && keyId !== key.id) throw badlySealed();
    return kept;
  }
  if (keyId === undefined) throw missing('key_id');
  const box = Uint8Array.from(Buffer.from(encrypted, 'base64'));
  const opened = key.id === keyId ? open(box, key) : undefined;
  if (!opened) throw badlySealed();
  if (opened.length > maxValueBytes)
    throw invalid('Secret value is too large: it must be at most 48 KB.', 'encrypted_value');
  return { keyId, box };
}

/** The refusal of a body without a member that it needs. */
export function missing(field: string): Refusal {
  return invalid(`Invalid request.\n\n"${field}" wasn't supplied.`);
}

/** The refusal of a body with something that does not do. */
export function invalid(message: string, field?: string): Refusal {
  return new Refusal(422, message, field ? { errors: [{ resource: 'Secret', field, code: 'invalid' }] } : {});
}

function badlySealed(): Refusal {
  return invalid('Bad request - validation failed due to an improperly encrypted secret');
}

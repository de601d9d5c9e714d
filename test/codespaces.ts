import { type SecretId, secretIn } from '../src/model/secret';
import { type StoreId, storeOf } from '../src/model/secretStore';

/** The Codespaces secrets of an organization. */
export function codespaces(organization = 'acme'): StoreId {
  return storeOf('codespaces', organization);
}

/** A Codespaces secret of an organization. */
export function codespacesSecret(name: string, organization = 'acme'): SecretId {
  return secretIn(codespaces(organization), name);
}

import type { Repository } from '../../model/repository';
import type { Secret, SecretId, Visibility } from '../../model/secret';
import type { SecretOwner } from '../../model/secretStore';
import type { Client } from '../client';
import type { ReadPage } from '../pages';
import type { Answer, Reader } from '../reader';

/** What values are sealed with. */
export interface PublicKey {
  /** Standard Base64. */
  readonly key: string;
  readonly key_id: string;
}

/** A value, sealed with a public key. */
export interface SealedValue {
  /** Standard Base64. */
  readonly encrypted_value: string;
  readonly key_id: string;
}

/** What is written of a secret. */
export interface SecretUpdate {
  /** Nothing for a repository's own secret. */
  readonly access: AccessToSend | undefined;
  /** Nothing where the value stays as it is. */
  readonly value?: SealedValue | undefined;
}

/** Who can use a secret, as it is sent. */
export interface AccessToSend {
  readonly visibility: Visibility;
  /** The ids of the selected repositories. GitHub empties a selection that is not sent along. */
  readonly selected: readonly number[];
}

/** An item of a list, which its `id` tells from the others. */
export type Listed<T> = T & { readonly id: string };

/** One kind of secret on GitHub: those of an app, of one kind of owner. A capability that it lacks is absent. */
export interface SecretStore {
  list(owner: SecretOwner): ReadPage<Listed<Secret>>;
  get(id: SecretId): Promise<Answer<Secret>>;
  publicKey(owner: SecretOwner): Promise<PublicKey>;
  /** Returns whether GitHub created the secret. */
  put(id: SecretId, update: SecretUpdate): Promise<boolean>;
  delete(id: SecretId): Promise<void>;
  /** The selected repositories. */
  readonly selection?: SelectionApi;
  /** The names of the secrets that a repository of the owner receives. */
  readonly received?: (owner: SecretOwner, repository: string) => ReadPage<Listed<{ readonly name: string }>>;
}

/** The selected repositories of a secret. All but `list` reject with `conflict` unless the visibility is `selected`. */
export interface SelectionApi {
  list(id: SecretId): ReadPage<Repository>;
  replace(id: SecretId, repositoryIds: readonly number[]): Promise<void>;
  add(id: SecretId, repositoryId: number): Promise<void>;
  remove(id: SecretId, repositoryId: number): Promise<void>;
}

/** What a store works with. */
export interface StoreTools extends TokenTools {
  /** The same with the token for the user's own secrets. */
  readonly ofUser: TokenTools;
}

/** What sends requests with one token. */
export interface TokenTools {
  readonly client: Client;
  readonly reader: Reader;
}

export type CreateStore = (tools: StoreTools) => SecretStore;

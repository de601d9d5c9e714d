import type { Endpoints } from '@octokit/types';
import type { Repository } from '../model/repository';
import type { Secret } from '../model/secret';

type SecretData =
  Endpoints['GET /repos/{owner}/{repo}/codespaces/secrets/{secret_name}']['response']['data'] &
    Partial<
      Pick<Endpoints['GET /orgs/{org}/codespaces/secrets/{secret_name}']['response']['data'], 'visibility'>
    >;

/** What the two lists of repositories have in common. */
interface RepositoryData {
  readonly id: number | bigint;
  readonly name: string;
  readonly private: boolean;
  readonly visibility?: string;
  readonly archived?: boolean;
  readonly html_url: string;
}

/** A repository in a list of several owners' repositories. */
export interface NamedRepositoryData extends RepositoryData {
  readonly full_name: string;
}

/** GitHub's shape of a secret as the domain's; `id` tells the items of a list apart. */
export function toSecret({
  name,
  visibility,
  created_at,
  updated_at,
}: SecretData): Secret & { readonly id: string } {
  return { id: name, name, visibility, createdAt: new Date(created_at), updatedAt: new Date(updated_at) };
}

/** GitHub's shape of a repository as the domain's. A server without `visibility` knows public and private only. */
export function toRepository({
  id,
  name,
  private: isPrivate,
  visibility,
  archived,
  html_url,
}: RepositoryData): Repository {
  return {
    id: Number(id),
    name,
    visibility: visibility === 'internal' ? 'internal' : isPrivate ? 'private' : 'public',
    archived: archived ?? false,
    url: html_url,
  };
}

/** The same with its owner in its name, for lists of several owners' repositories. */
export function toNamedRepository(data: NamedRepositoryData): Repository {
  return { ...toRepository(data), name: data.full_name };
}

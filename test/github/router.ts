import { describedOperation, type DescribedOperation } from './description';
import { metaOperations } from './operations/meta';
import type { Operation } from './operations/operation';
import { ownSecretOperations } from './operations/ownSecrets';
import { organizationOperations } from './operations/organization';
import { repositorySecretOperations } from './operations/repositorySecrets';
import { secretOperations } from './operations/secrets';
import { selectionOperations } from './operations/selection';
import { userOperations } from './operations/user';
import { userRepositoryOperations } from './operations/userRepositories';
import { userSecretOperations } from './operations/userSecrets';
import { userSelectionOperations } from './operations/userSelection';
import type { Fixture } from './fixture';
import { fullNameOf, repositoryById } from './repositories';

/** An operation that a request is for. */
export interface Route {
  readonly operation: Operation;
  readonly described: DescribedOperation;
  readonly params: Readonly<Record<string, string>>;
}

/** The first that fits is taken, so that the public key is not taken for a secret of that name, nor `repos` for a user's id. */
const routes = [
  ...metaOperations,
  ...userRepositoryOperations,
  ...userOperations,
  ...organizationOperations,
  ...secretOperations,
  ...selectionOperations,
  ...repositorySecretOperations,
  ...ownSecretOperations,
  ...userSecretOperations,
  ...userSelectionOperations,
].map(operation => ({
  operation,
  described: describedOperation(operation.method, operation.path),
  segments: operation.path.split('/'),
}));

/** Finds what a request is for. `path` is below the base and has no query. */
export function route(method: string, path: string): Route | undefined {
  const segments = path.split('/').map(decoded);
  for (const candidate of routes) {
    const params = candidate.operation.method === method ? match(candidate.segments, segments) : undefined;
    if (params) return { operation: candidate.operation, described: candidate.described, params };
  }
  return undefined;
}

/**
 * GitHub's own links name organizations and repositories by their id: gives the path with the names instead. The bare
 * `/organizations/{id}` is no link of GitHub's, and not in its description.
 */
export function canonicalPath(fixture: Fixture, path: string): string {
  const [, kind, digits, rest = ''] =
    /^\/(organizations(?=\/\d+\/)|repositories)\/(\d+)(\/.+)?$/.exec(path) ?? [];
  const id = Number(digits);
  if (kind === 'repositories') {
    const found = repositoryById(fixture, id);
    return found ? `/repos/${fullNameOf(found)}${rest}` : path;
  }
  const organization = kind && [...fixture.organizations.values()].find(candidate => candidate.id === id);
  return organization ? `/orgs/${organization.login}${rest}` : path;
}

function match(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{') && segment !== '') params[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

import { describedOperation, type DescribedOperation } from './description';
import { metaOperations } from './operations/meta';
import type { Operation } from './operations/operation';
import { organizationOperations } from './operations/organization';
import { repositorySecretOperations } from './operations/repositorySecrets';
import { secretOperations } from './operations/secrets';
import { selectionOperations } from './operations/selection';
import { userOperations } from './operations/user';
import type { Fixture } from './fixture';

/** An operation that a request is for. */
export interface Route {
  readonly operation: Operation;
  readonly described: DescribedOperation;
  readonly params: Readonly<Record<string, string>>;
}

/** The first that fits is taken, so that the public key is not taken for a secret of that name. */
const routes = [
  ...metaOperations,
  ...userOperations,
  ...organizationOperations,
  ...secretOperations,
  ...selectionOperations,
  ...repositorySecretOperations,
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
  const [, kind, digits, rest = ''] = /^\/(organizations|repositories)\/(\d+)(\/.+)$/.exec(path) ?? [];
  if (!kind) return path;
  const id = Number(digits);
  for (const { id: organizationId, login, repositories } of fixture.organizations.values()) {
    const repository = repositories.get(id);
    if (kind === 'organizations' && organizationId === id) return `/orgs/${login}${rest}`;
    if (kind === 'repositories' && repository) return `/repos/${login}/${repository.name}${rest}`;
  }
  return path;
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

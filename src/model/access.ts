import type { Repository } from './repository';
import type { Secret, SecretReference, Visibility } from './secret';

/** Who receives a secret. */
export interface SecretAccess {
  readonly visibility: Visibility;
  /** The selected repositories; empty unless the visibility is `selected`. */
  readonly selection: readonly Repository[];
}

/** Why a repository receives a secret: the visibility that lets it. */
export function reason(access: SecretAccess, repository: Repository): Visibility | undefined {
  switch (access.visibility) {
    case 'all':
      return 'all';
    case 'private':
      return repository.visibility === 'public' ? undefined : 'private';
    case 'selected':
      return access.selection.some(({ id }) => id === repository.id) ? 'selected' : undefined;
  }
}

/** Whether two reaches are the same, in whatever order the repositories stand. */
export function isSameAccess(a: SecretAccess, b: SecretAccess): boolean {
  const ids = new Set(a.selection.map(({ id }) => id));
  return (
    a.visibility === b.visibility &&
    a.selection.length === b.selection.length &&
    b.selection.every(({ id }) => ids.has(id))
  );
}

/** A secret with who receives it. */
export interface SecretWithAccess extends SecretReference {
  readonly secret: Secret;
  readonly access: SecretAccess;
}

/** Who can read what in an organization. */
export interface AccessMatrix {
  readonly organization: string;
  /** By name. */
  readonly secrets: readonly SecretWithAccess[];
  /** By name. */
  readonly repositories: readonly Repository[];
}

/** A secret that a repository receives, and why. */
export interface ReceivedSecret {
  readonly secret: Secret;
  readonly why: Visibility;
}

/** How many secrets each repository receives, by its id: for all of them at once, however many. */
export function receivedCounts({ secrets, repositories }: AccessMatrix): Map<number, number> {
  const [toAll, toPrivate] = (['all', 'private'] as const).map(
    visibility => secrets.filter(({ access: access }) => access.visibility === visibility).length,
  ) as [number, number];
  const counts = new Map(
    repositories.map(({ id, visibility }) => [id, toAll + (visibility === 'public' ? 0 : toPrivate)]),
  );
  for (const { access: access } of secrets)
    for (const { id } of access.selection) counts.set(id, (counts.get(id) ?? toAll) + 1);
  return counts;
}

/** The secrets that a repository receives, with why. */
export function secretsReceivedBy({ secrets }: AccessMatrix, repository: Repository): ReceivedSecret[] {
  return secrets.flatMap(({ secret, access: access }) => {
    const why = reason(access, repository);
    return why ? [{ secret, why }] : [];
  });
}

/** How many of the organization's repositories receive a secret. */
export function repositoryCount(access: SecretAccess, repositories: readonly Repository[]): number {
  switch (access.visibility) {
    case 'all':
      return repositories.length;
    case 'private':
      return repositories.filter(({ visibility }) => visibility !== 'public').length;
    case 'selected':
      return access.selection.length;
  }
}

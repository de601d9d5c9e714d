import type { Repository } from './repository';
import { receives } from './receives';
import type { Failure } from './failure';
import { type Secret, type SecretId, secretIn, type Visibility } from './secret';
import type { SecretApp } from './secretApp';
import type { StoreId } from './secretStore';

/** Who can use a secret. */
export interface SecretAccess {
  readonly visibility: Visibility;
  /** The selected repositories; empty unless the visibility is `selected`. */
  readonly selection: readonly Repository[];
  /** GitHub has listed only some of the selected repositories. What is written back would take access from the others. */
  readonly isPartial?: true;
}

/** Why a repository can use a secret: the visibility that lets it. Undefined if it can't. */
export function reason(
  { visibility, selection }: SecretAccess,
  repository: Repository,
): Visibility | undefined {
  const isSelected = (): boolean => selection.some(({ id }) => id === repository.id);
  return receives(visibility, repository, isSelected) ? visibility : undefined;
}

/** The access of a secret that nothing is known of. */
export const noAccess: SecretAccess = { visibility: 'selected', selection: [] };

/** Whether the same repositories can use two secrets, in whatever order the repositories stand. */
export function isSameAccess(a: SecretAccess, b: SecretAccess): boolean {
  const ids = new Set(a.selection.map(({ id }) => id));
  return (
    a.visibility === b.visibility &&
    a.selection.length === b.selection.length &&
    b.selection.every(({ id }) => ids.has(id))
  );
}

/** A secret as its store lists it. */
export interface ListedSecret extends SecretId {
  readonly secret: Secret;
}

/** A secret of a store's list, with its address. */
export function listedIn(store: StoreId, secret: Secret): ListedSecret {
  return { ...secretIn(store, secret.name), secret };
}

/** A secret with who receives it. */
export interface SecretWithAccess extends ListedSecret {
  readonly access: SecretAccess;
}

/** Why an app's secrets are not known: an organization's, or those of another kind of owner. */
export interface AppFailure {
  readonly app: SecretApp;
  readonly ownerKind?: 'repository' | 'user';
  readonly failure: Failure;
}

/** Who can read what in an organization. */
export interface AccessMatrix {
  readonly organization: string;
  /** Those that were asked for. */
  readonly apps: readonly SecretApp[];
  /** By name; of the same name in the order of the apps. */
  readonly secrets: readonly SecretWithAccess[];
  /** By name. */
  readonly repositories: readonly Repository[];
  /** The apps whose secrets are missing here. */
  readonly failures: readonly AppFailure[];
}

/** The apps whose secrets are known. */
export function loadedApps({ apps, failures }: AccessMatrix): SecretApp[] {
  return apps.filter(app => !failures.some(failure => failure.app === app));
}

/** A secret that a repository receives, and why. */
export interface ReceivedSecret extends ListedSecret {
  /** The visibility that lets it. Undefined for the repository's own secrets. */
  readonly why: Visibility | undefined;
  /** Whether a codespace gets the repository's own secret of this name instead. */
  readonly isHidden?: boolean;
}

/** What a repository receives of every owner. */
export interface ReceivedAccess {
  /** By name; of the same name the organization's in the order of the apps, then the repository's and the user's. */
  readonly secrets: readonly ReceivedSecret[];
  /** The apps whose secrets are missing here. */
  readonly failures: readonly AppFailure[];
}

/** How many secrets each repository can use, by its id: for all of them at once, however many. */
export function receivedCounts({ secrets, repositories }: AccessMatrix): Map<number, number> {
  const byVisibility = secrets.map(({ access }) => access.visibility);
  const counts = new Map(
    repositories.map(repository => [
      repository.id,
      byVisibility.filter(visibility => receives(visibility, repository)).length,
    ]),
  );
  for (const { access } of secrets)
    for (const { id } of access.selection) {
      const count = counts.get(id);
      if (count !== undefined) counts.set(id, count + 1);
    }
  return counts;
}

/** The secrets that each repository receives, with why, by its id: for all of them at once, however many. */
export function receivedSecrets({ secrets, repositories }: AccessMatrix): Map<number, ReceivedSecret[]> {
  const received = new Map(repositories.map(({ id }) => [id, [] as ReceivedSecret[]]));
  for (const { app, owner, name, secret, access } of secrets) {
    const why = access.visibility;
    const receivers =
      why === 'selected' ? access.selection : repositories.filter(repository => receives(why, repository));
    for (const { id } of receivers) received.get(id)?.push({ app, owner, name, secret, why });
  }
  return received;
}

/** The secrets that a repository receives, with why. */
export function secretsReceivedBy(
  { secrets }: Pick<AccessMatrix, 'secrets'>,
  repository: Repository,
): ReceivedSecret[] {
  return secrets.flatMap(({ app, owner, name, secret, access }) => {
    const why = reason(access, repository);
    return why ? [{ app, owner, name, secret, why }] : [];
  });
}

/**
 * Marks which secrets others hide. A repository's own value wins over the organization's; which one wins where the user
 * has one of the same name is not documented, so that is not told.
 * @see https://docs.github.com/en/codespaces/managing-codespaces-for-your-organization/managing-development-environment-secrets-for-your-repository-or-organization
 */
export function withHidden(secrets: readonly ReceivedSecret[]): ReceivedSecret[] {
  const own = new Set(
    secrets.flatMap(({ owner, name }) => (owner.kind === 'repository' ? [name.toUpperCase()] : [])),
  );
  return secrets.map(secret =>
    secret.app === 'codespaces' && secret.owner.kind === 'organization' && own.has(secret.name.toUpperCase())
      ? { ...secret, isHidden: true }
      : secret,
  );
}

/** Whether no repository can use a secret yet. */
export function isForNoRepository({ visibility, selection }: SecretAccess): boolean {
  return visibility === 'selected' && selection.length === 0;
}

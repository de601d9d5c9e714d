import { type AccessMatrix, loadedApps, type SecretAccess, type SecretWithAccess } from './access';
import { receives } from './receives';
import type { Repository } from './repository';
import type { Visibility } from './secret';
import type { SecretApp } from './secretApp';

/** A name that some of the apps don't have, or that other repositories can use in one app than in another. */
export interface AppDifference {
  readonly name: string;
  /** Its secrets with how many repositories can use each, in the order of the apps. */
  readonly secrets: readonly CountedSecret[];
  /** The apps that don't have it. */
  readonly missing: readonly SecretApp[];
  /** In the order of the apps. */
  readonly gaps: readonly AccessGap[];
}

export interface CountedSecret {
  readonly secret: SecretWithAccess;
  /** How many repositories can use it. */
  readonly repositories: number;
}

/** Repositories that can use a name in one app but not in another. */
export interface AccessGap {
  readonly canUse: SecretApp;
  readonly cannotUse: SecretApp;
  /** How many these are. */
  readonly repositories: number;
}

/** The names whose access is not the same in all apps, by name. Apps that could not be loaded might have any name. */
export function compareApps(access: AccessMatrix): AppDifference[] {
  const apps = loadedApps(access);
  const count = counter(access.repositories);
  return [...secretsByName(access.secrets).values()].flatMap(ofName => {
    const secrets = apps.flatMap(app => ofName.find(secret => secret.app === app) ?? []);
    const [first] = secrets;
    if (!first) return [];
    const missing = apps.filter(app => !secrets.some(secret => secret.app === app));
    const gaps = secrets.flatMap(one => secrets.flatMap(other => gapOf(one, other, count)));
    if (missing.length === 0 && gaps.length === 0) return [];
    const counted = secrets.map(secret => ({ secret, repositories: count.all(secret.access) }));
    return [{ name: first.name, secrets: counted, missing, gaps }];
  });
}

function secretsByName(secrets: readonly SecretWithAccess[]): Map<string, SecretWithAccess[]> {
  const all = new Map<string, SecretWithAccess[]>();
  for (const secret of secrets) {
    const key = secret.name.toLowerCase();
    const known = all.get(key);
    if (known) known.push(secret);
    else all.set(key, [secret]);
  }
  return all;
}

function gapOf(one: SecretWithAccess, other: SecretWithAccess, count: Counter): AccessGap[] {
  if (one === other) return [];
  const repositories = count.onlyFirst(one.access, other.access);
  return repositories > 0 ? [{ canUse: one.app, cannotUse: other.app, repositories }] : [];
}

/** Counts the repositories that can use secrets. */
interface Counter {
  readonly all: (access: SecretAccess) => number;
  /** Those that one access lets use a secret, and another doesn't. */
  readonly onlyFirst: (one: SecretAccess, other: SecretAccess) => number;
}

/** It looks at selected repositories only: of a visibility for many it knows how many these are. */
function counter(repositories: readonly Repository[]): Counter {
  const countOf = (visibility: Visibility): number =>
    repositories.filter(it => receives(visibility, it)).length;
  const totals = { all: countOf('all'), private: countOf('private') };
  return {
    all: ({ visibility, selection }) => (visibility === 'selected' ? selection.length : totals[visibility]),
    onlyFirst: (one, other) => {
      if (one.visibility === 'selected') return selectedOnly(one.selection, other);
      // Of two visibilities for many, one includes the other.
      const both =
        other.visibility === 'selected'
          ? other.selection.filter(it => receives(one.visibility, it)).length
          : totals[other.visibility];
      return Math.max(0, totals[one.visibility] - both);
    },
  };
}

/** How many selected repositories another access doesn't let use a secret. */
function selectedOnly(
  selection: readonly Repository[],
  { visibility, selection: others }: SecretAccess,
): number {
  if (visibility !== 'selected') return selection.filter(it => !receives(visibility, it)).length;
  // GitHub lists equal selections in the same order.
  if (selection.length === others.length && selection.every(({ id }, index) => id === others[index]?.id))
    return 0;
  const ids = new Set(others.map(({ id }) => id));
  return selection.filter(({ id }) => !ids.has(id)).length;
}

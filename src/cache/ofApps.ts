import type { AppFailure } from '../model/access';
import { isFailure } from '../model/failure';
import { byName } from '../model/repository';
import type { SecretApp } from '../model/secretApp';

/** What was read of several apps. */
export interface OfApps<T> {
  /** By name; of the same name in the order of the apps. */
  readonly found: T[];
  /** The apps that could not be read. */
  readonly failures: readonly AppFailure[];
}

/** Reads something of each app, sorted by name. Rejects only if no app can be read. */
export async function ofApps<T extends { readonly name: string }>(
  apps: readonly SecretApp[],
  read: (app: SecretApp) => Promise<readonly T[]>,
): Promise<OfApps<T>> {
  const found: T[][] = [];
  const failures: AppFailure[] = [];
  await Promise.all(
    apps.map(async (app, index) => {
      try {
        found[index] = [...(await read(app))];
      } catch (error) {
        if (!isFailure(error)) throw error;
        failures.push({ app, failure: error });
      }
    }),
  );
  failures.sort((a, b) => apps.indexOf(a.app) - apps.indexOf(b.app));
  const [first] = failures;
  if (first && failures.length === apps.length) throw first.failure;
  const all = found.flat();
  // Those of one app are in order already.
  return { found: apps.length > 1 ? all.sort(byName) : all, failures };
}

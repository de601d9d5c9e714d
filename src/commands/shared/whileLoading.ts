import { OrganizationLoads, type OrganizationLoadsOptions } from '../../cache/organizationLoads';
import type { Store } from '../../cache/store';

/** Loads organizations while the user is asked about them. */
export async function whileLoading<T>(
  store: Store,
  options: OrganizationLoadsOptions,
  ask: (loads: OrganizationLoads) => Promise<T>,
): Promise<T> {
  const loads = new OrganizationLoads(store, options);
  try {
    return await Promise.race([ask(loads), loads.broken]);
  } finally {
    loads.dispose();
  }
}

import { type AccessMatrix, receivedCounts } from '../model/access';
import { appRules } from '../model/secretApp';
import type { Store } from '../cache/store';

/** What is shown of an organization before one of its repositories is opened. */
export interface Overview extends Pick<AccessMatrix, 'repositories' | 'failures'> {
  readonly counts: Map<number, number>;
}

/**
 * An organization's repositories, and how many secrets each receives. With an app of which GitHub lists what a repository
 * receives, there can be a thousand secrets: then it is asked for only when a repository is opened, and so are the counts.
 */
export async function overview(store: Store, organization: string): Promise<Overview> {
  if (store.apps.some(app => appRules[app].hasReceived)) {
    const [repositories, { failures }] = await Promise.all([
      store.repositories(organization),
      store.listedSecrets(organization),
    ]);
    return { repositories, failures, counts: new Map() };
  }
  const access = await store.access(organization);
  return { ...access, counts: receivedCounts(access) };
}

import { OrganizationLoads } from '../cache/organizationLoads';
import { askForFound } from '../ui/prompts/findPick';
import { type Flow, requireInUse } from './shared/commandContext';

/** Finds a secret or a repository of any organization, and shows it in its view. */
export async function findSecret(flow: Flow): Promise<void> {
  const loads = new OrganizationLoads(flow.store, { withRepositories: true });
  try {
    const found = await Promise.race([askForFound(loads, flow.settings.staleAfterDays), loads.broken]);
    if (!found) return;
    requireInUse(flow);
    if (found.kind === 'secret') await flow.reveal(found.secret, { focus: true });
    else await flow.revealRepository(found.organization, found.repository);
  } finally {
    loads.dispose();
  }
}

import { askForFound } from '../ui/prompts/findPick';
import { type Flow, requireInUse } from './shared/commandContext';
import { whileLoading } from './shared/whileLoading';

/** Finds a secret or a repository of any organization, and shows it in its view. */
export async function findSecret(flow: Flow): Promise<void> {
  const found = await whileLoading(flow.store, { withRepositories: true }, loads =>
    askForFound(loads, flow.settings.staleAfterDays),
  );
  if (!found) return;
  requireInUse(flow);
  if (found.kind === 'secret') await flow.reveal(found.secret, { focus: true });
  else await flow.revealRepository(found.organization, found.repository);
}

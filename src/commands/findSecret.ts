import { OtherLevels } from '../cache/otherLevels';
import { askForFound } from '../ui/prompts/findPick';
import type { SecretId } from '../model/secret';
import { type Flow, requireInUse } from './shared/commandContext';
import { whileLoading } from './shared/whileLoading';

/** The argument for a caller that knows the secret already, such as a quick fix. */
export interface RevealTarget {
  readonly kind: 'reveal';
  readonly secret: SecretId;
  /** The connection that the caller's answer is of. */
  readonly connectionId?: string;
}

/** Finds a secret or a repository of any owner that is shown, and shows it in its view. */
export async function findSecret(flow: Flow): Promise<void> {
  const { store, settings, openRepositories } = flow;
  const levels = new OtherLevels(store, () => openRepositories.all());
  const found = await whileLoading(store, { withRepositories: true }, loads =>
    Promise.race([askForFound(loads, levels, settings.staleAfterDays), levels.broken]),
  );
  if (!found) return;
  requireInUse(flow);
  if (found.kind === 'secret') await flow.reveal(found.secret, { focus: true });
  else await flow.revealRepository(found.organization, found.repository);
}

import { accountOf } from '../../model/secretStore';
import { askSteps } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';
import { ownerQuestion } from './owner';
import type { Place } from './place';

/**
 * The organization that a flow works on: the one that the command was run in, the only one, or one that the user picks.
 * Undefined if they cancel, or if there is none, which they are told.
 */
export async function organizationOf(flow: Flow, title: string, place?: Place): Promise<string | undefined> {
  const known = place && accountOf(place.owner);
  if (known !== undefined) return known;
  const question = await ownerQuestion(flow, undefined);
  if (!question || !(await askSteps(title, () => question.steps))) return undefined;
  return accountOf(question.owner());
}

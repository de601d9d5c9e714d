import { declareLabels as labels } from '../labels/devcontainer';
import type { SecretId } from '../model/secret';
import { begin, type CommandContext } from './shared/commandContext';
import { secretOf } from './shared/targets';

/** Adds secrets to a devcontainer.json of the workspace: those that the command was run on, or one that the user picks. */
export async function declareInDevcontainer(
  context: CommandContext,
  secrets: readonly SecretId[],
): Promise<void> {
  const chosen = secrets.length > 0 ? secrets : [await secretOf(await begin(context), labels.title())];
  await context.declare(chosen.flatMap(secret => (secret ? [secret.name] : [])));
}

import { commands as vscodeCommands } from 'vscode';
import { staleSecretsLabels as labels } from '../labels/staleSecrets';
import { settings } from '../manifest';
import { secretKey } from '../model/secret';
import { showInformation } from '../ui/messages';
import type { PickPlace } from '../ui/prompts/growingPick';
import { askStaleSecret, type StaleChoice } from '../ui/prompts/stalePick';
import { deleteSecrets } from './deleteSecret';
import { rotateSecrets } from './rotateSecret';
import { type Flow, requireInUse } from './shared/commandContext';
import { whileLoading } from './shared/whileLoading';
import { withErrorReporting } from './shared/withErrorReporting';

/** Lists the stale secrets of all organizations, and rotates or deletes one after another. */
export async function reviewStaleSecrets(flow: Flow): Promise<void> {
  if (flow.settings.staleAfterDays === 0) return offerSetting();
  const handled = new Set<string>();
  let start: PickPlace | undefined;
  for (;;) {
    const choice = await ask(flow, handled, start);
    if (!choice) return;
    start = choice.place;
    // What goes wrong with one secret is told there, and the list comes back.
    await withErrorReporting(flow.log, async () => {
      const work = choice.action === 'rotate' ? rotateSecrets : deleteSecrets;
      for (const secret of await work(flow, [choice.secret])) handled.add(secretKey(secret));
    });
  }
}

async function ask(
  flow: Flow,
  handled: ReadonlySet<string>,
  start: PickPlace | undefined,
): Promise<StaleChoice | undefined> {
  requireInUse(flow);
  const { settings: current, store } = flow;
  const { staleAfterDays } = current;
  return whileLoading(store, { withRepositories: false }, loads =>
    askStaleSecret({ store, loads, staleAfterDays, handled, start }),
  );
}

async function offerSetting(): Promise<void> {
  const open = labels.openSetting();
  if ((await showInformation(labels.turnedOff(), open)) === open)
    await vscodeCommands.executeCommand('workbench.action.openSettings', settings.staleAfterDays);
}

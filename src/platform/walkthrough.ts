import { commands } from 'vscode';
import { walkthroughKeys, type WalkthroughStep } from '../manifest';

/**
 * Completes a step of the walkthrough. Call this each time that GitHub has confirmed what the step is about: VS Code
 * completes a step when its key becomes true, and misses that if the walkthrough was never open by then.
 */
export async function completeStep(step: WalkthroughStep): Promise<void> {
  const key = walkthroughKeys[step];
  await commands.executeCommand('setContext', key, false);
  await commands.executeCommand('setContext', key, true);
}

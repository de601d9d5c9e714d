import { commands } from 'vscode';
import { walkthroughKeys, type WalkthroughStep } from '../manifest';

const completed = new Set<WalkthroughStep>();

/** Completes a step of the walkthrough. Call this when GitHub has confirmed what the step is about. */
export function completeStep(step: WalkthroughStep): void {
  if (completed.has(step)) return;
  completed.add(step);
  void commands.executeCommand('setContext', walkthroughKeys[step], true);
}

import type { Event } from 'vscode';

/** Resolves when an event is told the next time. */
export function nextOf(event: Event<unknown>): Promise<void> {
  return new Promise(resolve => {
    const subscription = event(() => {
      subscription.dispose();
      resolve();
    });
  });
}

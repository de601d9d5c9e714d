import type { Stage } from './stage';
import type { Window } from './window';

/** The button that takes the value from the clipboard. */
export const clipboard = 'Paste with Line Breaks';

/** Asks for a new value for NPM_TOKEN. */
export async function rotating({ input, secrets }: Window): Promise<void> {
  await secrets.clickInline('NPM_TOKEN', 'Rotate Value...');
  await input.shown('Rotate NPM_TOKEN');
}

/** Waits until the value of NPM_TOKEN has arrived, and gives it. */
export async function arrived({ fakeGitHub, window }: Stage): Promise<string | undefined> {
  await window.input.closed();
  await window.secrets.described('NPM_TOKEN', /now|second/);
  return fakeGitHub.value('acme', 'NPM_TOKEN');
}

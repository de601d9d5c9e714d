import assert from 'node:assert/strict';
import { stage } from './stage';
import { writes } from './support';
import type { Window } from './window';

/** One step of a flow: waits for its question, and answers it. */
type Step = [question: string | RegExp, answer: (window: Window) => Promise<void>];

/** How a flow begins, and its steps up to the last one, whose answer would send something. */
interface Flow {
  name: string;
  begin: (window: Window) => Promise<void>;
  steps: Step[];
}

const typed =
  (text: string) =>
  async ({ input }: Window): Promise<void> => {
    await input.type(text);
    await input.accept();
  };
const picked =
  (label: string) =>
  ({ input }: Window): Promise<void> =>
    input.pick(label);
const checked =
  (...labels: string[]) =>
  async ({ input }: Window): Promise<void> => {
    for (const label of labels) await input.check(label);
  };
const palette =
  (title: string) =>
  (window: Window): Promise<void> =>
    window.run(`Codespaces Secrets: ${title}`);

const flows: Flow[] = [
  {
    name: 'Create Secret...',
    begin: palette('Create Secret...'),
    steps: [
      ['Create Secret (1/4)', picked('acme')],
      ['Create Secret (2/4)', typed('NEVER')],
      ['Create Secret (3/4)', typed('never sent')],
      ['Create Secret (4/4)', picked('Selected repositories')],
      ['Create Secret (5/5)', checked('docs', 'billing')],
    ],
  },
  {
    name: 'Rotate Value...',
    begin: palette('Rotate Value...'),
    steps: [
      ['Rotate Value (1/2)', picked('acme')],
      ['Rotate Value (2/2)', picked('NPM_TOKEN')],
      ['Rotate NPM_TOKEN', ({ input }) => input.type('never sent')],
    ],
  },
  {
    name: 'Delete Secret...',
    begin: palette('Delete Secret...'),
    steps: [
      ['Delete Secret (1/2)', picked('acme')],
      // The dialog after it has a test among those of Delete.
      ['Delete Secret (2/2)', ({ input }) => input.type('NPM')],
    ],
  },
  {
    name: 'Edit Repository Access...',
    begin: palette('Edit Repository Access...'),
    steps: [
      ['Edit Repository Access (1/2)', picked('acme')],
      ['Edit Repository Access (2/2)', picked('NPM_TOKEN')],
      ['Edit Repository Access of NPM_TOKEN', checked('docs')],
    ],
  },
  {
    name: 'Change Visibility...',
    begin: palette('Change Visibility...'),
    steps: [
      ['Change Visibility (1/2)', picked('acme')],
      ['Change Visibility (2/2)', picked('SENTRY_DSN')],
      [/^Change Visibility of SENTRY_DSN/, picked('Selected repositories')],
      ['Change Visibility of SENTRY_DSN (2/2)', checked('docs')],
    ],
  },
];

describe('the Escape key', () => {
  const on = stage();

  for (const { name, begin, steps } of flows)
    for (const [index, [question]] of steps.entries())
      it(`cancels ${name} at step ${index + 1} of ${steps.length}, and nothing is sent`, async () => {
        const { fakeGitHub, window } = on;
        await begin(window);
        for (const [earlier, answer] of steps.slice(0, index)) {
          await window.input.shown(earlier);
          await answer(window);
        }
        await window.input.shown(question);
        if (index === steps.length - 1) await steps[index]?.[1](window);
        await window.input.escape();
        await window.input.closed();
        assert.deepEqual(writes(fakeGitHub), []);
        assert.deepEqual(await window.notifications.texts(), []);
      });

  it('cancels the prompt for the value that GitHub requires for a visibility, and nothing is changed', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.edit({ edit: 'setOrganization', organization: 'acme', requiresValue: true });
    await window.secrets.clickMenu('SENTRY_DSN', 'Change Visibility...');
    await window.input.pick('Private and internal repositories');
    await window.dialog.click('Apply');
    await window.input.message.filter({ hasText: 'GitHub requires the value' }).waitFor();
    await window.input.type('never sent');
    await window.input.escape();
    await window.input.closed();
    assert.equal(fakeGitHub.secret('acme', 'SENTRY_DSN')?.visibility, 'all');
    assert.equal(fakeGitHub.requestsTo({ method: 'PUT' }).length, 1);
  });

  it('cancels the dialog that confirms the removal of several repositories, and nothing is sent', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.expand('NPM_TOKEN');
    await window.secrets.row('billing').waitFor();
    await window.secrets.select('billing', 'service-catalog');
    await window.secrets.clickMenu('billing', 'Remove Repository from Secret');
    await window.dialog.box.waitFor();
    await window.page.keyboard.press('Escape');
    await window.dialog.box.waitFor({ state: 'detached' });
    assert.deepEqual(writes(fakeGitHub), []);
  });
});

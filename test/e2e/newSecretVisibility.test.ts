import assert from 'node:assert/strict';
import { stage } from './stage';
import type { Window } from './window';

const pages = '/orgs/acme/repos';

/** Creates a secret as far as the question for its visibility. */
async function askVisibility({ input, secrets }: Window): Promise<void> {
  await secrets.clickInline('acme', 'Create Secret...');
  await input.shown('Create Secret (1/3)');
  await input.type('API_KEY');
  await input.accept();
  await input.shown('Create Secret (2/3)');
  await input.type('x');
  await input.accept();
  await input.shown('Create Secret (3/3)');
}

/** Waits until a choice is highlighted. */
async function highlighted({ input, page }: Window, label: string): Promise<void> {
  await input.item(label).and(page.locator('.focused')).waitFor();
}

const all = 'All repositories';
const closed = 'Private and internal repositories';
const selected = 'Selected repositories';

describe('who can use a new secret', () => {
  const on = stage();

  it('is the private and internal repositories unless the user chooses another, and each choice has its count', async () => {
    const { fakeGitHub, window } = on;
    const { input, page } = window;
    await askVisibility(window);
    await input.item(all).filter({ hasText: '· 12, 5 public' }).waitFor();
    await input.item(closed).filter({ hasText: '· 7' }).waitFor();
    await highlighted(window, closed);
    await page.keyboard.press('Enter');
    await fakeGitHub.answered({ method: 'PUT' });
    assert.equal(fakeGitHub.secret('acme', 'API_KEY')?.visibility, 'private');
  });

  it('can be answered before the repositories are counted, and without their count', async () => {
    const { fakeGitHub, window } = on;
    const { input, page } = window;
    const broken = fakeGitHub.fault({ kind: 'hold', path: pages, times: 'always' });
    fakeGitHub.fault({ kind: 'status', status: 500, path: pages, times: 'always' });
    await askVisibility(window);
    await highlighted(window, closed);
    assert.equal(await input.placeholder(), 'Which repositories can use it? (counting...)');
    broken.end();
    await page.locator('.quick-input-box input[placeholder="Which repositories can use it?"]').waitFor();
    await highlighted(window, closed);
    await input.pick(all);
    await fakeGitHub.answered({ method: 'PUT' });
    assert.equal(fakeGitHub.secret('acme', 'API_KEY')?.visibility, 'all');
  });

  it('keeps what is highlighted when the counts come', async () => {
    const { fakeGitHub, window } = on;
    const { input, page } = window;
    const held = fakeGitHub.fault({ kind: 'hold', path: pages });
    await askVisibility(window);
    await highlighted(window, closed);
    await page.keyboard.press('ArrowDown');
    await highlighted(window, selected);
    held.release();
    await input.item(all).filter({ hasText: '· 12, 5 public' }).waitFor();
    await highlighted(window, selected);
    await page.keyboard.press('Enter');
    await input.shown('Create Secret (4/4)');
    await input.escape();
    await input.closed();
  });

  it('is never another choice than the highlighted one, when Enter is pressed just as the counts come', async function () {
    this.timeout(180_000);
    const { fakeGitHub, window } = on;
    const { input, page, secrets } = window;
    for (let round = 0; round < 10; round += 1) {
      fakeGitHub.forgetRequests();
      await secrets.clickTitle('Refresh');
      await fakeGitHub.answered({ path: '/orgs/acme/codespaces/secrets' });
      await secrets.filled('acme');
      const held = fakeGitHub.fault({ kind: 'hold', path: pages });
      await askVisibility(window);
      await highlighted(window, closed);
      held.release();
      await page.waitForTimeout(round * 3);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const next = input.widget.locator('.quick-input-title', { hasText: '(4/4)' });
      // Or the key came too late for the one input and too early for the other: then it is highlighted, and asked again.
      await next
        .or(input.item(selected).and(page.locator('.focused')))
        .first()
        .waitFor();
      if (!(await next.isVisible())) await page.keyboard.press('Enter');
      await next.waitFor();
      await input.escape();
      await input.closed();
    }
    assert.equal(fakeGitHub.secret('acme', 'API_KEY'), undefined);
  });

  it('is chosen for each organization by itself: the repositories of one are not checked in another', async () => {
    const { fakeGitHub, window } = on;
    const { input, page } = window;
    const through = async (organization: string): Promise<void> => {
      await input.shown(/^Create Secret \(1\//);
      await input.pick(organization);
      await input.shown(/^Create Secret \(2\//);
      await input.accept();
      await input.shown(/^Create Secret \(3\//);
      await input.accept();
      await input.shown(/^Create Secret \(4\//);
      await highlighted(window, selected);
      await page.keyboard.press('Enter');
      await input.shown('Create Secret (5/5)');
    };
    const back = async (): Promise<void> => {
      for (const step of [4, 3, 2, 1]) {
        await input.back();
        await input.shown(new RegExp(`^Create Secret \\(${step}/`));
      }
    };
    await window.run('Codespaces Secrets: Create Secret...');
    await input.pick('acme');
    await input.shown('Create Secret (2/4)');
    await input.type('API_KEY');
    await input.accept();
    await input.shown('Create Secret (3/4)');
    await input.type('x');
    await input.accept();
    await input.pick(selected);
    await input.shown('Create Secret (5/5)');
    await input.check('docs');
    await back();
    await through('umbrella');
    await input.item('raccoon').waitFor();
    assert.deepEqual(await input.labels(), ['raccoon']);
    assert.deepEqual(await input.checked(), []);
    await back();
    await through('acme');
    await input.item('docs').waitFor();
    assert.deepEqual(await input.checked(), ['docs']);
    await back();
    await through('umbrella');
    await input.item('raccoon').waitFor();
    await input.ok();
    await window.notifications.shown('API_KEY was created in umbrella. No repository can use it yet.');
    assert.deepEqual(fakeGitHub.secret('umbrella', 'API_KEY')?.repositories, []);
  });
});

import assert from 'node:assert/strict';
import { devcontainerStage } from './devcontainerStage';

const list = '/orgs/acme/codespaces/secrets';

describe('devcontainer.json while it is loaded and changed', () => {
  const stage = devcontainerStage();
  const requested = (): string[] => stage.fakeGitHub.requests.map(({ path }) => path.replace(/\?.*/, ''));

  it('asks GitHub nothing while somebody types, and what is new when it is saved', async () => {
    const editor = await stage.open({ declares: ['PYPI_TOKEN', 'UNUSED_'] });
    const { page } = editor.window;
    await editor.shows('warning PYPI_TOKEN', 'hint UNUSED_');
    stage.fakeGitHub.forgetRequests();
    await editor.goTo('UNUSED_');
    await page.keyboard.press('End');
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Backspace');
    // The secret exists, and nobody has asked yet who can use it.
    await editor.shows('warning PYPI_TOKEN');
    assert.deepEqual(requested(), []);
    await page.keyboard.press('ControlOrMeta+S');
    await editor.shows('warning PYPI_TOKEN', 'warning UNUSED');
    assert.deepEqual(requested(), [`${list}/UNUSED/repositories`]);
  });

  it('says nothing before all answers are there, and fits them to the text as it is then', async () => {
    const slow = stage.fakeGitHub.fault({ kind: 'hold', path: list });
    const editor = await stage.open({ declares: ['NOWHERE', 'PYPI_TOKEN'] });
    const { page } = editor.window;
    await slow.holding();
    await stage.fakeGitHub.answered({ path: '/repos/acme/billing/codespaces/secrets' });
    await editor.status('Secrets: checking...');
    assert.deepEqual(await editor.problems(), []);
    await editor.goTo('NOWHERE');
    await page.keyboard.press('ControlOrMeta+Shift+K');
    slow.release();
    await editor.shows('warning PYPI_TOKEN');
  });

  it('says nothing of a file that was closed while answers arrived', async () => {
    const slow = stage.fakeGitHub.fault({ kind: 'hold', path: list });
    const editor = await stage.open({ declares: ['PYPI_TOKEN'] });
    const { window } = editor;
    await slow.holding();
    await window.run('View: Close All Editors');
    slow.release();
    await stage.fakeGitHub.answered({ path: list });
    await window.run('Problems: Focus on Problems View');
    await window.page.getByText('No problems have been detected in the workspace.').first().waitFor();
  });

  it('says nothing of a file that was deleted while answers arrived', async () => {
    const slow = stage.fakeGitHub.fault({ kind: 'hold', path: list });
    const { window } = await stage.open({ declares: ['PYPI_TOKEN', 'NOWHERE'] });
    await slow.holding();
    await window.run('File: Reveal Active File in Explorer View');
    const file = window.page.locator('.explorer-folders-view .monaco-list-row.focused');
    await file.filter({ hasText: 'devcontainer.json' }).waitFor();
    await window.page.keyboard.press('Delete');
    await window.dialog.click('Delete');
    await window.page.locator('.part.editor .tab').waitFor({ state: 'detached' });
    slow.release();
    await stage.fakeGitHub.answered({ path: list });
    await window.run('Problems: Focus on Problems View');
    await window.page.getByText('No problems have been detected in the workspace.').first().waitFor();
    await window.openContainer();
    await window.secrets.expand('acme');
    await window.secrets.filled('acme');
    assert.deepEqual(await window.notifications.texts(), []);
  });

  it('shows nothing of an account that is no longer in use', async () => {
    const editor = await stage.open({ users: ['octocat', 'mona'], declares: ['PYPI_TOKEN', 'SCRATCH'] });
    const { window } = editor;
    const choose = async (command: string, login: string): Promise<void> => {
      await window.run(`Codespaces Secrets: ${command}`);
      await window.dialog.click('Allow');
      await window.input.pick(login);
    };
    await choose('Sign In to GitHub', 'octocat');
    await editor.shows('warning PYPI_TOKEN', 'warning SCRATCH');
    const slow = stage.fakeGitHub.fault({ kind: 'hold', path: '/repos/acme/billing', times: 'always' });
    await choose('Switch GitHub Account...', 'mona');
    await slow.holding();
    await editor.shows();
    slow.end();
    await editor.shows('hint PYPI_TOKEN', 'hint SCRATCH');
    assert.match(await editor.hover('PYPI_TOKEN'), /You can't see acme's: ask an owner\./);
  });

  const remotes: [string, Record<string, string>, string[], RegExp][] = [
    [
      'of a fork and its upstream is that of the fork',
      { origin: 'git@github.com:octocat/dotfiles.git', upstream: 'https://github.com/acme/billing.git' },
      ['hint NOWHERE'],
      /octocat\/dotfiles/,
    ],
    [
      'on another host is none',
      { origin: 'https://gitlab.com/acme/billing.git' },
      [],
      /no remote on the GitHub/,
    ],
    ['is none where there are no remotes', {}, [], /no remote on the GitHub/],
  ];
  for (const [what, addresses, expected, hover] of remotes)
    it(`the repository ${what}`, async () => {
      const editor = await stage.open({ declares: ['NOWHERE'], remotes: addresses });
      await editor.shows(...expected);
      assert.match(await editor.hover('NOWHERE'), hover);
      if (expected.length === 0)
        assert.ok(stage.fakeGitHub.requests.every(({ path }) => !path.includes('secrets')));
    });
});

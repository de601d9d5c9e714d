import { AccessMapPage } from './accessMapPage';
import { isAccessible } from './accessibility';
import { stage } from './stage';
import { ValueEditorPage } from './valueEditorPage';

describe('for people who use a screen reader, or need contrast, axe-core finds no violation of WCAG', () => {
  describe('in the access map', () => {
    const on = stage({ accessMap: 'acme' });

    it('in any of its states, in any kind of theme', async () => {
      const { fakeGitHub, window } = on;
      const map = new AccessMapPage(window);
      await isAccessible(window, 'the grid');
      await map.cell("website can't use UNUSED").click();
      await map.cell('billing can use NPM_TOKEN (selected)').click();
      await map.status.filter({ hasText: '2 changes' }).waitFor();
      await isAccessible(window, 'the grid with pending changes');
      await map.openReview();
      await isAccessible(window, 'the review');
      await window.page.keyboard.press('Escape');
      await map.button('Discard').click();
      await map.filter('Filter repositories', 'nothing of this name');
      await map.screen.getByText('Nothing matches the filters.').waitFor();
      await isAccessible(window, 'the screen for no match');
      fakeGitHub.fault({
        path: '/orgs/acme/codespaces/secrets',
        kind: 'status',
        status: 500,
        times: 'always',
      });
      await map.button('Refresh').click();
      await map.screen.getByRole('button', { name: 'Try Again' }).waitFor();
      await isAccessible(window, 'the screen for a failure');
    });
  });

  describe('in the multi-line editor', () => {
    const on = stage();

    it('empty or with a value, in any kind of theme', async () => {
      const { window } = on;
      await window.secrets.clickInline('NPM_TOKEN', 'Rotate Value...');
      await window.input.clickButton('Open Multi-Line Editor');
      const editor = new ValueEditorPage(window);
      await editor.area.waitFor();
      await isAccessible(window, 'the empty editor');
      await editor.area.pressSequentially('"one"\ntwo');
      await editor.described(/2 lines/);
      await isAccessible(window, 'the editor with a value');
    });
  });
});

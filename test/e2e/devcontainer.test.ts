import assert from 'node:assert/strict';
import { declaring, type DevcontainerEditor } from './devcontainerEditor';
import { devcontainerStage } from './devcontainerStage';

const declares = ['NPM_TOKEN', 'PYPI_TOKEN', 'SCRATCH', 'NOWHERE', 'GITHUB_TOKEN', '2BAD'];
/** What is underlined, of which GitHub is asked for the first three. */
const asked = ['warning PYPI_TOKEN', 'warning SCRATCH', 'hint NOWHERE'];
const unasked = ['warning GITHUB_TOKEN', 'error 2BAD'];

/** Sets a setting of the user in the file of settings. */
async function setSetting({ window }: DevcontainerEditor, line: string): Promise<void> {
  const { page } = window;
  await window.run('Preferences: Open User Settings (JSON)');
  await page.locator('.tab.active', { hasText: 'settings.json' }).waitFor();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.insertText(`${line},`);
  await page.keyboard.press('ControlOrMeta+S');
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  await page.locator('.tab', { hasText: 'devcontainer.json' }).click();
}

describe('devcontainer.json in an editor', () => {
  const stage = devcontainerStage();

  it('says what its repository does not get, and why, and what it gets from where', async () => {
    const editor = await stage.open({ declares });
    await editor.shows(...asked, ...unasked);
    await editor.status('Secrets: 2 missing');
    const ofPypi = await editor.hover('PYPI_TOKEN');
    assert.match(ofPypi, /acme has PYPI_TOKEN, but acme\/billing can't use it\./);
    assert.match(ofPypi, /acme: Selected repositories, not including billing · updated .* ago/);
    assert.match(ofPypi, /acme\/billing: no such secret/);
    assert.match(ofPypi, /You: no such secret/);
    assert.match(
      await editor.hover('SCRATCH'),
      /You have SCRATCH, but acme\/billing is not selected for it\./,
    );
    const words = /Nothing provides NOWHERE for acme\/billing\. GitHub will ask each person for it\./;
    assert.match(await editor.hover('NOWHERE'), words);
    const ofNpm = await editor.hover('NPM_TOKEN');
    assert.match(ofNpm, /acme: Selected repositories, including billing · updated/);
    assert.match(ofNpm, /acme\/billing: the repository's own · updated/);
  });

  const secretsOf = '/orgs/acme/codespaces/secrets';
  const unsure: [string, string, string | undefined, string][] = [
    [
      "the organization's secrets can't be read",
      declaring(['PYPI_TOKEN', 'STRIPE_KEY']),
      secretsOf,
      '1 not known',
    ],
    [
      "the repositories of a secret can't be read",
      declaring(['PYPI_TOKEN', 'SCRATCH']),
      `${secretsOf}/PYPI_TOKEN/repositories`,
      '1 missing, 1 not known',
    ],
    ['a bracket is missing', '{ "secrets": { "PYPI_TOKEN": {}, "NOWHERE": {} }', undefined, '2 not known'],
    ['a syntax error hides the secrets', '{ "secrets": { PYPI_TOKEN: {} } }', undefined, 'not checked'],
    ['it is too long', declaring(['PYPI_TOKEN']).padEnd(200_001), undefined, 'not checked'],
  ];
  for (const [when, declared, path, status] of unsure)
    it(`is not said to lack nothing while ${when}`, async () => {
      if (path !== undefined) stage.fakeGitHub.fault({ kind: 'status', status: 500, path, times: 'always' });
      const editor = await stage.open({ declares: declared });
      await editor.status(`Secrets: ${status}`);
    });

  it('has no link in a hover that names a repository like a website', async () => {
    const { fakeGitHub } = stage;
    const renameTo = 'www.example.com';
    fakeGitHub.edit({ edit: 'setRepository', organization: 'acme', repository: 'website', renameTo });
    const editor = await stage.open({ folder: `folder:/${renameTo}`, declares: ['PYPI_TOKEN'] });
    await editor.shows('warning PYPI_TOKEN');
    assert.match(await editor.hover('PYPI_TOKEN'), /PYPI_TOKEN in codespaces of acme\/www\.example\.com\n/);
    const links = editor.window.page.locator('.monaco-hover:not(.hidden) .hover-contents a');
    assert.deepEqual(
      (await links.allInnerTexts()).filter(text => text.includes('example')),
      [],
    );
  });

  it('is not checked any more once the setting is off', async () => {
    const settings = { 'workbench.editor.useModal': 'off' };
    const editor = await stage.open({ declares, settings });
    await editor.shows(...asked, ...unasked);
    await setSetting(editor, '"codespacesOrgSecrets.checkDevcontainer": false');
    await editor.shows();
  });

  it('says nothing of secrets while nobody is signed in, and why', async () => {
    const editor = await stage.open({ signedIn: false, declares });
    await editor.shows(...unasked);
    assert.match(await editor.hover('PYPI_TOKEN'), /Sign in to GitHub in the Secrets view/);
    await editor.status('Secrets: not checked');
    assert.deepEqual(stage.fakeGitHub.requests, []);
  });

  it('speaks of no level that is not known, and asks for no access to know it', async () => {
    const editor = await stage.open({ hasUserSecretsSession: false, declares });
    await editor.shows('warning PYPI_TOKEN', 'hint SCRATCH', 'hint NOWHERE', ...unasked);
    const ofScratch = await editor.hover('SCRATCH');
    assert.match(
      ofScratch,
      /Neither acme nor acme\/billing provides SCRATCH\. GitHub will ask each person who/,
    );
    assert.match(ofScratch, /You: not known\. Open "Your Codespaces secrets"/);
    assert.equal(await editor.window.dialog.box.count(), 0);
    await editor.status('Secrets: 1 missing');
  });

  it('claims nothing of the organization of a person, whose own secrets are not known', async () => {
    const options = { folder: 'folder://octocat/dotfiles', declares: ['NOWHERE'] };
    const editor = await stage.open({ hasUserSecretsSession: false, ...options });
    await editor.shows('hint NOWHERE');
    const words =
      /octocat\/dotfiles has no secret NOWHERE\. GitHub will ask each person who does not have it\./;
    assert.match(await editor.hover('NOWHERE'), words);
    assert.deepEqual(await editor.fixes('NOWHERE'), ['Create for This Repository...', 'Create for You...']);
  });

  it('completes the names of secrets that exist, as a valid entry', async () => {
    const editor = await stage.open({ declares: ['NOWHERE'] });
    const { page } = editor.window;
    await editor.shows('hint NOWHERE');
    await editor.goTo('NOWHERE');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('"PYP');
    const suggestion = page.locator('.suggest-widget .monaco-list-row', { hasText: 'PYPI_TOKEN' });
    await suggestion.filter({ hasText: 'acme · Selected repositories' }).waitFor();
    await page.keyboard.press('Tab');
    await editor.lines.getByText('What PYPI_TOKEN is for').first().waitFor();
    await page.keyboard.press('Escape');
    const text = await editor.text();
    const json = text.replace(/\/\/.*/g, '').replaceAll('\u00A0', ' ');
    assert.deepEqual(JSON.parse(json), {
      secrets: { NOWHERE: {}, PYPI_TOKEN: { description: 'What PYPI_TOKEN is for' } },
    });
    assert.ok(text.startsWith(declaring(['NOWHERE']).slice(0, 20)));
  });

  it('is checked in a virtual workspace that VS Code does not trust', async () => {
    const editor = await stage.open({
      folder: 'vscode-vfs://github/acme/billing',
      isRestricted: true,
      declares: ['PYPI_TOKEN', 'NOWHERE'],
    });
    const { page, dialog } = editor.window;
    await page.locator('.part.statusbar').getByText('Restricted Mode').waitFor();
    await editor.shows('warning PYPI_TOKEN', 'hint NOWHERE');
    await editor.fix('PYPI_TOKEN', 'Grant PYPI_TOKEN to billing');
    await dialog.click('Apply');
    await editor.shows('hint NOWHERE');
    await page.locator('.part.statusbar').getByText('Restricted Mode').waitFor();
  });

  it('is checked in the other two places, and nowhere deeper', async () => {
    const text = declaring(['PYPI_TOKEN']);
    for (const [file, expected] of [
      ['.devcontainer.json', ['warning PYPI_TOKEN']],
      ['.devcontainer/python/devcontainer.json', ['warning PYPI_TOKEN']],
      ['.devcontainer/python/deeper/devcontainer.json', []],
    ] as const) {
      const editor = await stage.open({ file, declares: text });
      await editor.window.openContainer();
      await editor.window.secrets.row('acme').waitFor();
      await editor.shows(...expected);
      await editor.window.close();
    }
  });
});

import assert from 'node:assert/strict';
import { stage } from './stage';
import { secretPath, sentTo, writes } from './support';
import type { Window } from './window';

const most = 48 * 1024;

/** Goes as far as the box for the value. */
async function enterName(window: Window, name: string, organization = 'acme'): Promise<void> {
  await window.secrets.clickInline(organization, 'Create Secret...');
  await window.input.shown('Create Secret (1/3)');
  await window.input.type(name);
  await window.input.accept();
  await window.input.shown('Create Secret (2/3)');
}

describe('Create Secret...', () => {
  const on = stage();

  it('asks on an organization for name, value, visibility and repositories, and shows the new secret selected', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await secrets.clickInline('acme', 'Create Secret...');
    await input.shown('Create Secret (1/3)');
    await input.type('API_KEY');
    await input.accept();

    await input.shown('Create Secret (2/3)');
    assert.ok(await input.isMasked());
    await input.type(' p4ss word ');
    await input.judged('warning', '11 bytes, 1 line, no line break at the end. This might contain a mistake');
    await input.accept();
    await input.pick('Use it as is');

    await input.shown('Create Secret (3/3)');
    assert.deepEqual(await input.labels(), [
      'All repositories',
      'Private and internal repositories',
      'Selected repositories',
    ]);
    await input.pick('Selected repositories');

    await input.shown('Create Secret (4/4)');
    await input.item('website').waitFor();
    assert.deepEqual(await input.checked(), []);
    await input.check('website');
    await input.type('bill');
    await input.check('billing');
    await input.type('');
    await input.count.filter({ hasText: '2 Selected' }).waitFor();
    await input.ok();
    await input.closed();

    await secrets.row('API_KEY').waitFor();
    await secrets.described('acme', '6 secrets');
    await secrets.described('API_KEY', /^(selected|\d+ repositor(y|ies)) · /);
    await secrets.row('API_KEY').and(window.page.locator('.selected')).waitFor();
    assert.deepEqual(await secrets.selected(), ['API_KEY']);
    assert.deepEqual(await window.notifications.texts(), []);
    await secrets.expand('API_KEY');
    await secrets.row('billing').waitFor();
    assert.deepEqual(await secrets.children('API_KEY'), ['billing', 'website']);

    assert.equal(fakeGitHub.value('acme', 'API_KEY'), ' p4ss word ');
    assert.equal(fakeGitHub.secret('acme', 'API_KEY')?.visibility, 'selected');
    assert.deepEqual(fakeGitHub.secret('acme', 'API_KEY')?.repositories, ['billing', 'website']);
    // The public key might be known from before, even one that is no longer valid: then the value is sent once more.
    const key = `GET ${secretPath('public-key')}`;
    const requests = fakeGitHub.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
    assert.deepEqual(
      requests.filter(request => request !== key).filter((request, index, all) => request !== all[index - 1]),
      [
        'GET /orgs/acme/repos',
        `GET ${secretPath('API_KEY')}`,
        `PUT ${secretPath('API_KEY')}`,
        `GET ${secretPath('API_KEY')}`,
      ],
    );
  });

  it('asks in the palette for the organization first', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await window.run('Codespaces Secrets: Create Secret...');
    await input.shown('Create Secret (1/4)');
    assert.deepEqual(await input.labels(), ['acme', 'globex', 'initrode', 'umbrella']);
    await input.pick('umbrella');
    await input.shown('Create Secret (2/4)');
    await input.type('LICENSE_KEY');
    await input.accept();
    await input.shown('Create Secret (3/4)');
    await input.type('abc');
    await input.accept();
    await input.shown('Create Secret (4/4)');
    await input.pick('All repositories');
    await secrets.row('LICENSE_KEY').and(window.page.locator('.selected')).waitFor();
    assert.deepEqual(await secrets.children('umbrella'), ['LICENSE_KEY']);
    assert.equal(fakeGitHub.secret('umbrella', 'LICENSE_KEY')?.visibility, 'all');
    assert.equal(fakeGitHub.value('umbrella', 'LICENSE_KEY'), 'abc');
    assert.deepEqual(Object.keys(sentTo(fakeGitHub, 'LICENSE_KEY', 'umbrella')[0] ?? {}).sort(), [
      'encrypted_value',
      'key_id',
      'visibility',
    ]);
  });

  it("asks in the view's title for the organization, whichever row was used last", async () => {
    const { window } = on;
    const { input, secrets } = window;
    await secrets.expand('NPM_TOKEN');
    for (const row of ['billing', 'NPM_TOKEN']) {
      await secrets.click(row);
      await secrets.clickTitle('Create Secret...');
      await input.shown('Create Secret (1/4)');
      assert.deepEqual(await input.labels(), ['acme', 'globex', 'initrode', 'umbrella']);
      await input.escape();
      await input.closed();
    }
  });

  it('judges the name as it is typed', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await window.secrets.clickInline('acme', 'Create Secret...');
    await input.shown('Create Secret (1/3)');
    await input.judged(
      'none',
      'Name of the secret in acme. Codespaces get an environment variable with this name.',
    );

    await input.type('TWO WORDS');
    await input.judged('error', 'Use only letters, digits, and underscores.');
    await input.type('9LIVES');
    await input.judged('error', "A name can't start with a digit.");
    await input.type('GITHUB_TOKEN');
    await input.judged('error', 'GitHub reserves names that start with GITHUB_.');
    await input.type('github_token');
    await input.judged('error', 'GitHub reserves names that start with GITHUB_.');
    await input.type('NPM_TOKEN');
    await input.judged('info', 'NPM_TOKEN already exists. This rotates its value. Access stays the same.');
    await input.type('npm_token');
    await input.judged('info', 'NPM_TOKEN already exists.');
    await input.type('');
    await input.judged('none');
    await input.accept();
    await input.judged('error', 'Enter a name.');

    await input.type('lower_case');
    await input.judged('info', 'GitHub stores names in uppercase: LOWER_CASE.');
    await input.accept();
    await input.shown('Create Secret (2/3)');
    assert.match(await input.message.innerText(), /LOWER_CASE/);
    await input.type('x');
    await input.accept();
    await input.pick('All repositories');
    await window.secrets.row('LOWER_CASE').waitFor();
    assert.deepEqual(writes(fakeGitHub), [`PUT ${secretPath('LOWER_CASE')}`]);
  });

  it('takes no empty value, and none of more than 48 KB', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await enterName(window, 'SIZE');
    await input.accept();
    await input.judged('error', "Enter a value. GitHub doesn't accept empty secrets.");

    // An é is two bytes: characters would be too few.
    await input.paste('é'.repeat(most / 2) + 'x');
    await input.judged('error', 'The value has 49,153 bytes. GitHub accepts at most 49,152 bytes.');
    await input.accept();
    await input.shown('Create Secret (2/3)');

    await input.paste('é'.repeat(most / 2));
    await input.judged('info', '49,152 bytes');
    await input.accept();
    await input.shown('Create Secret (3/3)');
    await input.pick('All repositories');
    await window.secrets.row('SIZE').waitFor();
    assert.equal(fakeGitHub.value('acme', 'SIZE'), 'é'.repeat(most / 2));
  });

  it('keeps what was entered when the user goes back', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await enterName(window, 'SECOND_THOUGHTS');
    await input.type('first value');
    await input.accept();
    await input.pick('Selected repositories');
    await input.shown('Create Secret (4/4)');
    await input.check('docs');

    await input.back();
    await input.shown('Create Secret (3/4)');
    await input.items
      .and(window.page.locator('.focused'))
      .filter({ hasText: 'Selected repositories' })
      .waitFor();
    await input.back();
    await input.shown('Create Secret (2/4)');
    assert.equal(await input.box.inputValue(), 'first value');
    assert.ok(await input.isMasked());
    await input.back();
    await input.shown('Create Secret (1/4)');
    assert.equal(await input.box.inputValue(), 'SECOND_THOUGHTS');

    await input.type('THIRD_THOUGHTS');
    await input.accept();
    await input.shown('Create Secret (2/4)');
    await input.accept();
    await input.shown('Create Secret (3/4)');
    await input.pick('Private and internal repositories');
    await window.secrets.row('THIRD_THOUGHTS').waitFor();
    assert.equal(fakeGitHub.value('acme', 'THIRD_THOUGHTS'), 'first value');
    assert.equal(fakeGitHub.secret('acme', 'THIRD_THOUGHTS')?.visibility, 'private');
    assert.equal(fakeGitHub.secret('acme', 'SECOND_THOUGHTS'), undefined);
  });

  it('keeps what was not yet confirmed when the user goes back', async () => {
    const { window } = on;
    const { input } = window;
    await enterName(window, 'CHECKED');
    await input.type('half a val');
    await input.back();
    await input.shown('Create Secret (1/3)');
    await input.accept();
    await input.shown('Create Secret (2/3)');
    assert.equal(await input.box.inputValue(), 'half a val');
    await input.accept();
    await input.pick('Selected repositories');
    await input.shown('Create Secret (4/4)');
    await input.check('docs');
    await input.back();
    await input.shown('Create Secret (3/4)');
    await input.pick('Selected repositories');
    await input.shown('Create Secret (4/4)');
    await input.item('docs').waitFor();
    assert.deepEqual(await input.checked(), ['docs']);
    await input.escape();
    await input.closed();
  });

  it('creates a secret for no repository at all', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await enterName(window, 'FOR_LATER');
    await input.type('x');
    await input.accept();
    await input.pick('Selected repositories');
    await input.shown('Create Secret (4/4)');
    await input.item('docs').waitFor();
    await input.ok();
    await secrets.row('FOR_LATER').waitFor();
    assert.equal(fakeGitHub.secret('acme', 'FOR_LATER')?.visibility, 'selected');
    assert.deepEqual(fakeGitHub.secret('acme', 'FOR_LATER')?.repositories, []);
    await secrets.expand('FOR_LATER');
    await secrets.row('No repository can use it yet. Select some...').waitFor();
  });

  it('goes by keys alone', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    const { keyboard } = window.page;
    await keyboard.press('F1');
    await input.type('>Codespaces Secrets: Create Secret');
    await input.item('Codespaces Secrets: Create Secret...').waitFor();
    await keyboard.press('Enter');
    await input.shown('Create Secret (1/4)');
    await keyboard.press('Enter');
    await input.shown('Create Secret (2/4)');
    await keyboard.type('BY_KEYS');
    await keyboard.press('Enter');
    await input.shown('Create Secret (3/4)');
    await keyboard.type('x');
    await keyboard.press('Enter');
    await input.shown('Create Secret (4/4)');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await input.shown('Create Secret (5/5)');
    await input.item('billing').waitFor();
    await keyboard.type('billing');
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await input.count.filter({ hasText: '1 Selected' }).waitFor();
    await keyboard.press('Enter');
    await window.secrets.row('BY_KEYS').waitFor();
    assert.deepEqual(fakeGitHub.secret('acme', 'BY_KEYS')?.repositories, ['billing']);
  });
});

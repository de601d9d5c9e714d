import assert from 'node:assert/strict';
import { stage } from './stage';
import { manyRepositories, secretPath, sentTo, fixtureWith, writes } from './support';

/** The test fixture's ids of repositories. */
const ids = { billing: 70002, docs: 70004, infrastructure: 70005, 'service-catalog': 70011, website: 70012 };

/** A call for one repository of NPM_TOKEN. */
function call(method: 'PUT' | 'DELETE', repository: keyof typeof ids): string {
  return `${method} ${secretPath('NPM_TOKEN', `/repositories/${ids[repository]}`)}`;
}

describe('Edit Repository Access...', () => {
  const on = stage();

  it('shows the current selection first and checked, and sends only the difference', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await secrets.expand('NPM_TOKEN');
    await secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
    await input.shown('Edit Repository Access of NPM_TOKEN');
    await input.item('website').waitFor();
    assert.deepEqual(await input.labels(), [
      'billing',
      'service-catalog',
      'api-gateway',
      'design-system',
      'docs',
      'infrastructure',
      'legacy-billing',
      'mobile-app',
      'payments',
      'sdk-python',
      'search-fork',
      'website',
    ]);
    assert.deepEqual(await input.checked(), ['billing', 'service-catalog']);
    await input.check('billing', false);
    await input.check('website');
    await input.type('doc');
    await input.check('docs');
    await input.type('');
    await input.count.filter({ hasText: '3 Selected' }).waitFor();
    await input.ok();
    await input.closed();
    // Both are public.
    await window.dialog.click('Apply');
    await secrets.gone('billing');
    await secrets.row('website').waitFor();
    await secrets.described('NPM_TOKEN', /now|second/);
    assert.deepEqual(await secrets.children('NPM_TOKEN'), ['docs', 'service-catalog', 'website']);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, [
      'docs',
      'service-catalog',
      'website',
    ]);
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'the value of NPM_TOKEN');
    const calls = writes(fakeGitHub);
    assert.deepEqual(calls.slice(0, 2).sort(), [call('PUT', 'docs'), call('PUT', 'website')]);
    assert.deepEqual(calls.slice(2), [call('DELETE', 'billing')]);
  });

  it('sends nothing when nothing was changed', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickMenu('NPM_TOKEN', 'Edit Repository Access...');
    await window.input.shown('Edit Repository Access of NPM_TOKEN');
    await window.input.item('website').waitFor();
    await window.input.ok();
    await window.input.closed();
    assert.deepEqual(writes(fakeGitHub), []);
  });

  it('can revoke every repository', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
    await window.input.item('website').waitFor();
    await window.input.check('billing', false);
    await window.input.check('service-catalog', false);
    await window.input.ok();
    await window.dialog.box.waitFor();
    assert.equal(await window.dialog.message(), 'Change access to NPM_TOKEN?');
    assert.match(await window.dialog.detail(), /^Revokes NPM_TOKEN from 2 repositories\./);
    await window.dialog.click('Apply');
    await window.secrets.described('NPM_TOKEN', /now|second/);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, []);
    assert.deepEqual(writes(fakeGitHub), [call('DELETE', 'billing'), call('DELETE', 'service-catalog')]);
    await window.secrets.expand('NPM_TOKEN');
    await window.secrets.row('No repository can use it yet. Select some...').waitFor();
  });

  it('asks for organization and secret when run from the palette', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await window.run('Codespaces Secrets: Edit Repository Access...');
    await input.shown('Edit Repository Access (1/2)');
    await input.pick('acme');
    await input.shown('Edit Repository Access (2/2)');
    await input.pick('NPM_TOKEN');
    await input.shown('Edit Repository Access of NPM_TOKEN');
    await input.item('infrastructure').waitFor();
    await input.check('infrastructure');
    await input.ok();
    await window.secrets.described('NPM_TOKEN', /now|second/);
    assert.deepEqual(writes(fakeGitHub), [call('PUT', 'infrastructure')]);
  });

  it('offers to change the visibility of a secret without selected repositories', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickMenu('SENTRY_DSN', 'Edit Repository Access...');
    const sentence = 'The visibility of SENTRY_DSN is "All repositories". Change it to select repositories.';
    await window.notifications.click(sentence, 'Change Visibility...');
    await window.input.shown(/^Change Visibility of SENTRY_DSN/);
    await window.input.escape();
    await window.input.closed();
    assert.deepEqual(writes(fakeGitHub), []);
  });

  it('finds a repository among hundreds, and shows them when all pages are loaded', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    fakeGitHub.edit(...manyRepositories(300).edits);
    const last = fakeGitHub.fault({ kind: 'hold', path: { source: '^/orgs/acme/repos\\?.*&page=4$' } });
    await window.secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
    await input.shown('Edit Repository Access of NPM_TOKEN');
    await last.holding();
    await input.item('Loading repositories of acme...').filter({ hasText: '300 so far' }).waitFor();
    assert.equal(await input.items.count(), 1);
    last.release();
    await input.item('docs').waitFor();
    await input.check('docs');
    await input.type('website');
    await input.item('website').waitFor();
    await input.type('repository-300');
    await input.check('repository-300');
    await input.count.filter({ hasText: '4 Selected' }).waitFor();
    await input.ok();
    await window.dialog.click('Apply');
    await window.secrets.described('NPM_TOKEN', /now|second/);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, [
      'billing',
      'docs',
      'repository-300',
      'service-catalog',
    ]);
    assert.equal(writes(fakeGitHub).length, 2);
  });

  it('counts many changes, and can be cancelled between two of them', async () => {
    const { fakeGitHub, window } = on;
    const { input, notifications } = window;
    const held = fakeGitHub.fault({ kind: 'hold', when: 'after', method: 'PUT', skip: 1 });
    await window.secrets.clickInline('UNUSED', 'Edit Repository Access...');
    for (const name of ['api-gateway', 'billing', 'docs', 'infrastructure', 'payments', 'website']) {
      await input.item(name).waitFor();
      await input.check(name);
    }
    await input.ok();
    await window.dialog.click('Apply');
    await held.holding();
    await notifications.click('Changing access to UNUSED', 'Cancel');
    held.release();
    await notifications.shown(
      '2 of 6 changes were made. Not tried: UNUSED / docs, infrastructure, payments, website.',
    );
    assert.deepEqual(fakeGitHub.secret('acme', 'UNUSED')?.repositories, ['api-gateway', 'billing']);
    await notifications.click('2 of 6 changes', 'Continue');
    await fakeGitHub.answered({ method: 'PUT' }, 6);
    await window.secrets.expand('UNUSED');
    await window.secrets.row('website').waitFor();
    assert.equal(fakeGitHub.secret('acme', 'UNUSED')?.repositories.length, 6);
  });
});

describe('Remove Repository from Secret', () => {
  const on = stage({
    fixture: () =>
      fixtureWith({
        edit: 'setVisibility',
        organization: 'acme',
        name: 'NPM_TOKEN',
        visibility: 'selected',
        repositories: ['billing', 'docs', 'service-catalog'],
      }),
  });

  it('removes one with a click on its row', async () => {
    const { fakeGitHub, window } = on;
    const { secrets } = window;
    await secrets.expand('NPM_TOKEN');
    await secrets.row('billing').waitFor();
    fakeGitHub.forgetRequests();
    await secrets.clickInline('billing', 'Remove Repository from Secret');
    await secrets.gone('billing');
    await fakeGitHub.answered({ method: 'GET', path: secretPath('NPM_TOKEN') }, 3);
    assert.deepEqual(await secrets.children('NPM_TOKEN'), ['docs', 'service-catalog']);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['docs', 'service-catalog']);
    // Who can use it now, once more for what may have changed meanwhile: what is to be undone starts there.
    const access = [
      `GET ${secretPath('NPM_TOKEN')}`,
      `GET ${secretPath('NPM_TOKEN', '/repositories?per_page=100&page=1')}`,
    ];
    const requests = fakeGitHub.requests.map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(requests.slice(0, 2).sort(), access);
    assert.deepEqual(requests.slice(2, 4).sort(), access);
    assert.deepEqual(requests.slice(4), [call('DELETE', 'billing'), `GET ${secretPath('NPM_TOKEN')}`]);
  });

  it('removes several, after saying how many', async () => {
    const { fakeGitHub, window } = on;
    const { dialog, secrets } = window;
    await secrets.expand('NPM_TOKEN');
    await secrets.row('billing').waitFor();
    await secrets.select('billing', 'service-catalog');
    await secrets.clickMenu('billing', 'Remove Repository from Secret');
    await dialog.box.waitFor();
    assert.equal(await dialog.message(), 'Change access to NPM_TOKEN?');
    assert.equal(
      await dialog.detail(),
      'Revokes NPM_TOKEN from 2 repositories.\n\n3 requests, about 1 second.',
    );
    await dialog.click('Cancel');
    assert.deepEqual(writes(fakeGitHub), []);
    await secrets.clickMenu('billing', 'Remove Repository from Secret');
    await dialog.box.waitFor();
    await dialog.click('Apply');
    await secrets.gone('billing');
    await secrets.gone('service-catalog');
    assert.deepEqual(await secrets.children('NPM_TOKEN'), ['docs']);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['docs']);
    assert.deepEqual(sentTo(fakeGitHub, 'NPM_TOKEN'), []);
  });
});

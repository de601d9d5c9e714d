import assert from 'node:assert/strict';
import { stage } from './stage';
import { rotate, secretPath, writes } from './support';
import type { Window } from './window';

/** Enters a new secret for all repositories, and sends it. */
async function create(window: Window, organization: string, name: string, value: string): Promise<void> {
  await window.secrets.clickInline(organization, 'Create Secret...');
  await window.input.shown('Create Secret (1/3)');
  await window.input.type(name);
  await window.input.accept();
  await window.input.shown('Create Secret (2/3)');
  await window.input.type(value);
  await window.input.accept();
  await window.input.shown('Create Secret (3/3)');
  await window.input.pick('All repositories');
  await window.input.closed();
}

describe('a failure', () => {
  const on = stage();

  it('of single sign-on opens the page on GitHub, and then Refresh shows the secrets', async () => {
    const { window } = on;
    const { secrets } = window;
    await secrets.expand('globex');
    await secrets.described('Single sign-on required', 'Authorize...');
    const address = await window.opens(() => secrets.click('Single sign-on required'));
    assert.ok(address.startsWith('https://github.com/orgs/globex/sso?authorization_request='), address);
    await secrets.clickTitle('Refresh');
    await secrets.row('REACTOR_KEY').waitFor();
    await secrets.gone('Single sign-on required');
  });

  it('of owning no organization is shown instead of organizations', async () => {
    const { fakeGitHub, window } = on;
    const owned = ['acme', 'globex', 'initrode', 'umbrella'];
    fakeGitHub.edit(
      ...owned.map(organization => ({
        edit: 'removeMembership' as const,
        organization,
        user: 'octocat',
      })),
    );
    await window.secrets.clickTitle('Refresh');
    await window.secrets.described('You own no organization', 'Name Some...');
    assert.match(await window.repositories.welcome.innerText(), /^You don't own an organization on GitHub\./);
    await window.secrets.row('Your Codespaces secrets').waitFor();
    fakeGitHub.reset();
    await window.secrets.clickTitle('Refresh');
    await window.secrets.row('NPM_TOKEN').waitFor();
  });

  it('to reach GitHub at all is shown instead of the tree', async () => {
    const { fakeGitHub, window } = on;
    const offline = fakeGitHub.fault({ kind: 'drop', times: 'always' });
    await window.secrets.clickTitle('Refresh');
    await window.secrets.welcome.waitFor();
    assert.match(
      await window.secrets.welcome.innerText(),
      /^GitHub can't be reached\. Check your connection\./,
    );
    offline.end();
    await window.secrets.clickWelcome('Try Again');
    await window.secrets.row('NPM_TOKEN').waitFor();
  });

  it('of a plan that ends while a secret is created is told, and the typed value can be sent after an upgrade', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.edit({ edit: 'setOrganization', organization: 'initrode', plan: 'team' });
    fakeGitHub.fault({
      kind: 'before',
      method: 'PUT',
      edits: [{ edit: 'rotateKey', organization: 'initrode' }],
    });
    fakeGitHub.fault({
      kind: 'before',
      method: 'GET',
      path: '/orgs/initrode/codespaces/secrets/public-key',
      skip: 1,
      edits: [{ edit: 'setOrganization', organization: 'initrode', plan: 'free' }],
    });
    await create(window, 'initrode', 'TPS_KEY', 'typed once');
    const told =
      "Couldn't create TPS_KEY in initrode. The plan of initrode doesn't include Codespaces secrets. To use them, upgrade to GitHub Team or GitHub Enterprise.";
    await window.notifications.shown(told);
    assert.equal(fakeGitHub.secret('initrode', 'TPS_KEY'), undefined);
    fakeGitHub.edit({ edit: 'setOrganization', organization: 'initrode', plan: 'team' });
    await window.notifications.click(told, 'Try Again');
    await window.secrets.row('TPS_KEY').waitFor();
    assert.equal(fakeGitHub.value('initrode', 'TPS_KEY'), 'typed once');
  });

  it('to find a secret that somebody deleted is told, and its value can be that of a new one', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickInline('SENTRY_DSN', 'Rotate Value...');
    await window.input.shown('Rotate SENTRY_DSN');
    await window.input.type('n3w');
    fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: 'SENTRY_DSN' });
    await window.input.accept();
    const told = /^Couldn't rotate SENTRY_DSN. It no longer exists. Somebody might have deleted it./;
    await window.notifications.shown(told);
    assert.deepEqual(await window.notifications.buttons(told), ['Create SENTRY_DSN']);
    await window.secrets.gone('SENTRY_DSN');
    assert.deepEqual(writes(fakeGitHub), []);
    await window.notifications.click(told, 'Create SENTRY_DSN');
    await window.input.pick('All repositories');
    await fakeGitHub.answered({ method: 'PUT', path: secretPath('SENTRY_DSN') });
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'n3w');
    await window.secrets.described('SENTRY_DSN', 'all');
  });

  it('to delete what somebody else deleted is told, and the tree no longer shows it', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickMenu('SENTRY_DSN', 'Delete Secret...');
    await window.dialog.box.waitFor();
    fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: 'SENTRY_DSN' });
    await window.dialog.click('Delete');
    await window.notifications.shown(/^Couldn't delete SENTRY_DSN\. It no longer exists\./);
    await window.secrets.gone('SENTRY_DSN');
  });

  it('of a visibility that was changed elsewhere is told, and the tree shows the new one', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
    await window.input.shown('Edit Repository Access of NPM_TOKEN');
    await window.input.item('docs').waitFor();
    await window.input.check('docs');
    fakeGitHub.edit({ edit: 'setVisibility', organization: 'acme', name: 'NPM_TOKEN', visibility: 'all' });
    await window.input.ok();
    await window.notifications.shown(
      "docs: Somebody changed the secret's visibility, so it no longer has selected repositories.",
    );
    await window.secrets.described('NPM_TOKEN', /^all · /);
    assert.equal(fakeGitHub.secret('acme', 'NPM_TOKEN')?.visibility, 'all');
  });

  it('that GitHub explains is shown with the message from GitHub', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.fault({ kind: 'status', status: 422, message: 'Not on a Sunday.', method: 'PUT' });
    await create(window, 'acme', 'SUNDAY', 'typed once');
    const told = "Couldn't create SUNDAY in acme. GitHub refused the request: Not on a Sunday.";
    await window.notifications.click(told, 'Try Again');
    await window.secrets.row('SUNDAY').waitFor();
    assert.equal(fakeGitHub.value('acme', 'SUNDAY'), 'typed once');
  });

  it('to reach GitHub keeps the typed value: Try Again sends it', async () => {
    const { fakeGitHub, window } = on;
    const offline = fakeGitHub.fault({ kind: 'drop', method: 'PUT', times: 'always' });
    await create(window, 'acme', 'LATE', 'typed once');
    const told =
      /^Couldn't confirm that LATE was created in acme. GitHub didn't answer, so we don't know whether/;
    assert.deepEqual((await window.notifications.buttons(told)).sort(), ['Open View', 'Try Again']);
    assert.equal(fakeGitHub.secret('acme', 'LATE'), undefined);
    await window.notifications.click(told, 'Try Again');
    await window.notifications.shown(told);
    offline.end();
    await window.notifications.click(told, 'Try Again');
    await window.secrets.row('LATE').waitFor();
    assert.equal(fakeGitHub.value('acme', 'LATE'), 'typed once');
    assert.ok(!(await window.page.locator('body').innerText()).includes('typed once'));
  });

  it("to get the answer from GitHub says that we don't know whether it happened, and the tree shows whether it did", async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.fault({ kind: 'dropAfter', method: 'PUT', times: 'always' });
    await create(window, 'acme', 'UNHEARD', 'v');
    await window.notifications.shown(
      /^Couldn't confirm that UNHEARD was created in acme. .* don't know whether the change was saved/,
    );
    await window.secrets.row('UNHEARD').waitFor();
    assert.equal(fakeGitHub.value('acme', 'UNHEARD'), 'v');
  });

  it('inside GitHub is shown with its status, and can be tried again', async () => {
    const { fakeGitHub, window } = on;
    const broken = fakeGitHub.fault({ kind: 'status', status: 502, method: 'PUT', times: 'always' });
    await rotate(window, 'SENTRY_DSN', 'typed once');
    const told = /^Couldn't confirm that SENTRY_DSN was rotated. GitHub returned an error \(502\)/;
    await window.notifications.shown(told);
    assert.equal(writes(fakeGitHub).length, 1);
    broken.end();
    await window.notifications.click(told, 'Try Again');
    await window.secrets.described('SENTRY_DSN', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'typed once');
  });

  it('is final once its notification is closed', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.fault({ kind: 'status', status: 422, message: 'No.', method: 'PUT' });
    await rotate(window, 'SENTRY_DSN', 'typed once');
    await window.notifications.shown("Couldn't rotate SENTRY_DSN.");
    await window.notifications.clear();
    assert.equal(writes(fakeGitHub).length, 1);
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'the value of SENTRY_DSN');
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { env } from 'node:process';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import { repository } from '../vscode/repository';
import { withoutOwnSecrets } from './support';
import { openWindow, type Window } from './window';

const settings = {
  'codespacesOrgSecrets.apps': ['codespaces', 'actions', 'dependabot'],
  'codespacesOrgSecrets.organizations': ['acme'],
};

/** Keeps a picture, for those who work on the looks. */
async function take(window: Window, name: string): Promise<void> {
  if (env['SCREENSHOTS']) await window.screenshot(join(repository, 'out/e2e', `${name}.png`));
}

/** Has the Dependabot secrets of `acme` be refused to somebody who may see the others. */
function refuseDependabot(fakeGitHub: FakeGitHubServer): { end: () => void } {
  return fakeGitHub.fault({
    path: '/orgs/acme/dependabot/secrets',
    kind: 'status',
    status: 403,
    body: { message: 'You must be an org admin or have the actions secrets fine-grained permission.' },
    times: 'always',
  });
}

describe('Compare Apps...', () => {
  let fakeGitHub: FakeGitHubServer;
  let window: Window;
  beforeEach(async () => {
    fakeGitHub = await startFakeGitHub();
    window = await openWindow({ fakeGitHub, settings });
    await window.openContainer();
    await window.secrets.row('Dependabot').waitFor();
  });
  afterEach(async () => {
    await fakeGitHub.close();
    assert.deepEqual(fakeGitHub.violations, []);
  });

  it('copies the access that a pull request of Dependabot lacks, from the menu of an organization', async () => {
    const { dialog, input, notifications, secrets } = window;
    const menu = await secrets.openMenu('acme');
    await menu.click('Compare Apps...');
    await input.shown('Compare Apps in acme');
    await input.type('npm');
    const words = '11 repositories can use it in Actions but not in Dependabot';
    await input.item('NPM_TOKEN').filter({ hasText: words }).waitFor();
    await take(window, 'compare-apps');
    await input.accept();
    await input.shown('Compare Apps: NPM_TOKEN');
    await take(window, 'compare-apps-actions');
    await input.back();
    await input.shown('Compare Apps in acme');
    await input.item('NPM_TOKEN').waitFor();
    assert.equal(await input.box.inputValue(), 'npm');
    await input.accept();
    await input.pick('Copy Access from Actions to Dependabot...');
    await dialog.box.filter({ hasText: 'NPM_TOKEN (Dependabot)' }).waitFor();
    await take(window, 'compare-apps-confirm');
    await dialog.click('Apply');
    await input.shown('Compare Apps in acme');
    await input
      .item('NPM_TOKEN')
      .filter({ hasText: '10 repositories can use it in Actions but not in Codespaces' })
      .waitFor();
    await input.escape();
    await input.closed();
    await notifications.shown(/NPM_TOKEN \(Dependabot\)/);
    assert.equal(fakeGitHub.secret('acme', 'NPM_TOKEN', 'dependabot')?.visibility, 'all');
  });
});

describe('an app whose secrets could not be loaded', () => {
  let fakeGitHub: FakeGitHubServer;
  beforeEach(async () => (fakeGitHub = await startFakeGitHub()));
  afterEach(() => fakeGitHub.close());

  it('is named in the Repositories view beside the repositories, and loaded again by a click', async () => {
    withoutOwnSecrets(fakeGitHub);
    const refused = refuseDependabot(fakeGitHub);
    const window = await openWindow({ fakeGitHub, settings });
    const { repositories } = window;
    await window.openContainer();
    await repositories.expand('acme');
    await repositories.described('Dependabot: You are not an owner', 'Try Again...');
    await repositories.expand('billing');
    await repositories.described('billing', '5 secrets · private');
    const [, row] = await repositories.rows();
    assert.match(
      row?.accessibleLabel ?? '',
      /^Dependabot: You are not an owner of acme\. Only owners can see and manage its Dependabot secrets\. Try Again/,
    );
    await take(window, 'missing-app');
    refused.end();
    await repositories.click('Dependabot: You are not an owner');
    await repositories.gone('Dependabot: You are not an owner');
    await repositories.row('billing').waitFor();
  });
});

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { demoFixture } from '../github/fixtures';
import { repository } from '../vscode/repository';
import { AccessMapPage } from './accessMapPage';
import { openDevcontainer } from './devcontainerEditor';
import { chooseFile } from './filePicker';
import { ValueEditorPage } from './valueEditorPage';
import { closeAll, openWindow, type Window } from './window';

/** Takes the pictures of the README anew, of the demo's fixture: `npm run screenshots`. */
async function main(): Promise<void> {
  const fakeGitHub = await startFakeGitHub({ fixture: demoFixture() });
  try {
    await tree(fakeGitHub);
    await flows(fakeGitHub);
    await values(fakeGitHub);
    await importEnvFile(fakeGitHub);
    await apps(fakeGitHub);
    await accessMap(fakeGitHub);
    await repositories(fakeGitHub);
    await devcontainer(fakeGitHub);
  } finally {
    await closeAll();
    await fakeGitHub.close();
  }
}

async function tree(fakeGitHub: FakeGitHubServer): Promise<void> {
  const window = await opened(fakeGitHub);
  const { secrets } = window;
  await secrets.expand('NPM_TOKEN');
  await secrets.row('service-catalog').waitFor();
  await secrets.expand('globex');
  await secrets.row('Single sign-on required').waitFor();
  await secrets.expand('umbrella');
  await secrets.row('No Codespaces secrets yet. Create one...').waitFor();
  await secrets.click('service-catalog');
  await take(window, 'tree', { width: 640, height: 620 });
  await secrets.collapse('acme');
  await secrets.collapse('umbrella');
  await secrets.tooltip('Single sign-on required');
  await take(window, 'single-sign-on', { width: 720, height: 260 });
  await window.close();
}

async function flows(fakeGitHub: FakeGitHubServer): Promise<void> {
  const window = await opened(fakeGitHub);
  const { dialog, input, notifications, secrets } = window;

  await secrets.clickInline('acme', 'Create Secret...');
  await input.shown('Create Secret (1/3)');
  await input.type('cargo_token');
  await input.judged('info');
  await input.accept();
  await input.shown('Create Secret (2/3)');
  await input.type('a value that nobody reads');
  await take(window, 'create-value', top);
  await input.accept();
  await input.shown('Create Secret (3/3)');
  await input.pick('Selected repositories');
  await input.shown('Create Secret (4/4)');
  await fakeGitHub.answered({ path: '/orgs/acme/repos' }, 3);
  for (const name of ['sdk-go', 'sdk-java', 'sdk-python']) {
    await input.type('sdk');
    await input.check(name);
  }
  await take(window, 'create-repositories', top);
  const offline = fakeGitHub.fault({ kind: 'drop', method: 'PUT', times: 'always' });
  await input.ok();
  const toast = await notifications.shown("Couldn't confirm that CARGO_TOKEN was created");
  await secrets.progress.waitFor({ state: 'detached' });
  await toast.hover();
  await take(window, 'try-again');
  offline.end();
  await notifications.clear();

  await secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
  await input.shown('Edit Repository Access of NPM_TOKEN');
  await fakeGitHub.answered({ path: '/orgs/acme/repos' }, 6);
  await input.item('accounts-api').waitFor();
  await take(window, 'edit-repositories');
  await input.escape();
  await input.closed();

  await secrets.select('SLACK_WEBHOOK_URL', 'AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID');
  await secrets.clickMenu('AWS_ACCESS_KEY_ID', 'Delete Secret...');
  await dialog.box.waitFor();
  await take(window, 'delete');
  await dialog.click('Cancel');

  await window.close();
}

async function values(fakeGitHub: FakeGitHubServer): Promise<void> {
  const window = await opened(fakeGitHub);
  const { input, secrets } = window;
  const editor = new ValueEditorPage(window);
  await secrets.clickInline('NPM_TOKEN', 'Rotate Value...');
  await input.shown('Rotate NPM_TOKEN');
  await window.copy('export NPM_TOKEN="nobody reads it"\n');
  await input.clickButton('Paste with Line Breaks');
  await input.item('Use it as is').first().waitFor();
  await take(window, 'value-review', { width: 1280, height: 320 });
  await input.back();
  await input.clickButton('Generate...');
  await input.pick('URL-safe');
  await input.judged('info', 'bits of randomness');
  await take(window, 'value-generator', { width: 1280, height: 200 });
  await input.back();
  await input.back();
  await input.clickButton('Open Multi-Line Editor');
  await editor.area.press('ControlOrMeta+A');
  await editor.paste(`-----BEGIN KEY-----\n${'nobody reads it '.repeat(12)}\n-----END KEY-----\n`);
  await editor.described('3 lines');
  await take(window, 'value-editor', { width: 1280, height: 800 });
  await window.close();
}

async function importEnvFile(fakeGitHub: FakeGitHubServer): Promise<void> {
  const window = await opened(fakeGitHub);
  const lines = [
    'database_url=postgres://nobody@db.example.com/app',
    'SIGNING_KEY="-----BEGIN KEY-----\nnobody reads it\n-----END KEY-----\n"',
    'CACHE_URL="redis://cache.example.com "',
    'NPM_TOKEN=nobody reads it',
    'SLACK_WEBHOOK_URL=nobody reads it',
    'GITHUB_API=https://api.github.com',
    'EMPTY=',
  ];
  await chooseFile(window.page, '.env', lines.join('\n'));
  await window.secrets.clickMenu('acme', 'Import from .env File...');
  await window.input.shown('Import from .env File (1/2)');
  // The button that mends is in sight.
  await window.input.item('CACHE_URL').hover();
  await take(window, 'import-env-file', { width: 1280, height: 420 });
  await window.close();
}

async function apps(fakeGitHub: FakeGitHubServer): Promise<void> {
  const all = ['codespaces', 'actions', 'dependabot', 'agents'];
  const window = await openWindow({ fakeGitHub, settings: { 'codespacesOrgSecrets.apps': all } });
  const { input, secrets } = window;
  await window.openContainer();
  await secrets.expand('Codespaces');
  await secrets.clickInline('NPM_TOKEN', 'Rotate Value...');
  await input.shown('Rotate NPM_TOKEN');
  await fakeGitHub.answered({ path: '/orgs/umbrella/agents/secrets/NPM_TOKEN' });
  await input.type('a value that nobody reads');
  await input.accept();
  await input.item('acme · Actions').waitFor();
  await input.clickButton('Select All in acme');
  await take(window, 'rotate-everywhere', { width: 1280, height: 420 });
  await window.close();
}

async function accessMap(fakeGitHub: FakeGitHubServer): Promise<void> {
  const window = await openWindow({ fakeGitHub, theme: 'light' });
  const map = new AccessMapPage(window);
  await window.openContainer();
  await window.run('Codespaces Secrets: Open Access Map');
  await window.input.pick('acme');
  await map.filter('Filter repositories', 'bill');
  await map.cell("billing-api can't use NPM_TOKEN").click();
  await map.cell("billing-web can't use NPM_TOKEN").click();
  await map.cell("billing-worker can't use NPM_TOKEN").click();
  await map.cell('billing-worker can use STRIPE_TEST_KEY (selected)').click();
  await map.filter('Filter repositories', '');
  await map.cell("accounts-api can't use NPM_TOKEN").waitFor();
  await map.frame.locator('.grid').evaluate(grid => grid.scrollTo(0, 7 * 24));
  await map.cell("catalog-web can't use NPM_TOKEN").waitFor();
  await take(window, 'access-map');
  await window.close();
}

async function repositories(fakeGitHub: FakeGitHubServer): Promise<void> {
  const window = await opened(fakeGitHub);
  // The middle of a header may be one of its buttons.
  await window.repositories.pane.locator('.pane-header .title').click();
  await window.secrets.pane.locator('.pane-header .title').click();
  await window.repositories.expand('acme');
  await window.repositories.described('acme', '240 repositories');
  await window.repositories.described('billing', '7 secrets');
  await window.repositories.expand('billing');
  // The organization's and the repository's own.
  await window.repositories.row('NPM_TOKEN').nth(1).waitFor();
  await take(window, 'repositories', { width: 640, height: 620 });
  await window.close();
}

/** A window with the first organization's secrets, its sidebar as wide as VS Code makes it. */
async function opened(fakeGitHub: FakeGitHubServer): Promise<Window> {
  const window = await openWindow({ fakeGitHub });
  await window.openContainer();
  await window.secrets.filled('acme');
  // One view alone has room for all of its rows.
  await window.repositories.pane.locator('.pane-header').click();
  await window.page.mouse.move(900, 700);
  return window;
}

async function devcontainer(fakeGitHub: FakeGitHubServer): Promise<void> {
  const editor = await openDevcontainer({
    fakeGitHub,
    hasUserSecretsSession: true,
    declares: `{
  "image": "mcr.microsoft.com/devcontainers/typescript-node:22",
  // What a developer needs in a codespace.
  "secrets": {
    "NPM_TOKEN": {
      "description": "Installs the packages of acme"
    },
    "AWS_ACCESS_KEY_ID": {
      "description": "Reads invoices from the bucket"
    },
    "TAILSCALE_AUTH_KEY": {
      "description": "Joins the private network"
    }
  }
}
`,
  });
  const { window } = editor;
  await editor.shows('warning AWS_ACCESS_KEY_ID', 'warning TAILSCALE_AUTH_KEY');
  await window.page.keyboard.press('ControlOrMeta+Shift+M');
  await window.page.locator('.markers-panel .monaco-list-row').nth(2).waitFor();
  await editor.openFixes('AWS_ACCESS_KEY_ID');
  await take(window, 'devcontainer', { width: 1280, height: 720 });
  await window.close();
}

/** The part of the window that a quick input takes. */
const top = { width: 1280, height: 400 };

async function take(window: Window, name: string, size = { width: 1280, height: 800 }): Promise<void> {
  const folder = join(repository, 'docs/images');
  await mkdir(folder, { recursive: true });
  await window.page.screenshot({
    path: join(folder, `${name}.png`),
    clip: { x: 0, y: 0, ...size },
    animations: 'disabled',
    caret: 'hide',
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

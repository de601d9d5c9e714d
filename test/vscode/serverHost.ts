import { createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { extensionId } from './manifest';
import { startServer } from './server';
import { quietSettings } from './settings';
import { storedState } from './storedState';
import { outputMark, storageRequest } from './testOutput';

/** How long a VS Code may take from its start to the end of the tests, in milliseconds. */
const patience = 10 * 60 * 1000;

/**
 * Stands in for the desktop's executable where there is none: takes its arguments, opens the VS Code server from npm
 * in a browser nobody sees, runs the test module in its Node extension host, and ends with the tests' exit code.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    strict: false,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      'builtin-extensions-dir': { type: 'string' },
      workspace: { type: 'string' },
    },
  });
  const argument = (name: string): string => {
    const value = values[name];
    if (typeof value !== 'string') throw new Error(`The argument --${name} is missing`);
    return value;
  };
  await mkdir(argument('user-data-dir'), { recursive: true });
  const server = await startServer([
    ...['user-data-dir', 'extensions-dir', 'builtin-extensions-dir'].flatMap(name => [
      `--${name}`,
      argument(name),
    ]),
    // Without it the workbench ignores the development paths in its payload.
    '--enable-smoke-test-driver',
    '--disable-telemetry',
    '--disable-workspace-trust',
  ]);
  const browser = await launchBrowser();
  const stop = () => Promise.all([browser.close(), server.stop()]);
  process.once('SIGINT', () => void stop()).once('SIGTERM', () => void stop());
  try {
    const page = await browser.newPage();
    const ended = testsEnd(page, join(argument('user-data-dir'), 'logs'));
    await trustExtension(page);
    // The browser's own copy of the extension that the fixture replaces.
    await page.route('**/extensions/github-authentication/**', route => route.abort());
    await page.context().addCookies([{ name: 'vscode-tkn', value: server.token, url: server.url }]);
    const remote = (path: string) => `vscode-remote://${new URL(server.url).host}${path}`;
    const payload = [
      ['extensionDevelopmentPath', remote(argument('extensionDevelopmentPath'))],
      ['extensionTestsPath', remote(argument('extensionTestsPath'))],
    ];
    const opened = `workspace=${encodeURIComponent(argument('workspace'))}`;
    await page.goto(`${server.url}?${opened}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    return await Promise.race([ended, server.ended, tooLate()]);
  } finally {
    await stop();
  }
}

/**
 * Prints what the tests print, writes the window's storage down where they ask for it, and all else that VS Code has to
 * say to a file in its log folder. Resolves with the exit code that the workbench reports after the tests.
 */
async function testsEnd(page: Page, logs: string): Promise<number> {
  await mkdir(logs, { recursive: true });
  const rest = createWriteStream(join(logs, 'window.log'));
  await page.exposeFunction('codeAutomationLog', async (type: string, args: unknown[]) => {
    const text = format(...args);
    if (text.startsWith(outputMark)) console.log(text.slice(outputMark.length));
    else if (text.startsWith(storageRequest)) await writeStorage(page, text.slice(storageRequest.length));
    else rest.write(`[${type}] ${text}\n`);
  });
  return new Promise((done, fail) => {
    page.once('crash', () => fail(new Error('The window has crashed')));
    void page.exposeFunction('codeAutomationExit', done);
  });
}

async function writeStorage(page: Page, file: string): Promise<void> {
  await writeFile(`${file}.part`, await storedState(page));
  await rename(`${file}.part`, file);
}

/** Lets the extension under test use GitHub sessions: a dialog would be refused while tests run. */
async function trustExtension(page: Page): Promise<void> {
  const settings = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/;
  await page.route(
    url => url.pathname === '/',
    async route => {
      const response = await route.fetch();
      const body = (await response.text()).replace(settings, (_, head: string, text: string) => {
        const configuration = JSON.parse(text.replaceAll('&quot;', '"')) as Record<string, object>;
        const changed = {
          ...configuration,
          productConfiguration: {
            ...configuration['productConfiguration'],
            trustedExtensionAuthAccess: { github: [extensionId], 'github-enterprise': [extensionId] },
          },
          configurationDefaults: quietSettings,
        };
        return head + JSON.stringify(changed).replaceAll('"', '&quot;');
      });
      return route.fulfill({ response, body });
    },
  );
}

function tooLate(): Promise<never> {
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error('The tests did not end in time')), patience).unref();
  });
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

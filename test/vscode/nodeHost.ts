import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeGitHub } from '../github/fakeGitHubServer';
import { testFixture } from '../github/fixtures';
import { accountOf } from './account';
import { desktopExecutable } from './desktop';
import { repository } from './repository';
import { quietSettings } from './settings';
import { serverVersion } from './version';

/**
 * Runs a module in the Node extension host of a real VS Code, beside the extension and with a simulated GitHub.
 * @param tests the path of a CommonJS module whose `run` is called
 * @param out the folder that gets VS Code's own log where the run fails
 */
export async function runInNodeHost(tests: string, out: string): Promise<void> {
  const [fakeGitHub, executable] = await Promise.all([
    // The enterprise host of the tests has Codespaces, as *.ghe.com does.
    startFakeGitHub({ fixture: testFixture(), apiV3: 'cloud' }),
    desktopExecutable(),
  ]);
  console.log(
    `The Node extension host is that of ${executable ? `desktop VS Code (${executable})` : `the VS Code server ${serverVersion().server} from npm`}.`,
  );
  // Not below the repository: the path of a socket in it may have no more than about a hundred characters.
  const folder = await mkdtemp(join(tmpdir(), 'cos-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.once('SIGTERM', () => process.exit(143));
  const userData = join(folder, 'user');
  try {
    const fixture = await bundleFixture(folder);
    await writeSettings(userData);
    const workspace = await writeWorkspace(folder);
    const server = ['--import', 'tsx', join(repository, 'test/vscode/serverHost.ts')];
    const data = [`--user-data-dir=${userData}`, `--extensions-dir=${join(folder, 'extensions')}`];
    await runTests({
      // Launch arguments come first, so this is a program and its arguments on every platform.
      vscodeExecutablePath: executable ?? process.execPath,
      launchArgs: executable
        ? [
            workspace,
            ...data,
            '--disable-extension=vscode.github-authentication',
            `--extensionDevelopmentPath=${fixture}`,
          ]
        : [
            ...server,
            ...data,
            `--builtin-extensions-dir=${join(folder, 'builtin')}`,
            `--workspace=${workspace}`,
          ],
      extensionDevelopmentPath: repository,
      extensionTestsPath: tests,
      extensionTestsEnv: {
        SIMULATED_GITHUB: fakeGitHub.url,
        SIMULATED_GITHUB_ACCOUNT: JSON.stringify(accountOf(fakeGitHub.fixture, 'octocat')),
        VSCODE_USER_DATA: userData,
        // The desktop's window keeps everything in the folder of user data.
        ...(!executable && { VSCODE_BROWSER_STORAGE: join(folder, 'browser-storage.txt') }),
      },
    });
  } catch (error) {
    await cp(join(userData, 'logs'), join(out, 'logs'), { recursive: true, force: true }).catch(
      () => undefined,
    );
    console.log(`VS Code's own log is in ${join(out, 'logs')}`);
    throw error;
  } finally {
    await fakeGitHub.close();
  }
}

/** Builds the extension that gives GitHub sessions, in a folder of built-in extensions of its own. */
async function bundleFixture(folder: string): Promise<string> {
  const source = join(repository, 'test/vscode/githubSession');
  const fixture = join(folder, 'builtin/github-session');
  await mkdir(fixture, { recursive: true });
  await copyFile(join(source, 'package.json'), join(fixture, 'package.json'));
  await build({
    entryPoints: [join(source, 'extension.ts')],
    outfile: join(fixture, 'extension.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return fixture;
}

/** The user's settings, where both kinds of VS Code look for them. */
async function writeSettings(userData: string): Promise<void> {
  const user = join(userData, 'User');
  await mkdir(user, { recursive: true });
  await writeFile(join(user, 'settings.json'), JSON.stringify(quietSettings));
}

/** A workspace with one empty folder, to which tests can add others: an empty window would start its host anew. */
async function writeWorkspace(folder: string): Promise<string> {
  const file = join(folder, 'tests.code-workspace');
  await mkdir(join(folder, 'empty'));
  await writeFile(file, JSON.stringify({ folders: [{ path: 'empty' }] }));
  return file;
}

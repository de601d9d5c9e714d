import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const abandonedAfter = 60 * 60 * 1000;

/**
 * The folder outside the repository in which runs keep what they download: `CODESPACES_ORG_SECRETS_CACHE`, else
 * a folder in `XDG_CACHE_HOME`, else one in `~/.cache`.
 */
export function cacheFolder(): string {
  const { CODESPACES_ORG_SECRETS_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
  return own
    ? resolve(own)
    : join(shared ? resolve(shared) : join(homedir(), '.cache'), 'codespaces-org-secrets');
}

/**
 * Installs npm packages, each with its exact version, into a cache folder of their own, and returns its `node_modules`.
 * The folder appears only when it is complete, so an interrupted install is made again, and of two runs that
 * install at once the later one takes what the earlier has put there.
 *
 * @param finish what else a new install needs before it is complete; gets its `node_modules`
 */
export async function installed(
  packages: string[],
  finish?: (modules: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder(), packages.map(each => each.replaceAll(/[^\w.@-]/g, '-')).join('+'));
  if (!existsSync(folder)) {
    const unfinished = join(cacheFolder(), 'unfinished');
    await mkdir(unfinished, { recursive: true });
    await removeAbandoned(unfinished);
    const work = await mkdtemp(join(unfinished, 'install-'));
    try {
      console.log(`Installing ${packages.join(' and ')} from npm into ${cacheFolder()}`);
      await writeFile(join(work, 'package.json'), '{ "private": true }');
      await npmInstall(work, ...packages);
      await finish?.(join(work, 'node_modules'));
      await rename(work, folder).catch((error: unknown) => {
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return join(folder, 'node_modules');
}

/** `npm install` in a folder, without install scripts. The user's own npm settings (registry, proxy) hold. */
export async function npmInstall(cwd: string, ...args: string[]): Promise<void> {
  // The engine that a package asks for is not the one that installs it.
  const install = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--engine-strict=false',
    '--loglevel=error',
  ];
  const { npm_execpath: running } = process.env;
  const [command, first, shell] =
    running && basename(running) === 'npm-cli.js'
      ? [process.execPath, [running], false]
      : ['npm', [], process.platform === 'win32'];
  const child = spawn(command, [...first, ...install, ...args], {
    cwd,
    shell,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  });
  if (code !== 0) throw new Error(`npm ${install.concat(args).join(' ')} failed in ${cwd}`);
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > abandonedAfter) await rm(path, { recursive: true, force: true });
  }
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { installed } from './cache';

const run = promisify(execFile);

/** An executable, and what its environment must hold beside what is there. */
export interface BrowserProgram {
  executablePath: string;
  env: Record<string, string>;
}

/** A Chromium without a window, from npm, for a Linux that has none; it brings the libraries that it needs. */
export async function npmBrowser(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chrome, Chromium or Edge has been found. Install one, or name one in CHROME.');
  // The newest that runs on Node 20.
  const modules = await installed(['@sparticuz/chromium@143.0.4'], unpack);
  const folder = join(dirname(modules), 'unpacked');
  const executablePath = join(folder, 'chromium');
  const { stdout: libraries } = await run('ldd', [executablePath]).catch(() => ({ stdout: 'not found' }));
  const { LD_LIBRARY_PATH: path } = process.env;
  const lib = join(folder, 'al2023/lib');
  return {
    executablePath,
    env: {
      // Those of the system are the better ones: they fit its C library.
      ...(libraries.includes('not found') && { LD_LIBRARY_PATH: path ? `${lib}:${path}` : lib }),
      ...(!existsSync('/etc/fonts') && { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}

/** The package unpacks into the folder for temporary files, and its libraries only where it finds itself on Lambda. */
async function unpack(modules: string): Promise<void> {
  const folder = join(dirname(modules), 'unpacked');
  await mkdir(folder);
  const program = 'import("@sparticuz/chromium").then(chromium => chromium.default.executablePath())';
  await run(process.execPath, ['--eval', program], {
    cwd: dirname(modules),
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
}

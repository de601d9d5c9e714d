import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '../../vsix.mjs';

/** What a hosted workflow says of itself. */
export const hosted = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'somebody/secrets',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
};

/** The files of a package, by their paths in it. */
export interface Package {
  readonly paths: string[];
  text(path: string): Promise<string>;
}

/** Packages what is built, in a folder of its own. */
export async function packaged(environment: Record<string, string>): Promise<Package> {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  try {
    const file = join(folder, 'extension.vsix');
    await createPackage(file, environment);
    const zip = await JSZip.loadAsync(await readFile(file));
    return {
      paths: Object.keys(zip.files),
      text: path => (zip.file(path) ?? assert.fail(`The package has no ${path}`)).async('string'),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the package that a file belongs to. */
const packageFolder = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/**
 * The licenses of the packages that files belong to, as a text. Fails on a package without a license file.
 * @param {Iterable<string>} files
 * @returns {Promise<string>}
 */
export async function notices(files) {
  const folders = new Set([...files].flatMap(file => file.match(packageFolder) ?? []));
  const all = await Promise.all([...folders].map(notice));
  const sorted = [...new Set(all)].sort();
  return [
    'This extension contains the packages below. Each one has its own license.\n',
    ...sorted.map(text => `${'='.repeat(80)}\n${text}`),
  ].join('\n');
}

/** @param {string} folder */
async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const names = (await readdir(folder)).filter(file => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  if (names.length === 0) throw new Error(`${name} has no license file in ${folder}`);
  const texts = await Promise.all(names.map(file => readFile(join(folder, file), 'utf8')));
  return `${name} ${version} (${license})\n\n${texts.map(text => `${text.trim()}\n`).join('\n')}`;
}

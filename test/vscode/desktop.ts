import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache';
import { extensionId } from './manifest';
import { desktopVersion } from './version';

const providers = ['github', 'github-enterprise'];

/** The product file of a VS Code, as far as it matters here. */
interface Product {
  trustedExtensionAuthAccess?: Record<string, string[]> | string[];
}

/**
 * The executable of a desktop VS Code: the one that `VSCODE_EXECUTABLE` names, else one that is downloaded into the
 * cache; undefined where it cannot be downloaded, or has no display to be shown on. With `VSCODE_DESKTOP` that is an
 * error instead.
 */
export async function desktopExecutable(): Promise<string | undefined> {
  const {
    VSCODE_EXECUTABLE: named,
    VSCODE_DESKTOP: isRequired,
    DISPLAY: x,
    WAYLAND_DISPLAY: wayland,
  } = process.env;
  if (named) {
    await requireTrust(named);
    return named;
  }
  if (process.platform === 'linux' && !x && !wayland) {
    if (isRequired)
      throw new Error('VSCODE_DESKTOP asks for a desktop VS Code, and there is no display for it');
    return undefined;
  }
  const cachePath = join(cacheFolder(), 'desktop');
  await mkdir(cachePath, { recursive: true });
  const download = downloadAndUnzipVSCode({ cachePath, timeout: 10_000, version: desktopVersion() });
  const downloaded = await download.catch((error: unknown) => {
    if (isRequired) throw error;
    console.log(
      `Desktop VS Code cannot be downloaded: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  });
  if (downloaded !== undefined) await trust(downloaded);
  return downloaded;
}

/** Lets the extension use GitHub sessions in our own copy: a dialog would be refused while tests run. */
async function trust(executable: string): Promise<void> {
  const { path, product } = await readProduct(executable);
  if (isTrusted(product)) return;
  const { trustedExtensionAuthAccess: trusted = {} } = product;
  const changed = Array.isArray(trusted)
    ? [...trusted, extensionId]
    : { ...trusted, ...Object.fromEntries(providers.map(id => [id, [...(trusted[id] ?? []), extensionId]])) };
  // Another run may be reading it.
  const written = `${path}.${process.pid}`;
  await writeFile(
    written,
    JSON.stringify({ ...product, trustedExtensionAuthAccess: changed }, undefined, '\t'),
  );
  await rename(written, path);
}

/** The user's own VS Code is theirs: it is not changed. */
async function requireTrust(executable: string): Promise<void> {
  if (!existsSync(executable)) throw new Error(`VSCODE_EXECUTABLE names ${executable}, which does not exist`);
  const { path, product } = await readProduct(executable);
  if (!isTrusted(product))
    throw new Error(
      `VSCODE_EXECUTABLE names a VS Code that asks before the extension may use a GitHub session, and no dialog can ` +
        `be answered in these tests. Add ${extensionId} to trustedExtensionAuthAccess (${providers.join(' and ')}) ` +
        `in ${path}, best in a copy.`,
    );
}

function isTrusted({ trustedExtensionAuthAccess: trusted = {} }: Product): boolean {
  return providers.every(id => (Array.isArray(trusted) ? trusted : trusted[id])?.includes(extensionId));
}

async function readProduct(executable: string): Promise<{ path: string; product: Product }> {
  const folder = dirname(executable);
  // On Windows the resources stand in a folder named by the version.
  const versions = await readdir(folder);
  const places = [
    'resources',
    '../Resources',
    '../resources',
    ...versions.map(name => join(name, 'resources')),
  ];
  const path = places.map(place => join(folder, place, 'app/product.json')).find(file => existsSync(file));
  if (path === undefined) throw new Error(`There is no product.json near ${executable}`);
  return { path, product: JSON.parse(await readFile(path, 'utf8')) as Product };
}

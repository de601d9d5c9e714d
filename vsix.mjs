import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * Packages what is built. The addresses of the repository are known only where a hosted workflow runs. Without them,
 * VS Code could show no picture of the README and could follow no relative link, so the package has neither.
 * @param {string} packagePath
 * @param {Record<string, string | undefined>} environment
 */
export async function createPackage(packagePath, environment) {
  const folder = await mkdtemp(join(tmpdir(), 'vsix-'));
  try {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const shipped = files.filter(file => !file.endsWith('.map'));
    for (const file of ['.vscodeignore', ...shipped]) await cp(join(root, file), join(folder, file));
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    // The build that packaging would run is done.
    delete manifest.scripts;
    const hosted = addresses(environment);
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ ...manifest, ...hosted?.manifest }, undefined, 2),
    );
    if (!hosted)
      for (const name of ['README.md', 'CHANGELOG.md']) {
        const text = await readFile(join(root, name), 'utf8');
        await writeFile(join(folder, name), withoutRelativeLinks(text));
      }
    await createVSIX({
      cwd: folder,
      packagePath,
      dependencies: false,
      allowMissingRepository: !hosted,
      preRelease: isPreRelease(manifest.version),
      ...hosted?.links,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Marketplaces know no other sign of a pre-release in a version. @param {string} version */
export function isPreRelease(version) {
  return Number(version.split('.')[1]) % 2 === 1;
}

/** @param {Record<string, string | undefined>} environment */
function addresses({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_SHA: commit }) {
  // VS Code shows no picture from another address.
  if (!server?.startsWith('https://') || !name || !commit) return undefined;
  const repository = `${server}/${name}`;
  return {
    manifest: {
      repository: { type: 'git', url: `${repository}.git` },
      bugs: { url: `${repository}/issues` },
      homepage: `${repository}#readme`,
    },
    links: {
      baseImagesUrl: `${repository}/raw/${commit}`,
      baseContentUrl: `${repository}/blob/${commit}`,
    },
  };
}

/**
 * Markdown without relative pictures and with the texts of relative links. A paragraph of nothing else is left out.
 * @param {string} markdown
 */
export function withoutRelativeLinks(markdown) {
  const relative = /(!?)\[([^\]]*)\]\((?!\w+:|#)[^)]*\)/g;
  const isKept = paragraph => {
    const rest = paragraph.replace(relative, '');
    return rest === paragraph || /[\p{L}\p{N}]/u.test(rest);
  };
  return markdown
    .split('\n\n')
    .filter(isKept)
    .map(paragraph => paragraph.replace(relative, (_, picture, text) => (picture ? '' : text)))
    .join('\n\n');
}

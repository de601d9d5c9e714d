// Builds the extension's bundles into dist/. `--watch` rebuilds on change, `--sizes` minifies and prints what they weigh.
import { context } from 'esbuild';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { iconFont } from './iconFont.mjs';
import { notices } from './notices.mjs';

const watch = process.argv.includes('--watch');
const release = process.argv.includes('--sizes');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: release,
  sourcemap: release ? false : 'linked',
  target: 'es2023',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** What activation loads, once for each extension host. `main` and `browser` of the manifest name these files. */
const extension = { ...common, entryPoints: ['src/extension.ts'], format: 'cjs', external: ['vscode'] };

/** What a webview loads, in a page of its own. @returns {import('esbuild').BuildOptions} */
const page = name => ({
  ...common,
  entryPoints: [`src/webview/${name}/main.ts`],
  format: 'iife',
  platform: 'browser',
});

/** Gives a library that asks for Node what it never uses here: no module at all. @type {import('esbuild').Plugin} */
const withoutNode = {
  name: 'without-node',
  setup(build) {
    const filter = /^(node:)?(fs|path|os|url|crypto)$/;
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'without-node' }));
    build.onLoad({ filter: /.*/, namespace: 'without-node' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Takes of jsonc-parser what is used here. Its main module makes tables of names when it is loaded, which esbuild keeps.
 * @type {import('esbuild').Plugin}
 */
const onlyParser = {
  name: 'only-parser',
  setup(build) {
    const inside = 'jsonc-parser/lib/esm/impl';
    const contents = `export { parseTree } from '${inside}/parser'; export { createScanner } from '${inside}/scanner';`;
    build.onResolve({ filter: /^jsonc-parser$/ }, () => ({ path: 'parser', namespace: 'only-parser' }));
    build.onLoad({ filter: /.*/, namespace: 'only-parser' }, () => ({ contents, resolveDir: '.' }));
  },
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  'dist/node/extension.js': { ...extension, platform: 'node', supported: { 'dynamic-import': true } },
  'dist/web/extension.js': { ...extension, platform: 'browser', supported: { 'dynamic-import': true } },
  // Loaded when the first command runs, by both hosts: the commands, and what they ask and tell. A module that is imported
  // can't import `vscode`, so this is a function that is given it: see `withApi` in src/platform/chunk.ts.
  'dist/commands.mjs': {
    ...extension,
    entryPoints: ['src/commands/index.ts'],
    platform: 'browser',
    banner: { js: 'export default (require, module) => {' },
    footer: { js: '};' },
  },
  // Loaded when a devcontainer.json is open, by both hosts. A function that is given VS Code's API, as above.
  'dist/devcontainer.mjs': {
    ...extension,
    entryPoints: ['src/devcontainer/index.ts'],
    platform: 'browser',
    plugins: [onlyParser],
    banner: { js: 'export default (require, module) => {' },
    footer: { js: '};' },
  },
  // Loaded when a language model first invokes a tool, by both hosts. A function that is given VS Code's API, as above.
  'dist/tools.mjs': {
    ...extension,
    entryPoints: ['src/tools/index.ts'],
    platform: 'browser',
    banner: { js: 'export default (require, module) => {' },
    footer: { js: '};' },
  },
  // Loaded once there is a session, by both hosts: Octokit, and all that reads and writes GitHub.
  'dist/github.mjs': {
    ...common,
    entryPoints: ['src/github/createGitHub.ts'],
    format: 'esm',
    platform: 'browser',
    // Each request names its route, so that Octokit's table of a method for each route is never used.
    alias: { '@octokit/plugin-rest-endpoint-methods': './src/github/noEndpointMethods.ts' },
  },
  // Loaded when a value is first sealed, by both hosts. The three modules are what libsodium asks of Node.
  'dist/sodium.mjs': {
    ...common,
    entryPoints: ['src/github/sodium.ts'],
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*', 'crypto', 'fs', 'path'],
  },
  // Loaded when a .env file is first imported, by both hosts. Of the library only its parser runs.
  'dist/dotenv.mjs': {
    ...common,
    entryPoints: ['src/commands/shared/dotenv.ts'],
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    plugins: [withoutNode],
  },
  'dist/webview/accessMap.js': page('accessMap'),
  'dist/webview/valueEditor.js': page('valueEditor'),
};

await rm('dist', { recursive: true, force: true });
/** What the bundles are made of. The icons are made from a font. */
const files = ['node_modules/@vscode/codicons/dist/codicon.ttf'];
for (const [outfile, options] of Object.entries(bundles)) {
  const build = await context({ ...options, outfile });
  if (watch) await build.watch();
  else {
    const { metafile } = await build.rebuild();
    files.push(...Object.keys(metafile.inputs));
    await build.dispose();
  }
}

/** VS Code's icons, which a webview cannot reach. */
const icons = 'dist/webview/icons.woff2';
const sheets = ['accessMap', 'valueEditor'].map(name => readFile(`media/${name}.css`, 'utf8'));
await writeFile(icons, await iconFont((await Promise.all(sheets)).join('\n')));

if (!watch) await writeFile('dist/ThirdPartyNotices.txt', await notices(files));

/** In thousands of bytes, minified. */
const limits = { activation: 120, web: 1000 };

if (release) {
  const sizes = new Map();
  for (const file of [...Object.keys(bundles), icons]) sizes.set(file, (await stat(file)).size / 1000);
  const kilobytes = size => `${Math.round(size)} KB`;
  const size = file => kilobytes(sizes.get(`dist/${file}`));
  const [node, web] = ['node', 'web'].map(host => sizes.get(`dist/${host}/extension.js`));
  const whole = [...sizes.values()].reduce((sum, one) => sum + one) - node;
  console.log(
    `Activation loads ${kilobytes(node)} (Node), ${kilobytes(web)} (web); limit ${limits.activation} KB.`,
  );
  const opened = node + sizes.get('dist/devcontainer.mjs');
  console.log(`With a devcontainer.json it loads ${kilobytes(opened)}; limit ${limits.activation} KB.`);
  console.log(`A session loads ${size('github.mjs')} more, the first command ${size('commands.mjs')},`);
  console.log(`the first value ${size('sodium.mjs')}, the first .env file ${size('dotenv.mjs')},`);
  console.log(`the first tool of a language model ${size('tools.mjs')}.`);
  console.log(
    `The access map loads ${size('webview/accessMap.js')} and ${size('webview/icons.woff2')} of icons, ` +
      `the multi-line editor ${size('webview/valueEditor.js')}.`,
  );
  console.log(`The web bundle as a whole is ${kilobytes(whole)}; limit ${limits.web} KB.`);
  if (Math.max(node, web, opened) > limits.activation || whole > limits.web) process.exitCode = 1;
}

/**
 * The folders of src: what each holds, what it may import besides itself, and whether it may import `vscode`. Lint
 * enforces this, and CONTRIBUTING.md shows it.
 * @type {Record<string, { holds: string; imports: string[]; vscode: boolean }>}
 */
export const folders = {
  model: {
    holds: 'the domain: secrets, repositories, access, plans, batches, failures',
    imports: [],
    vscode: false,
  },
  cache: {
    holds: 'what GitHub last said, fetched when first asked for and dropped when it is no longer true',
    imports: ['model'],
    vscode: false,
  },
  github: {
    holds:
      "GitHub's REST API: client, rate limiter, pages, sealing, errors; Octokit and libsodium live here only",
    imports: ['model'],
    vscode: false,
  },
  webview: {
    holds: 'what runs in a webview; each has `protocol.ts`, the closed union of its messages',
    imports: ['model'],
    vscode: false,
  },
  labels: {
    holds: 'every word that is shown',
    imports: ['model', 'manifest.ts', 'webview/*/texts.ts'],
    vscode: true,
  },
  platform: {
    holds: 'VS Code around it: session, settings, log, clipboard, files, Git',
    imports: ['model', 'manifest.ts'],
    vscode: true,
  },
  tree: {
    holds: 'tree data providers: state to tree items, nothing else',
    imports: ['model', 'cache', 'labels', 'platform', 'manifest.ts'],
    vscode: true,
  },
  ui: {
    holds: 'what asks and what tells: prompts, batches, panels, values',
    imports: [
      'model',
      'cache',
      'labels',
      'platform',
      'manifest.ts',
      'webview/*/protocol.ts',
      'webview/*/texts.ts',
    ],
    vscode: true,
  },
  devcontainer: {
    holds: 'diagnostics, hovers and fixes for devcontainer.json',
    imports: ['model', 'cache', 'labels', 'platform', 'manifest.ts'],
    vscode: true,
  },
  commands: {
    holds: 'one verb a file; `shared` holds what verbs share; `index.ts` loads with the first one',
    imports: ['model', 'cache', 'labels', 'platform', 'manifest.ts', 'tree', 'ui'],
    vscode: true,
  },
  tools: {
    holds: 'language model tools: one a file; `index.ts` loads with the first one that is invoked',
    imports: ['model', 'cache', 'labels', 'platform', 'manifest.ts', 'tree', 'ui'],
    vscode: true,
  },
};

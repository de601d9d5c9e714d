import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** What each folder of src may import of the others. A folder that is not named here may import all. */
const mayImport = {
  model: [],
  github: ['model'],
  webview: ['model'],
  host: ['model'],
  tree: ['model', 'host'],
  // Of the webview a panel needs what is agreed on with it, and nothing that runs in it.
  ui: [
    'model',
    'host',
    ...['accessMap', 'valueEditor'].flatMap(name => [
      `webview/${name}/protocol.ts`,
      `webview/${name}/texts.ts`,
    ]),
  ],
  commands: ['model', 'host', 'tree', 'ui'],
};
const folders = Object.keys(mayImport);

const zones = folders.map(folder => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...mayImport[folder]].map(name => `./${name}`),
  message: `src/${folder} may import only: ${mayImport[folder].join(', ') || 'nothing'}.`,
}));

/** Packages that live in one folder only. */
const withoutVscode = ['model', 'github', 'webview'];
const packages = folders.map(folder => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(folder === 'github' ? [] : [{ group: ['@octokit/*', 'libsodium-wrappers'] }]),
          ...(withoutVscode.includes(folder) ? [{ group: ['vscode'] }] : []),
          {
            group: ['node:*', 'fs', 'path', 'os', 'crypto', 'child_process'],
            message: 'The web extension host has no Node.',
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist', 'out', '.vscode-test'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        '__dirname',
        '__filename',
        'global',
        'localStorage',
        'indexedDB',
      ],
    },
  },
  ...packages,
  {
    files: ['src/**'],
    // The views show a bar that has no words.
    ignores: ['src/ui/messages.ts', 'src/tree/organizationsTree.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['showInformationMessage', 'showWarningMessage', 'showErrorMessage', 'withProgress'].map(
          property => ({ object: 'window', property, message: 'src/ui/messages.ts makes text plain.' }),
        ),
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
);

import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { folders } from './test/folders.mjs';

/** A path with a `*` stands for one in each webview's folder. */
const forEachWebview = path =>
  path.includes('*') ? ['accessMap', 'valueEditor'].map(name => path.replace('*', name)) : [path];

const zones = Object.entries(folders).map(([folder, { imports }]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...imports.flatMap(forEachWebview)].map(path => `./${path}`),
  message: `src/${folder} may import only: ${imports.join(', ') || 'nothing'}.`,
}));

/** Packages that live in one folder only. */
const packages = Object.entries(folders).map(([folder, { vscode }]) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(folder === 'github' ? [] : [{ group: ['@octokit/*', 'libsodium-wrappers'] }]),
          ...(vscode ? [] : [{ group: ['vscode'] }]),
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
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='instanceof'][right.name=/^(Failure|Cancelled)$/]",
          message: 'What another bundle throws is of another class: use isFailure or isCancelled.',
        },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    rules: { curly: ['error', 'multi'] },
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

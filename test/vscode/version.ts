import { engines } from '../../package.json';

/** The newest VS Code that is tested, or the oldest one that the manifest allows. */
export type VSCodeVersion = 'newest' | 'minimum';

/** What `VSCODE_VERSION` asks for. Default: the newest. */
export function versionToTest(): VSCodeVersion {
  const { VSCODE_VERSION: wanted = 'newest' } = process.env;
  if (wanted !== 'newest' && wanted !== 'minimum')
    throw new Error(`VSCODE_VERSION is newest or minimum, not ${wanted}`);
  return wanted;
}

/** The oldest desktop VS Code, such as 1.100.0. */
export const minimumVersion = engines.vscode.replace('^', '');

/** code-server 4.N has VS Code 1.N, and runs with the Node of that. */
export const servers: Record<VSCodeVersion, { readonly server: string; readonly node: string }> = {
  newest: { server: '4.139.1', node: '24.21.0' },
  minimum: { server: '4.100.3', node: '20.19.0' },
};

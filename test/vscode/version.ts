import { engines } from '../../package.json';

/** The oldest VS Code in which the extension runs, such as 1.100.0. */
export const minimumVersion = engines.vscode.replace('^', '');

/** code-server 4.N has VS Code 1.N, and runs with the Node of that. */
export const servers = {
  newest: { server: '4.139.1', node: '24.21.0' },
  minimum: { server: '4.100.3', node: '20.19.0' },
};

/** The VS Code server that `VSCODE_VERSION` asks for. */
export function serverVersion(): { readonly server: string; readonly node: string } {
  return process.env['VSCODE_VERSION'] === 'minimum' ? servers.minimum : servers.newest;
}

/** The desktop VS Code that `VSCODE_VERSION` asks for. Default: the newest stable one. */
export function desktopVersion(): string {
  const { VSCODE_VERSION: wanted = 'stable' } = process.env;
  return wanted === 'minimum' ? minimumVersion : wanted;
}

import { commands, type Disposable, env, window } from 'vscode';
import { devcontainerLabels as labels } from '../labels/devcontainer';

/** The id of a command for quick fixes alone. VS Code's own convention for such a command is the underscore. */
export const copyRequestCommand = '_codespacesOrgSecrets.copyRequest';

/** Copies a request to an owner. */
export function registerCopyRequest(): Disposable {
  return commands.registerCommand(copyRequestCommand, async (text: string) => {
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(labels.requestCopied(), 5000);
  });
}

// A separate bundle, so that the commands and what they ask and tell are loaded only when the first one runs.
import { Uri } from 'vscode';
import { commands } from '../manifest';
import type { BranchNode, FailureNode, RepositoryBranchNode, SecretNode, TreeNode } from '../tree/nodes';
import { clipboardLabels } from '../labels/clipboard';
import { Clipboard } from '../platform/clipboard';
import { withErrorReporting } from './shared/withErrorReporting';
import { changeVisibility } from './changeVisibility';
import { copyAccess } from './copyAccess';
import { copySecretNames } from './copySecretName';
import { createSecret } from './createSecret';
import type { Commands, DeferredId } from './deferredCommands';
import { deleteSecrets } from './deleteSecret';
import { editRepositories } from './editRepositories';
import { exportReport } from './exportReport';
import { findSecret } from './findSecret';
import { grantRepositories } from './grantRepositories';
import { grantSecrets } from './grantSecrets';
import { importEnvFile } from './importEnvFile';
import { AccessMaps } from './openAccessMap';
import { openOnGitHub, type Page } from './openOnGitHub';
import { begin, type Flow, type HandedOver } from './shared/commandContext';
import { reviewStaleSecrets } from './reviewStaleSecrets';
import { refresh, refreshOrganization } from './refresh';
import { removeRepositories } from './removeRepository';
import { revokeRepositories } from './revokeRepositories';
import { rotateSecrets } from './rotateSecret';
import { saveSelectionAsSecret } from './saveSelectionAsSecret';
import { undoAccessChange } from './undoAccessChange';
import { organizationNode, pairs, secretNodes, type Selected } from './shared/selection';

/** Every command of the manifest. */
export function createCommands(handedOver: HandedOver): Commands {
  const maps = new AccessMaps();
  const clipboard = new Clipboard(clipboardLabels);
  const context = { ...handedOver, clipboard };
  /** A command that needs a connection to GitHub. */
  const asking =
    <Args extends readonly unknown[]>(run: (flow: Flow, ...args: Args) => Promise<unknown>) =>
    async (...args: Args) =>
      run(await begin(context, args[0] instanceof Uri ? undefined : args[0]), ...args);
  const handlers: Record<DeferredId, (...args: never) => unknown> = {
    // Asking again means that the current session does not work: GitHub may have revoked its token.
    [commands.signIn]: (options?: { again?: boolean }) =>
      context.session.signIn(options?.again === true || context.connections.current !== undefined),
    // VS Code passes the focused row here, but Refresh in the view's title is about everything.
    [commands.refresh]: () => refresh(context),
    [commands.refreshOrganization]: (node: BranchNode | FailureNode) => refreshOrganization(context, node),
    [commands.createSecret]: asking((flow, node?: TreeNode) => createSecret(flow, organizationNode(node))),
    [commands.rotateSecret]: asking((flow, ...selected: Selected) =>
      rotateSecrets(flow, secretNodes(selected)),
    ),
    [commands.saveSelectionAsSecret]: () => saveSelectionAsSecret(context),
    // The Explorer passes a file.
    [commands.importEnvFile]: asking((flow, target?: TreeNode | Uri) =>
      importEnvFile(flow, target instanceof Uri ? { uri: target } : { node: organizationNode(target) }),
    ),
    [commands.deleteSecret]: asking((flow, ...selected: Selected) =>
      deleteSecrets(flow, secretNodes(selected)),
    ),
    [commands.editRepositories]: asking((flow, node?: SecretNode) => editRepositories(flow, node)),
    [commands.removeRepository]: asking((flow, ...selected: Selected) =>
      removeRepositories(flow, pairs(selected)),
    ),
    [commands.grantRepositories]: asking((flow, ...selected: Selected) =>
      grantRepositories(flow, secretNodes(selected)),
    ),
    [commands.revokeRepositories]: asking((flow, ...selected: Selected) =>
      revokeRepositories(flow, secretNodes(selected)),
    ),
    [commands.copyAccess]: asking((flow, ...selected: Selected) => copyAccess(flow, secretNodes(selected))),
    [commands.grantSecrets]: asking((flow, node?: RepositoryBranchNode) => grantSecrets(flow, node)),
    [commands.changeVisibility]: asking((flow, ...selected: Selected) =>
      changeVisibility(flow, secretNodes(selected)),
    ),
    [commands.undoAccessChange]: () => undoAccessChange(context),
    // VS Code passes the focused row here, but the search is about everything.
    [commands.findSecret]: async () => findSecret(await begin(context)),
    [commands.reviewStaleSecrets]: async () => reviewStaleSecrets(await begin(context)),
    [commands.exportReport]: asking((flow, node?: TreeNode) => exportReport(flow, organizationNode(node))),
    [commands.copySecretName]: (...selected: Selected) => copySecretNames(secretNodes(selected)),
    [commands.openOnGitHub]: (node: Page) => openOnGitHub(context, node),
    [commands.openAccessMap]: asking((flow, node?: TreeNode) => maps.open(flow, organizationNode(node))),
  };
  return {
    run: (id, before, args) =>
      withErrorReporting(context.log, () => {
        context.connections.requireUnchanged(before);
        return handlers[id](...(args as never));
      }),
    dispose: () => {
      maps.dispose();
      clipboard.dispose();
    },
  };
}

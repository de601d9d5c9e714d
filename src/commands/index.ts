import { commands as vscodeCommands, Disposable, Uri } from 'vscode';
import { type CommandId, commands } from '../host/contributions';
import type { BranchNode, FailureNode, ReceiverNode, SecretNode, TreeNode } from '../tree/nodes';
import { guarded } from './boundary';
import { changeVisibility } from './changeVisibility';
import { copyAccess } from './copyAccess';
import { copySecretNames } from './copySecretName';
import { createSecret } from './createSecret';
import { deleteSecrets } from './deleteSecret';
import { editRepositories } from './editRepositories';
import { exportReport } from './exportReport';
import { grantRepositories } from './grantRepositories';
import { grantSecrets } from './grantSecrets';
import { importEnvFile } from './importEnvFile';
import { AccessMaps } from './openAccessMap';
import { openOnGitHub, type Page } from './openOnGitHub';
import type { Product } from './product';
import { refresh, refreshOrganization } from './refresh';
import { removeRepositories } from './removeRepository';
import { revokeRepositories } from './revokeRepositories';
import { rotateSecrets } from './rotateSecret';
import { saveSelectionAsSecret } from './saveSelectionAsSecret';
import { organizationNode, pairs, secretNodes, type Selected } from './selection';

/** Registers every command of the manifest. */
export function registerCommands(product: Product): Disposable {
  const maps = new AccessMaps(product);
  const handlers: Record<CommandId, (...args: never) => unknown> = {
    // Whoever asks although there is a session says that it does not do: GitHub may have revoked its token.
    [commands.signIn]: (options?: { again?: boolean }) =>
      product.session.signIn(options?.again === true || product.session.token !== undefined),
    // The view's title passes the row that has the focus, which does not say what its Refresh is about.
    [commands.refresh]: () => refresh(product),
    [commands.refreshOrganization]: (node: BranchNode | FailureNode) => refreshOrganization(product, node),
    [commands.createSecret]: (node?: TreeNode) => createSecret(product, organizationNode(node)),
    [commands.rotateSecret]: (...selected: Selected) => rotateSecrets(product, secretNodes(selected)),
    [commands.saveSelectionAsSecret]: () => saveSelectionAsSecret(product),
    // The Explorer passes a file.
    [commands.importEnvFile]: (target?: TreeNode | Uri) =>
      target instanceof Uri
        ? importEnvFile(product, { uri: target })
        : importEnvFile(product, { node: organizationNode(target) }),
    [commands.deleteSecret]: (...selected: Selected) => deleteSecrets(product, secretNodes(selected)),
    [commands.editRepositories]: (node?: SecretNode) => editRepositories(product, node),
    [commands.removeRepository]: (...selected: Selected) => removeRepositories(product, pairs(selected)),
    [commands.grantRepositories]: (...selected: Selected) =>
      grantRepositories(product, secretNodes(selected)),
    [commands.revokeRepositories]: (...selected: Selected) =>
      revokeRepositories(product, secretNodes(selected)),
    [commands.copyAccess]: (...selected: Selected) => copyAccess(product, secretNodes(selected)),
    [commands.grantSecrets]: (node?: ReceiverNode) => grantSecrets(product, node),
    [commands.changeVisibility]: (...selected: Selected) => changeVisibility(product, secretNodes(selected)),
    [commands.exportReport]: (node?: TreeNode) => exportReport(product, organizationNode(node)),
    [commands.copySecretName]: (...selected: Selected) => copySecretNames(secretNodes(selected)),
    [commands.openOnGitHub]: (node: Page) => openOnGitHub(product, node),
    [commands.openAccessMap]: (node?: TreeNode) => maps.open(organizationNode(node)),
    [commands.showLog]: () => product.log.show(),
  };
  return Disposable.from(
    maps,
    ...Object.entries(handlers).map(([id, handler]) =>
      vscodeCommands.registerCommand(id, (...args: never) => guarded(product.log, () => handler(...args))),
    ),
  );
}

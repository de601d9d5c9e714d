import { commands as vscodeCommands, Disposable, type LogOutputChannel } from 'vscode';
import { type CommandId, commands } from '../host/contributions';
import { Failure } from '../model/failure';
import type { FailureNode, OrganizationNode, RepositoryNode, SecretNode, TreeNode } from '../tree/nodes';
import { GivenUp, tellFailure } from '../ui/failures';
import { tellUnexpected } from '../ui/unexpected';
import { changeVisibility } from './changeVisibility';
import { copySecretNames } from './copySecretName';
import { createSecret } from './createSecret';
import { deleteSecrets } from './deleteSecret';
import { editRepositories } from './editRepositories';
import { openOnGitHub } from './openOnGitHub';
import type { Product } from './product';
import { refresh, refreshOrganization } from './refresh';
import { removeRepositories } from './removeRepository';
import { rotateSecret } from './rotateSecret';

/** What VS Code passes to a command of an item: the item, and all that are selected where it is one of them. */
type Selected = [node?: TreeNode, nodes?: readonly TreeNode[]];

/** Registers every command of the manifest. */
export function registerCommands(product: Product): Disposable {
  const handlers: Record<CommandId, (...args: never) => unknown> = {
    // Whoever asks although there is a session says that it does not do: GitHub may have revoked its token.
    [commands.signIn]: (options?: { again?: boolean }) =>
      product.session.signIn(options?.again === true || product.session.token !== undefined),
    // The view's title passes the row that has the focus, which does not say what its Refresh is about.
    [commands.refresh]: () => refresh(product),
    [commands.refreshOrganization]: (node: OrganizationNode | SecretNode | FailureNode) =>
      refreshOrganization(product, node),
    [commands.createSecret]: (node?: TreeNode) =>
      createSecret(product, node?.kind === 'organization' ? node : undefined),
    [commands.rotateSecret]: (node?: SecretNode) => rotateSecret(product, node),
    [commands.deleteSecret]: (...selected: Selected) => deleteSecrets(product, ofKind('secret', selected)),
    [commands.editRepositories]: (node?: SecretNode) => editRepositories(product, node),
    [commands.removeRepository]: (...selected: Selected) =>
      removeRepositories(product, ofKind('repository', selected)),
    [commands.changeVisibility]: (node?: SecretNode) => changeVisibility(product, node),
    [commands.copySecretName]: (...selected: Selected) => copySecretNames(ofKind('secret', selected)),
    [commands.openOnGitHub]: (node: OrganizationNode | SecretNode | RepositoryNode) =>
      openOnGitHub(product, node),
    [commands.showLog]: () => product.log.show(),
  };
  return Disposable.from(
    ...Object.entries(handlers).map(([id, handler]) =>
      vscodeCommands.registerCommand(id, atBoundary(product.log, handler)),
    ),
  );
}

/** The one place where the failures of commands reach the user. */
function atBoundary(log: LogOutputChannel, handler: (...args: never) => unknown) {
  return async (...args: never): Promise<void> => {
    try {
      await handler(...args);
    } catch (error) {
      if (error instanceof GivenUp) return;
      if (error instanceof Failure) await tellFailure(error);
      else await tellUnexpected(log, error);
    }
  };
}

/** The selected nodes of one kind. */
function ofKind<K extends TreeNode['kind']>(
  kind: K,
  [node, nodes]: Selected,
): Extract<TreeNode, { kind: K }>[] {
  const all = nodes ?? (node ? [node] : []);
  return all.filter((it): it is Extract<TreeNode, { kind: K }> => it.kind === kind);
}

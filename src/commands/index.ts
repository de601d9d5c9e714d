// A separate bundle, so that the commands and what they ask and tell are loaded only when the first one runs.
import { commands } from '../manifest';
import type { BranchNode, FailureNode, TreeNode } from '../tree/nodes';
import { clipboardLabels } from '../labels/clipboard';
import { Clipboard } from '../platform/clipboard';
import { withErrorReporting } from './shared/withErrorReporting';
import { changeVisibility } from './changeVisibility';
import { chooseApps } from './chooseApps';
import { compareApps } from './compareApps';
import { copyAccess } from './copyAccess';
import { copyNames } from './copySecretName';
import { createSecret } from './createSecret';
import { declareInDevcontainer } from './declareInDevcontainer';
import type { Commands, DeferredId } from './deferredCommands';
import { deleteSecrets } from './deleteSecret';
import { editRepositories } from './editRepositories';
import { exportReport } from './exportReport';
import { findSecret, type RevealTarget } from './findSecret';
import { grantRepositories, type GrantTarget, grantTo, isGrantTarget } from './grantRepositories';
import { grantSecrets } from './grantSecrets';
import { importEnvFile } from './importEnvFile';
import { AccessMaps } from './openAccessMap';
import { openOnGitHub, type Page } from './openOnGitHub';
import { begin, type HandedOver } from './shared/commandContext';
import { reviewStaleSecrets } from './reviewStaleSecrets';
import { refresh, refreshOrganization } from './refresh';
import { removeRepositories } from './removeRepository';
import { revokeRepositories } from './revokeRepositories';
import { rotateSecrets } from './rotateSecret';
import { saveSelectionAsSecret } from './saveSelectionAsSecret';
import { signIn, type SignInOptions } from './signIn';
import { undoAccessChange } from './undoAccessChange';
import { commandOfKey, isOfKey } from './shared/keys';
import { nodeArguments } from './shared/nodeArguments';
import { all, ownersOf, pairs, repositoryNode, secretNodes, type Selected } from './shared/selection';
import { starts } from './shared/starts';

/** Every command of the manifest. */
export function createCommands(handedOver: HandedOver): Commands {
  const maps = new AccessMaps();
  const clipboard = new Clipboard(clipboardLabels);
  const context = { ...handedOver, clipboard };
  const { rows } = context;
  const { onRows, onOrganizationRows, atPlace, inOrganization } = starts(context);
  const grantOnRows = onRows((flow, ...selected) => grantRepositories(flow, secretNodes(selected)));
  const handlers: Record<DeferredId, (...args: never) => unknown> = {
    [commands.signIn]: (options: SignInOptions = {}) => signIn(context, options),
    [commands.switchAccount]: () => context.session.switchAccount(),
    // VS Code passes the focused row here, but Refresh in the view's title is about everything.
    [commands.refresh]: () => refresh(context),
    [commands.refreshOrganization]: (node: BranchNode | FailureNode) => refreshOrganization(context, node),
    // VS Code passes the focused row here, but the apps are those of everything.
    [commands.chooseApps]: async () => chooseApps(await begin(context)),
    [commands.compareApps]: inOrganization((flow, node) => compareApps(flow, node)),
    [commands.createSecret]: atPlace((flow, place) => createSecret(flow, place)),
    [commands.rotateSecret]: onRows((flow, ...selected) => rotateSecrets(flow, secretNodes(selected))),
    [commands.saveSelectionAsSecret]: () => saveSelectionAsSecret(context),
    [commands.importEnvFile]: atPlace((flow, place, uri) => importEnvFile(flow, uri ? { uri } : { place })),
    [commands.deleteSecret]: onRows((flow, ...selected) => deleteSecrets(flow, secretNodes(selected))),
    [commands.editRepositories]: onRows(
      (flow, node) => editRepositories(flow, secretNodes([node])[0]),
      ([node]) => ownersOf([node]),
    ),
    [commands.removeRepository]: onRows((flow, ...selected) => removeRepositories(flow, pairs(selected))),
    [commands.grantRepositories]: (...given: Selected | [GrantTarget]) =>
      isGrantTarget(given) ? grantTo(context, given[0]) : grantOnRows(...given),
    [commands.revokeRepositories]: onRows((flow, ...selected) =>
      revokeRepositories(flow, secretNodes(selected)),
    ),
    [commands.copyAccess]: onOrganizationRows((flow, ...selected) => copyAccess(flow, secretNodes(selected))),
    [commands.grantSecrets]: onOrganizationRows((flow, node) => grantSecrets(flow, repositoryNode(node))),
    [commands.changeVisibility]: onOrganizationRows((flow, ...selected) =>
      changeVisibility(flow, secretNodes(selected)),
    ),
    [commands.undoAccessChange]: () => undoAccessChange(context),
    // VS Code passes the focused row here, but the search is about everything.
    [commands.findSecret]: async (target?: RevealTarget | TreeNode) => {
      const isTarget = target?.kind === 'reveal';
      const flow = await begin(context, isTarget ? target : undefined);
      return isTarget ? flow.reveal(target.secret, { focus: true }) : findSecret(flow);
    },
    [commands.reviewStaleSecrets]: async () => reviewStaleSecrets(await begin(context)),
    [commands.exportReport]: atPlace(
      (flow, place) => exportReport(flow, place),
      ({ owner }) => owner.kind !== 'user',
    ),
    [commands.copySecretName]: (...selected: Selected) => copyNames(all(selected)),
    [commands.openOnGitHub]: (node: Page) => openOnGitHub(context, node),
    [commands.declareInDevcontainer]: onRows((flow, ...selected) =>
      declareInDevcontainer(flow, secretNodes(selected)),
    ),
    [commands.openAccessMap]: inOrganization((flow, node) => maps.open(flow, node)),
  };
  return {
    run: (id, before, args) =>
      withErrorReporting(context.log, async () => {
        context.connections.requireUnchanged(before);
        if (!isOfKey(args)) return handlers[id](...(nodeArguments(args) as never));
        const focused = await rows.focused();
        context.connections.requireUnchanged(before);
        const command = focused && commandOfKey(id, focused[0]);
        return command && handlers[command](...(focused as never));
      }),
    dispose: () => {
      maps.dispose();
      clipboard.dispose();
    },
  };
}

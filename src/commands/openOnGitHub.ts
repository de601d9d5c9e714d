import { env, Uri } from 'vscode';
import { openLabels } from '../labels/open';
import { storeOf, userStore } from '../model/secretStore';
import { isSafeAddress } from '../model/safeAddress';
import type {
  AppNode,
  OrganizationNode,
  ReceivedSecretNode,
  RepositoryBranchNode,
  RepositoryNode,
  SecretNode,
  UserNode,
} from '../tree/nodes';
import { showWarning } from '../ui/messages';
import type { CommandContext } from './shared/commandContext';

/** What has a page on GitHub. */
export type Page =
  | OrganizationNode
  | UserNode
  | AppNode
  | SecretNode
  | RepositoryNode
  | RepositoryBranchNode
  | ReceivedSecretNode;

/** Opens the page of an owner's secrets, or the page of a repository. */
export async function openOnGitHub({ connections, pages }: CommandContext, node: Page): Promise<void> {
  const apps = connections.current?.store.apps ?? [];
  const { site, secrets } = pages();
  switch (node.kind) {
    case 'organization':
      await env.openExternal(secrets(storeOf(apps[0] ?? 'codespaces', node.organization)));
      return;
    case 'user':
      await env.openExternal(secrets(userStore(node.login)));
      return;
    case 'app':
      await env.openExternal(secrets(storeOf(node.app, node.organization)));
      return;
    case 'secret':
    case 'receivedSecret':
      await env.openExternal(secrets(node));
      return;
    case 'repository':
    case 'repositoryBranch': {
      // The address comes from GitHub's response, so it could lead anywhere.
      const { name, url } = node.repository;
      if (isSafeAddress(url, site.toString())) await env.openExternal(Uri.parse(url, true));
      else await showWarning(openLabels.addressElsewhere(name, site.authority));
    }
  }
}

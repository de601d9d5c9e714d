import { env, l10n, Uri } from 'vscode';
import { isSafeAddress } from '../model/safeAddress';
import type {
  OrganizationNode,
  ReceivedSecretNode,
  RepositoryBranchNode,
  RepositoryNode,
  SecretNode,
} from '../tree/nodes';
import { showWarning } from '../ui/messages';
import type { CommandContext } from './shared/commandContext';

/** What has a page on GitHub. */
export type Page = OrganizationNode | SecretNode | RepositoryNode | RepositoryBranchNode | ReceivedSecretNode;

/** Opens the page that lists an organization's secrets, or that of a repository. */
export async function openOnGitHub({ pages }: CommandContext, node: Page): Promise<void> {
  const { site, secrets } = pages();
  switch (node.kind) {
    case 'organization':
    case 'secret':
    case 'receivedSecret':
      await env.openExternal(secrets(node.organization));
      return;
    case 'repository':
    case 'repositoryBranch': {
      // The address is GitHub's answer, and may lead anywhere.
      const { name, url } = node.repository;
      if (isSafeAddress(url, site.toString())) await env.openExternal(Uri.parse(url, true));
      else
        await showWarning(
          l10n.t('The address of {0} is not on {1}, so it was not opened.', name, site.authority),
        );
    }
  }
}

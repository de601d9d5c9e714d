import type { LogOutputChannel, TreeView } from 'vscode';
import type { Repository } from '../model/repository';
import type { SecretReference } from '../model/secret';
import type { RepositoriesNode, SecretsNode } from './nodes';
import type { RepositoriesTree } from './repositoriesTree';
import type { SecretsTree } from './secretsTree';

/** Selects rows in the views. Best effort: what was done stays done if it can't be shown. */
export interface Revealers {
  readonly reveal: (secret: SecretReference, options?: { readonly focus: boolean }) => Promise<void>;
  /** Moves the focus there, too. */
  readonly revealRepository: (organization: string, repository: Repository) => Promise<void>;
}

export function revealers(
  secrets: { readonly tree: SecretsTree; readonly view: TreeView<SecretsNode> },
  repositories: { readonly tree: RepositoriesTree; readonly view: TreeView<RepositoriesNode> },
  log: LogOutputChannel,
): Revealers {
  return {
    reveal: async (secret, { focus } = { focus: false }) => {
      const { tree, view } = secrets;
      try {
        await tree.shown(secret.organization);
        await view.reveal(tree.secretNode(secret), { select: true, focus });
      } catch {
        log.info('A secret could not be shown in the view.');
      }
    },
    revealRepository: async (organization, repository) => {
      const { tree, view } = repositories;
      try {
        await tree.shown(organization);
        await view.reveal(tree.repositoryNode(organization, repository), {
          select: true,
          focus: true,
          expand: true,
        });
      } catch {
        log.info('A repository could not be shown in the view.');
      }
    },
  };
}

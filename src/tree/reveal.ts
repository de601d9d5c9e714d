import type { LogOutputChannel, TreeView } from 'vscode';
import type { Repository } from '../model/repository';
import type { SecretId } from '../model/secret';
import type { RepositoriesNode, SecretsNode } from './nodes';
import type { RepositoriesTree } from './repositoriesTree';
import type { SecretsTree } from './secretsTree';

/** Selects rows in the views. Best effort: what was done stays done if it can't be shown. */
export interface Revealers {
  readonly reveal: (secret: SecretId, options?: { readonly focus: boolean }) => Promise<void>;
  /** Moves the focus there, too. */
  readonly revealRepository: (organization: string, repository: Repository) => Promise<void>;
}

/** The Repositories view, and what is in it. */
interface Repositories {
  readonly tree: RepositoriesTree;
  readonly view: TreeView<RepositoriesNode>;
}

export function revealers(
  secrets: { readonly tree: SecretsTree; readonly view: TreeView<SecretsNode> },
  repositories: Repositories,
  log: LogOutputChannel,
): Revealers {
  const trying = async (what: string, show: () => Promise<void>): Promise<void> => {
    try {
      await show();
    } catch {
      log.info(`A ${what} could not be shown in the view.`);
    }
  };
  return {
    reveal: (secret, { focus } = { focus: false }) =>
      trying('secret', async () => {
        // A repository's own secrets stand in the other view.
        if (secret.owner.kind === 'repository') return revealOwn(repositories, secret, focus);
        const { tree, view } = secrets;
        await tree.secretShown(secret);
        await view.reveal(tree.secretNode(secret), { select: true, focus });
      }),
    revealRepository: (organization, repository) =>
      trying('repository', async () => {
        const { tree, view } = repositories;
        await tree.shown({ kind: 'organization', organization });
        const node = tree.repositoryNode(organization, repository);
        await view.reveal(node, { select: true, focus: true, expand: true });
      }),
  };
}

async function revealOwn({ tree, view }: Repositories, secret: SecretId, focus: boolean): Promise<void> {
  const node = await tree.ownSecretShown(secret);
  if (node) await view.reveal(node, { select: true, focus });
}

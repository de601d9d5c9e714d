import { l10n, window } from 'vscode';
import type { RepositoryNode } from '../tree/nodes';
import { changeAccess } from './changeAccess';
import type { Product } from './product';

/** Takes the chosen repositories out of their secrets' selections. Several at once are confirmed first. */
export async function removeRepositories(product: Product, nodes: readonly RepositoryNode[]): Promise<void> {
  if (nodes.length > 1 && !(await confirm(nodes))) return;
  const secrets = new Map(nodes.map(({ secret }) => [`${secret.organization}/${secret.name}`, secret]));
  for (const secret of secrets.values()) {
    const repositories = nodes.filter(
      node => node.secret.organization === secret.organization && node.secret.name === secret.name,
    );
    await changeAccess(
      product,
      secret,
      repositories.map(({ repository }) => repository),
      [],
    );
  }
}

async function confirm(nodes: readonly RepositoryNode[]): Promise<boolean> {
  const button = l10n.t('Remove');
  const detail = nodes
    .map(({ repository, secret }) => l10n.t('{0} loses {1}', repository.name, secret.name))
    .join('\n');
  const question = l10n.t('Remove {0} repositories?', nodes.length);
  return (await window.showWarningMessage(question, { modal: true, detail }, button)) === button;
}

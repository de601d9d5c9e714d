import { commands, type ExtensionContext, window } from 'vscode';
import { registerCommands } from './commands';
import { OctokitGitHub } from './github/octokitGitHub';
import { restBase } from './github/restBase';
import { sealWith, type Sodium } from './github/sealing';
import { Clipboard } from './host/clipboard';
import { loadChunk } from './host/chunk';
import { contextKeys, views } from './host/contributions';
import { type GitHubPages, gitHubPages } from './host/gitHubPages';
import { createLog } from './host/log';
import { OpenRepositories } from './host/openRepositories';
import { Session } from './host/session';
import { Settings } from './host/settings';
import type { GitHub } from './model/gitHub';
import type { SecretReference } from './model/secret';
import { Store } from './model/store';
import { RepositoriesTree } from './tree/repositoriesTree';
import { SecretsTree } from './tree/secretsTree';
import { showStaleBadge } from './tree/staleBadge';
import { tellUnexpected } from './ui/unexpected';

/** Builds the parts, joins them, and hands their ends to VS Code. Nothing is asked of GitHub before the view shows. */
export function activate(context: ExtensionContext): void {
  const log = createLog();
  const settings = new Settings();
  const session = new Session(settings);
  const opened = session.restore().catch((error: unknown) => tellUnexpected(log, error));
  const store = new Store(opened, () => settings.organizations);
  const pages = (): GitHubPages => gitHubPages(settings.enterpriseUri);
  const openRepositories = new OpenRepositories(() => pages().site);
  const clipboard = new Clipboard();
  const tree = new SecretsTree(store, settings, pages);
  const view = window.createTreeView(views.secrets, {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const repositoriesTree = new RepositoriesTree(store, settings, openRepositories, pages);
  const repositoriesView = window.createTreeView(views.repositories, {
    treeDataProvider: repositoriesTree,
    canSelectMany: true,
    showCollapseAll: true,
  });

  const { version } = context.extension.packageJSON as { version: string };
  const seal = sealWith(
    async () => ((await loadChunk(context.extensionUri, 'sodium.mjs')) as { default: Sodium }).default,
  );
  const connect = (token: string): GitHub =>
    new OctokitGitHub(
      {
        baseUrl: restBase(settings.enterpriseUri),
        token: () => token,
        userAgent: `codespaces-org-secrets/${version}`,
        log,
      },
      seal,
    );
  const reveal = async (secret: SecretReference): Promise<void> =>
    view.reveal(tree.secretNode(secret), { select: true, focus: false });

  context.subscriptions.push(
    log,
    settings,
    session,
    openRepositories,
    clipboard,
    tree,
    view,
    repositoriesTree,
    repositoriesView,
    showStaleBadge(view, tree, store),
    session.onDidChange(() =>
      store.connect(session.token === undefined ? undefined : connect(session.token)),
    ),
    settings.onDidChangeOrganizations(() => store.refresh()),
    ...[tree, repositoriesTree].map(({ onDidChangeState }) =>
      onDidChangeState(state => commands.executeCommand('setContext', contextKeys.state, state)),
    ),
    registerCommands({
      store,
      session,
      openRepositories,
      clipboard,
      log,
      extensionUri: context.extensionUri,
      pages,
      reveal,
    }),
  );
}

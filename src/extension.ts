import { commands, type ExtensionContext, window } from 'vscode';
import type { createCommands } from './commands';
import { type Commands, DeferredCommands } from './commands/deferredCommands';
import { registerCommands } from './commands/register';
import type { createDevcontainer } from './devcontainer';
import { DeferredDevcontainer } from './devcontainer/deferredDevcontainer';
import type { HandedOver } from './commands/shared/commandContext';
import { DeferredGitHub } from './cache/deferredGitHub';
import type { createGitHub, GitHubOptions } from './github/createGitHub';
import { restBase } from './github/restBase';
import type { Sodium } from './github/sealing';
import type { GitHub } from './model/gitHub';
import { chunkLoader, withApi } from './platform/chunk';
import { commands as commandIds, contextKeys, views, type WalkthroughStep } from './manifest';
import { type GitHubPages, gitHubPages } from './platform/gitHubPages';
import { hadSession, keepHadSession } from './platform/lastSession';
import { createLog } from './platform/log';
import { OpenRepositories } from './platform/openRepositories';
import { Session } from './platform/session';
import { Settings } from './platform/settings';
import { UserSecretsSession } from './platform/userSecretsSession';
import { completeStep } from './platform/walkthrough';
import { windowFolders } from './platform/windowFolders';
import { type Connection, Connections } from './cache/connections';
import { LastAccessChange } from './cache/lastAccessChange';
import { afterAbsence } from './model/afterAbsence';
import { failureLabel } from './labels/failureLabel';
import { Failure } from './model/failure';
import { type Identity, identityKey } from './model/identity';
import { type Confirmation, Store } from './cache/store';
import { showAccount } from './tree/accountDescription';
import { RepositoriesTree } from './tree/repositoriesTree';
import { revealers } from './tree/reveal';
import { SecretsTree } from './tree/secretsTree';
import { SelectedRows } from './tree/selectedRows';
import { keepSeveralAppsKey } from './tree/severalApps';
import { showStaleBadge } from './tree/staleBadge';
import { onOpenUserSecrets } from './tree/userSecrets';
import type { createTools } from './tools';
import { registerTools, type Tools } from './tools/register';
import { tellUnexpected } from './ui/unexpected';

/** What completes a step of the walkthrough. The access map completes its own. */
const steps: Record<Confirmation, WalkthroughStep> = {
  organizationsListed: 'signIn',
  secretsListed: 'lookAround',
  valueRotated: 'rotate',
  accessChanged: 'editAccess',
};

/** Builds the parts, joins them, and hands their ends to VS Code. Nothing is asked of GitHub before the view shows. */
export function activate(context: ExtensionContext): void {
  const log = createLog();
  const settings = new Settings();
  const session = new Session(settings);
  const userSecrets = new UserSecretsSession(session, log);
  const onUnexpected = (error: unknown): void => void tellUnexpected(log, error);
  const opened = session.restore().catch(onUnexpected);

  const { version } = context.extension.packageJSON as { version: string };
  const loadChunk = chunkLoader(context.extensionUri);
  // What speaks with GitHub is loaded while VS Code looks for the session. Without one it would be loaded in vain.
  if (hadSession(context.globalState)) loadChunk('github.mjs').catch(() => undefined);
  const loadSodium = async (): Promise<Sodium> =>
    ((await loadChunk('sodium.mjs')) as { default: Sodium }).default;
  const loadGitHub = async (options: GitHubOptions): Promise<GitHub> => {
    const chunk = (await loadChunk('github.mjs')) as {
      createGitHub: typeof createGitHub;
    };
    return chunk.createGitHub(options);
  };
  /** The token of a connection, as long as its account is the one in use. */
  const tokenOf = (id: string): string => {
    if (!session.current) throw new Failure({ kind: 'signedOut' });
    if (identityKey(session.current) !== id) throw new Failure({ kind: 'accountChanged' });
    return session.current.token;
  };
  const connect = (identity: Identity, id: string): Connection => {
    const baseUrl = restBase(identity.host === 'https://github.com' ? undefined : identity.host);
    const userAgent = `codespaces-org-secrets/${version}`;
    const ofUser = {
      token: () => userSecrets.token(identity),
      tokenReady: () => userSecrets.ready(identity),
    };
    const options = { baseUrl, token: () => tokenOf(id), ofUser, userAgent, log, loadSodium };
    const gitHub = new DeferredGitHub(() => loadGitHub(options));
    const store = new Store(
      gitHub,
      () => settings.organizations,
      confirmation => void completeStep(steps[confirmation]),
      () => settings.apps(identity.host),
      identity.account.label,
    );
    return { ...identity, id, store };
  };
  const connections = new Connections(connect, opened, () => session.problem);
  const lastAccessChange = new LastAccessChange(connections);
  const pages = (): GitHubPages => gitHubPages(connections.current?.host);
  const openRepositories = new OpenRepositories(windowFolders, () => pages().site);
  const tree = new SecretsTree(connections, settings, pages, onUnexpected);
  const view = window.createTreeView(views.secrets, {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const repositoriesTree = new RepositoriesTree(connections, settings, openRepositories, pages, onUnexpected);
  const repositoriesView = window.createTreeView(views.repositories, {
    treeDataProvider: repositoriesTree,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const rows = new SelectedRows(view, repositoriesView);
  const { extensionUri } = context;
  const devcontainer = new DeferredDevcontainer(
    async () => {
      const chunk = withApi(await loadChunk('devcontainer.mjs')) as {
        createDevcontainer: typeof createDevcontainer;
      };
      return chunk.createDevcontainer({
        connections,
        settings,
        openRepositories,
        onUnexpected,
        failureLabel,
      });
    },
    settings,
    onUnexpected,
  );
  const handedOver: HandedOver = {
    connections,
    session,
    userSecrets,
    settings,
    openRepositories,
    lastAccessChange,
    log,
    extensionUri,
    loadChunk,
    pages,
    editDeclarations: () => devcontainer.editDeclarations(),
    rows,
    ...revealers({ tree, view }, { tree: repositoriesTree, view: repositoriesView }, log),
  };
  const loadCommands = async (): Promise<Commands> => {
    const chunk = withApi(await loadChunk('commands.mjs')) as { createCommands: typeof createCommands };
    return chunk.createCommands(handedOver);
  };
  const loadTools = async (): Promise<Tools> => {
    const chunk = withApi(await loadChunk('tools.mjs')) as { createTools: typeof createTools };
    const { checkDeclarations } = devcontainer;
    return chunk.createTools({ connections, openRepositories, log, checkDeclarations });
  };

  context.subscriptions.push(
    log,
    settings,
    session,
    userSecrets,
    openRepositories,
    devcontainer,
    tree,
    view,
    repositoriesTree,
    repositoriesView,
    rows,
    showStaleBadge(view, tree, connections),
    showAccount(view, connections),
    keepSeveralAppsKey(connections),
    session.onDidChange(() => connections.use(session.current)),
    userSecrets.onDidChange(() => connections.refreshUser()),
    onOpenUserSecrets(view, () => commands.executeCommand(commandIds.signIn, { userSecrets: true })),
    keepHadSession(context.globalState, session),
    settings.onDidChangeOrganizations(() => connections.refresh()),
    settings.onDidChangeApps(() => connections.refresh()),
    afterAbsence(window.onDidChangeWindowState, () => {
      if (connections.current) connections.refresh();
    }),
    ...[tree, repositoriesTree].map(({ onDidChangeState }) =>
      onDidChangeState(state => commands.executeCommand('setContext', contextKeys.state, state)),
    ),
    lastAccessChange,
    lastAccessChange.onDidChange(canUndo =>
      commands.executeCommand('setContext', contextKeys.canUndo, canUndo),
    ),
    registerCommands(new DeferredCommands(loadCommands, () => connections.current, onUnexpected), log),
    registerTools(loadTools),
  );
}

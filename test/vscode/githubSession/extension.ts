import {
  authentication,
  type AuthenticationSessionAccountInformation,
  commands,
  type ExtensionContext,
  workspace,
} from 'vscode';
import { leadGitHubTo } from './gitHubFetch';
import { type Answer, SessionProvider, type TestAccount } from './sessionProvider';

const enterpriseUri = 'github-enterprise.uri';

/**
 * Stands where VS Code's own GitHub authentication extension stands: its sessions need no network and no dialog, and
 * tests rule over them by commands. What the process asks of `https://api.github.com` goes to `SIMULATED_GITHUB`.
 */
export function activate(context: ExtensionContext): void {
  const { SIMULATED_GITHUB: fakeGitHub, SIMULATED_GITHUB_ACCOUNT: account } = process.env;
  if (fakeGitHub === undefined || account === undefined) throw new Error('There is no simulated GitHub');
  const first = JSON.parse(account) as TestAccount;
  // As VS Code's own: the workspace's address counts, too.
  const host = (): string => workspace.getConfiguration().get(enterpriseUri) ?? '';
  const github = new SessionProvider(first, 'https://github.com');
  const enterprise = new SessionProvider(first, host());
  github.signIn();
  /** Whether the enterprise provider stays with its host though another one was set: a newer VS Code takes a while. */
  let isSlow = false;

  type Provider = 'github' | 'github-enterprise';
  const rule = (name: string, run: (provider: SessionProvider, ...args: never[]) => unknown) =>
    commands.registerCommand(`githubSession.${name}`, (of: Provider, ...args: never[]) =>
      run(of === 'github' ? github : enterprise, ...args),
    );

  context.subscriptions.push(
    leadGitHubTo(fakeGitHub),
    authentication.registerAuthenticationProvider('github', 'GitHub', github),
    authentication.registerAuthenticationProvider(
      'github-enterprise',
      'GitHub Enterprise Server',
      enterprise,
    ),
    workspace.onDidChangeConfiguration(change => {
      if (!isSlow && change.affectsConfiguration(enterpriseUri)) enterprise.moveTo(host());
    }),
    commands.registerCommand('githubSession.isSlow', (slow: boolean) => {
      isSlow = slow;
      if (!slow) enterprise.moveTo(host());
    }),
    commands.registerCommand('githubSession.reset', () => {
      isSlow = false;
      enterprise.reset();
      enterprise.moveTo(host());
      github.reset();
      github.signIn();
    }),
    commands.registerCommand(
      'githubSession.signIn',
      (account?: Partial<TestAccount>, of: Provider = 'github', host?: string) => {
        (of === 'github' ? github : enterprise).signIn(account, host);
      },
    ),
    commands.registerCommand('githubSession.signOut', (of: Provider = 'github') =>
      (of === 'github' ? github : enterprise).signOut(),
    ),
    rule('create', (provider, scopes: string[], account?: AuthenticationSessionAccountInformation) =>
      provider.createSession(scopes, { ...(account && { account }) }),
    ),
    rule('add', (provider, account: Partial<TestAccount>) => provider.add(account)),
    rule('prefer', (provider, login: string) => provider.prefer(login)),
    rule('hold', (provider, held?: 'signIns') => provider.hold(held)),
    rule('release', (provider, newest?: boolean) => provider.release(newest)),
    rule('held', provider => provider.held),
    rule('asked', provider => provider.asked),
    rule('questions', provider => provider.questions),
    rule('onAsked', (provider, answer: Answer) => {
      provider.onAsked = answer;
    }),
    rule('onAskedForUserSecrets', (provider, answer: Answer) => {
      provider.onAskedForUserSecrets = answer;
    }),
  );
}

import { authentication, commands, type ExtensionContext } from 'vscode';
import { leadGitHubTo } from './gitHubFetch';
import { SessionProvider, type TestAccount } from './sessionProvider';

/**
 * Stands where VS Code's own GitHub authentication extension stands: its sessions need no network and no dialog, and
 * tests rule over them by commands. What the process asks of `https://api.github.com` goes to `GITHUB_STAND_IN`.
 */
export function activate(context: ExtensionContext): void {
  const { GITHUB_STAND_IN: standIn, GITHUB_STAND_IN_ACCOUNT: account } = process.env;
  if (standIn === undefined || account === undefined) throw new Error('There is no stand-in for GitHub');
  const first = JSON.parse(account) as TestAccount;
  const providers = { github: new SessionProvider(first), 'github-enterprise': new SessionProvider(first) };
  type Provider = keyof typeof providers;
  providers.github.signIn();

  context.subscriptions.push(
    leadGitHubTo(standIn),
    authentication.registerAuthenticationProvider('github', 'GitHub', providers.github),
    authentication.registerAuthenticationProvider(
      'github-enterprise',
      'GitHub Enterprise Server',
      providers['github-enterprise'],
    ),
    commands.registerCommand(
      'githubSession.signIn',
      (account?: Partial<TestAccount>, of: Provider = 'github') => {
        providers[of].signIn(account);
      },
    ),
    commands.registerCommand('githubSession.signOut', (of: Provider = 'github') => providers[of].signOut()),
    commands.registerCommand(
      'githubSession.onAsked',
      (answer: 'signIn' | 'refuse', of: Provider = 'github') => {
        providers[of].onAsked = answer;
      },
    ),
    commands.registerCommand('githubSession.asked', (of: Provider = 'github') => providers[of].asked),
  );
}

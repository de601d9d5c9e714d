import { authentication, commands } from 'vscode';
import { userSecretsScopes } from '../github/fixtures/userSecretsToken';

/** A repository that `octocat` can write to, as the views have it. */
export const billing = { id: 70002, name: 'billing', visibility: 'private', archived: false, url: '' };
const owner = { kind: 'repository', id: billing.id, fullName: 'acme/billing' };

/** The row of that repository, in the Repositories view. */
export const billingRow = { kind: 'repositoryBranch', organization: 'acme', repository: billing };

/** The row of one of its own secrets, below it. */
export function ownRow(name: string): object {
  const secret = { app: 'codespaces', owner, name, why: undefined };
  return { ...billingRow, kind: 'receivedSecret', ...secret };
}

export const octocat = { kind: 'user', login: 'octocat' };

/** The row of one of the user's own secrets. */
export function userRow(name: string): object {
  return { kind: 'secret', app: 'codespaces', owner: octocat, name };
}

/** The same below a repository, in the Repositories view. */
export function userRowBelow(name: string): object {
  const secret = { app: 'codespaces', owner: octocat, name, why: 'selected' };
  return { ...billingRow, kind: 'receivedSecret', ...secret };
}

/** What the user does when they are asked for their own secrets; an account is the one that they sign in with. */
export function onAskedForUserSecrets(answer: 'signIn' | 'refuse' | object): Thenable<unknown> {
  return commands.executeCommand('githubSession.onAskedForUserSecrets', 'github', answer);
}

/** Waits until the word of every change of sessions has arrived: it comes by way of VS Code, some time after the change. */
export function sessionsAreQuiet(): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      subscription.dispose();
      resolve();
    };
    let timer = setTimeout(done, 250);
    const subscription = authentication.onDidChangeSessions(() => {
      clearTimeout(timer);
      timer = setTimeout(done, 250);
    });
  });
}

/** How often the user was asked for their own secrets so far. */
export async function timesAsked(): Promise<number> {
  const asked = await commands.executeCommand<string[][]>('githubSession.asked', 'github');
  return asked.filter(scopes => scopes.join() === userSecretsScopes.join()).length;
}

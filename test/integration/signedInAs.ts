import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { identityKey } from '../../src/model/identity';
import { codespacesSecret } from '../codespaces';
import { gitHub } from './gitHub';
import { type Person, until } from './person';

/** An account of VS Code's. What is not said of it is octocat's. */
export interface TestAccount {
  readonly id: number;
  readonly login?: string;
  readonly token?: string;
}

export const octocatAccount: TestAccount = { id: 583231 };
export const hubot = { login: 'hubot', id: 480938, token: 'gho_hubot' };
/** Owns no organization. */
export const mona = { login: 'mona', id: 480939, token: 'gho_mona' };

const npmToken = codespacesSecret('NPM_TOKEN');

/**
 * Signs in, and waits until the extension uses the account: it then grants a secret to no repository with that account's
 * connection. GitHub's limits are those of an account, so that what one has sent holds up nothing of another.
 */
export async function signedInAs(account: TestAccount, person: Person): Promise<void> {
  await commands.executeCommand('githubSession.signIn', account);
  const { id, login: label = 'octocat' } = account;
  const identity = { provider: 'github', host: 'https://github.com', account: { id: String(id), label } };
  const target = { kind: 'grant', secret: npmToken, repositories: [], connectionId: identityKey(identity) };
  await until(async () => {
    person.forget();
    await commands.executeCommand(ids.grantRepositories, target);
    return person.messages.every(({ text }) => !text.includes('account changed')) || undefined;
  });
  person.forget();
  await gitHub.forgetRequests();
}

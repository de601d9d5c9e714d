import type { Fixture } from '../github/fixture';
import { userSecretsScopes, userSecretsToken } from '../github/fixtures/userSecretsToken';

/** A GitHub account whose session VS Code finds, as if the user had signed in before. */
export interface Account {
  login: string;
  id: number;
  token: string;
  scopes: string[];
}

/** The scopes that the extension asks for. */
const neededScopes = ['admin:org', 'repo'];

/**
 * What VS Code's own GitHub authentication extension keeps in its secret storage for these accounts.
 *
 * @param host `github.com`, or the authority of an enterprise host (`HOST:PORT`)
 */
export function storedSessions(host: string, accounts: Account[]): Record<string, string> {
  const key = host === 'github.com' ? 'github.auth' : `${host}/.ghes.auth`;
  const sessions = accounts.map(({ login, id, token, scopes }) => ({
    id: `session-${login}-${scopes.join()}`,
    account: { label: login, id: String(id) },
    accessToken: token,
    scopes,
  }));
  return { [JSON.stringify({ extensionId: 'vscode.github-authentication', key })]: JSON.stringify(sessions) };
}

/** The account of a user of the simulated GitHub, with the token that the simulated GitHub knows. */
export function accountOf(fixture: Fixture, login: string, scopes = neededScopes): Account {
  const user = fixture.users.get(login.toLowerCase());
  const token = [...fixture.tokens.values()].find(each => each.user === login);
  if (!user || !token) throw new Error(`The simulated GitHub's fixture has no user ${login} with a token`);
  return { login: user.login, id: user.id, token: token.value, scopes };
}

/** The same account with the session for its own Codespaces secrets, whose token is another one. */
export function forUserSecrets({ login, id, token }: Account): Account {
  return { login, id, token: userSecretsToken(token), scopes: [...userSecretsScopes] };
}

import {
  authentication,
  type AuthenticationGetSessionOptions,
  commands,
  ConfigurationTarget,
  workspace,
} from 'vscode';
import { commands as ids, settings } from '../../src/manifest';
import { gitHub, npmToken, settled } from './gitHub';
import { Person, until } from './person';

type Provider = 'github' | 'github-enterprise';

export const neededScopes = ['admin:org', 'repo'];
/** Two enterprise hosts: the simulated GitHub tells by the host of a request which of them it was meant for. */
export const hostA = gitHub.url;
export const hostB = gitHub.url.replace('localhost', '127.0.0.1');
export const ofA = { token: 'gho_a' };
export const ofB = { token: 'gho_b' };

export const isSignedOut = /signed out|enterprise/i;
export const isSignedIn = /^Delete NPM_TOKEN/;

/** Who uses the session, and what they do and see. */
export interface SessionStage {
  readonly person: Person;
  readonly rotate: () => Promise<void>;
  /** Begins to delete a secret, which reads it; gives what is said: a question, or what is in the way. */
  readonly ask: () => Promise<string>;
  /** Waits until what `ask` gives matches: the word of a change reaches the extension by way of VS Code. */
  readonly said: (pattern: RegExp) => Promise<true>;
}

/**
 * The session of each test of the `describe` that calls this. Before it, `octocat` is signed in to github.com, and two
 * enterprise hosts know a token each.
 */
export function sessionStage(): SessionStage {
  let person: Person;
  let restoreDialog: () => void;
  before(() => {
    person = new Person();
    restoreDialog = answerSignInDialog();
  });
  after(() => {
    person.dispose();
    restoreDialog();
  });
  beforeEach(() =>
    gitHub.edit(
      ...[ofA, ofB].map(({ token }) => ({
        edit: 'setToken' as const,
        token,
        user: 'octocat',
        scopes: neededScopes,
      })),
    ),
  );
  afterEach(async () => {
    await set(settings.authenticationProvider, undefined);
    await set('github-enterprise.uri', undefined);
    await set(settings.apps, undefined);
    await commands.executeCommand('githubSession.reset');
    await said(isSignedIn);
    await settled();
    person.beginAnew();
  });

  const rotate = async (): Promise<void> => {
    const rotated = commands.executeCommand(ids.rotateSecret, { kind: 'secret', ...npmToken });
    await person.type('value');
    await rotated;
  };
  const ask = async (): Promise<string> => {
    person.forget();
    await commands.executeCommand(ids.deleteSecret, { kind: 'secret', ...npmToken });
    return person.messages[0]?.text ?? '';
  };
  const said = (pattern: RegExp): Promise<true> => until(async () => pattern.test(await ask()) || undefined);
  return {
    get person() {
      return person;
    },
    rotate,
    ask,
    said,
  };
}

/** Waits until VS Code holds back so many questions for a session. */
export function held(provider: Provider, count: number): Promise<true> {
  return until(
    async () => (await commands.executeCommand('githubSession.held', provider)) === count || undefined,
  );
}

/** Changes a setting of the user, or removes it. */
export function set(name: string, value: unknown): Thenable<void> {
  return workspace.getConfiguration().update(name, value, ConfigurationTarget.Global);
}

/** VS Code's question whether to sign in is a dialog, which is refused while tests run: here the user always allows it. */
function answerSignInDialog(): () => void {
  const { getSession } = authentication;
  const answered = async (
    provider: Provider,
    scopes: string[],
    options: AuthenticationGetSessionOptions = {},
  ): Promise<unknown> => {
    const { account } = options;
    const silent = { silent: true, ...(account && { account }) };
    const existing = options.createIfNone && (await getSession(provider, scopes, silent));
    if (existing) return existing;
    return options.createIfNone || options.forceNewSession
      ? commands.executeCommand('githubSession.create', provider, scopes, account)
      : getSession(provider, scopes, options);
  };
  Object.assign(authentication, { getSession: answered });
  return () => void Object.assign(authentication, { getSession });
}

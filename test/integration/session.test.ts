import assert from 'node:assert/strict';
import {
  authentication,
  type AuthenticationGetSessionOptions,
  commands,
  ConfigurationTarget,
  workspace,
} from 'vscode';
import { commands as ids, settings } from '../../src/manifest';
import { Session } from '../../src/platform/session';
import { Settings } from '../../src/platform/settings';
import { gitHub, npmToken, settled } from './gitHub';
import { Person, until } from './person';

type Provider = 'github' | 'github-enterprise';

const neededScopes = ['admin:org', 'repo'];
const hubot = { login: 'hubot', id: 480938, token: 'gho_hubot' };
/** Two enterprise hosts: the simulated GitHub tells by the host of a request which of them it was meant for. */
const hostA = gitHub.url;
const hostB = gitHub.url.replace('localhost', '127.0.0.1');
const ofA = { token: 'gho_a' };
const ofB = { token: 'gho_b' };

describe('the session', () => {
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
    await commands.executeCommand('githubSession.reset');
    await said(isSignedIn);
    await settled();
    person.forget();
  });

  const rotate = async (): Promise<void> => {
    const rotated = commands.executeCommand(ids.rotateSecret, { kind: 'secret', ...npmToken });
    await person.type('value');
    await rotated;
  };
  /** Begins to delete a secret, which reads it; gives what is said: a question, or what is in the way. */
  const ask = async (): Promise<string> => {
    person.forget();
    await commands.executeCommand(ids.deleteSecret, { kind: 'secret', ...npmToken });
    return person.messages[0]?.text ?? '';
  };
  /** The word of a change reaches the extension by way of VS Code. */
  const said = (pattern: RegExp): Promise<true> => until(async () => pattern.test(await ask()) || undefined);
  const isSignedOut = /signed out|enterprise/i;
  const isSignedIn = /^Delete NPM_TOKEN/;
  const held = (provider: Provider, count: number): Promise<true> =>
    until(async () => (await commands.executeCommand('githubSession.held', provider)) === count || undefined);

  it('ends when the user signs out, and comes back when they sign in', async () => {
    await commands.executeCommand('githubSession.signOut');
    await said(isSignedOut);
    await gitHub.forgetRequests();
    person.forget();
    await commands.executeCommand(ids.rotateSecret, { kind: 'secret', ...npmToken });
    assert.match(person.messages[0]?.text ?? '', isSignedOut);
    assert.deepEqual(await gitHub.requests(), []);

    await commands.executeCommand('githubSession.signIn');
    await said(isSignedIn);
    await rotate();
    assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'value');
  });

  it('follows another account', async () => {
    await commands.executeCommand('githubSession.signIn', hubot);
    await until(async () => {
      await gitHub.forgetRequests();
      await ask();
      return (await tokens()).every(token => token === 'gho_hubot') || undefined;
    });
    await rotate();
    assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'value');
  });

  it('of github.com is not used for the enterprise host that is chosen while the user signs in', async () => {
    await set('github-enterprise.uri', hostA);
    await commands.executeCommand('githubSession.signOut');
    await said(isSignedOut);
    await commands.executeCommand('githubSession.hold', 'github', 'signIns');
    person.forget();
    const signedIn = commands.executeCommand(ids.signIn);
    await held('github', 1);
    await set(settings.authenticationProvider, 'github-enterprise');
    await commands.executeCommand('githubSession.release', 'github');
    await signedIn;
    const [message] = person.messages;
    await said(isSignedOut);
    assert.deepEqual(await sentTo('/api/v3'), []);
    assert.match(message?.text ?? '', /Your GitHub account changed/);

    await commands.executeCommand('githubSession.signIn', ofA, 'github-enterprise');
    await said(isSignedIn);
    assert.deepEqual(distinct(await sentTo('/api/v3')), ['gho_a']);
  });

  it('of github.com is not used for the enterprise host that is chosen while it is restored', async () => {
    await set('github-enterprise.uri', hostA);
    await commands.executeCommand('githubSession.hold', 'github');
    await commands.executeCommand('githubSession.signIn', hubot);
    await held('github', 1);
    await set(settings.authenticationProvider, 'github-enterprise');
    await said(isSignedOut);
    await commands.executeCommand('githubSession.release', 'github');
    // VS Code answers this together with what was asked before.
    await authentication.getSession('github', neededScopes, { silent: true });
    await new Promise(setImmediate);
    await ask();
    assert.deepEqual(await sentTo('/api/v3'), []);
  });

  describe('of an enterprise host', () => {
    it('is not used before the host is named, and the message says so', async () => {
      await set(settings.authenticationProvider, 'github-enterprise');
      await said(isSignedOut);
      await gitHub.forgetRequests();
      person.forget();
      await commands.executeCommand(ids.createSecret);
      assert.match(person.messages[0]?.text ?? '', /github-enterprise\.uri/);
      assert.deepEqual(await gitHub.requests(), []);
    });

    it('sends the token to the host that the user names, below /api/v3', async () => {
      await set(settings.authenticationProvider, 'github-enterprise');
      await set('github-enterprise.uri', hostA);
      await commands.executeCommand('githubSession.signIn', ofA, 'github-enterprise');
      await said(isSignedIn);
      await gitHub.forgetRequests();
      await rotate();
      const requests = await gitHub.requests();
      assert.ok(requests.length > 0);
      for (const { url } of requests) assert.match(url, /^\/api\/v3\//);
      assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'value');
    });

    it('that names plain http is not asked for, and the message says so', async () => {
      await set(settings.authenticationProvider, 'github-enterprise');
      await set('github-enterprise.uri', 'http://ghe.acme.com');
      await commands.executeCommand('githubSession.signIn', ofA, 'github-enterprise');
      const asked = await commands.executeCommand<unknown[]>('githubSession.asked', 'github-enterprise');
      person.forget();
      await commands.executeCommand(ids.createSecret);
      assert.match(person.messages[0]?.text ?? '', /http:\/\/ghe\.acme\.com is not an https address/);
      assert.deepEqual(await commands.executeCommand('githubSession.asked', 'github-enterprise'), asked);
    });

    for (const [when, slow] of [
      ['at once', false],
      ['late', true],
    ] as const)
      it(`is another one for another host, to which VS Code goes over ${when}`, async () => {
        await set('github-enterprise.uri', hostA);
        await set(settings.authenticationProvider, 'github-enterprise');
        await commands.executeCommand('githubSession.signIn', ofA, 'github-enterprise');
        await said(isSignedIn);
        await commands.executeCommand('githubSession.isSlow', slow);
        await set('github-enterprise.uri', hostB);
        // This looks for a session first, where there is none.
        await commands.executeCommand(ids.refresh);
        assert.match(await ask(), isSignedOut);
        assert.deepEqual(await tokensOf(hostB), []);
        await commands.executeCommand('githubSession.isSlow', false);
        await commands.executeCommand('githubSession.signIn', ofB, 'github-enterprise');
        await said(isSignedIn);
        assert.deepEqual(await tokensOf(hostB), ['gho_b']);
        assert.deepEqual(await tokensOf(hostA), ['gho_a']);
      });

    it('is not taken for one of another host that is set while it is restored', async () => {
      await set('github-enterprise.uri', hostA);
      await commands.executeCommand('githubSession.signIn', ofA, 'github-enterprise');
      await commands.executeCommand('githubSession.hold', 'github-enterprise');
      await set(settings.authenticationProvider, 'github-enterprise');
      await held('github-enterprise', 1);
      await commands.executeCommand('githubSession.isSlow', true);
      await set('github-enterprise.uri', hostB);
      // VS Code answers A's question; what then asks for B is a question of its own.
      await commands.executeCommand('githubSession.release', 'github-enterprise');
      await commands.executeCommand('githubSession.isSlow', false);
      await commands.executeCommand('githubSession.signIn', ofB, 'github-enterprise');
      await said(isSignedIn);
      assert.deepEqual([await tokensOf(hostA), await tokensOf(hostB)], [[], ['gho_b']]);
    });
  });

  describe('as the extension holds it', () => {
    let own: Settings;
    let session: Session;
    let changes: number;
    beforeEach(async () => {
      own = new Settings();
      session = new Session(own);
      await session.restore();
      changes = 0;
      session.onDidChange(() => (changes += 1));
    });
    afterEach(() => {
      session.dispose();
      own.dispose();
    });
    const is = (token: string | undefined): Promise<true> =>
      until(() => session.current?.token === token || undefined);

    it('is bound to provider, host and account', () => {
      assert.deepEqual(session.current, {
        provider: 'github',
        host: 'https://github.com',
        account: { id: '583231', label: 'octocat' },
        token: 'gho_test',
      });
      assert.equal(session.problem, undefined);
    });

    it('changes once for each real change', async () => {
      await commands.executeCommand('githubSession.add', 'github', hubot);
      await session.restore();
      assert.deepEqual([session.current?.account.label, changes], ['octocat', 0]);
      await commands.executeCommand('githubSession.prefer', 'github', 'hubot');
      await is('gho_hubot');
      await session.restore();
      assert.deepEqual([session.current?.account.label, changes], ['hubot', 1]);
      await commands.executeCommand('githubSession.signIn', { ...hubot, token: 'gho_test' });
      await is('gho_test');
      await session.restore();
      assert.equal(changes, 2);
      await commands.executeCommand('githubSession.signOut');
      await is(undefined);
      await session.restore();
      assert.equal(changes, 3);
    });

    it('does not follow the sessions of the other provider', async () => {
      await commands.executeCommand('githubSession.hold', 'github');
      await set('github-enterprise.uri', hostA);
      await held('github', 1);
      await commands.executeCommand('githubSession.release', 'github');
      await session.restore();
      await commands.executeCommand('githubSession.hold', 'github');
      await commands.executeCommand('githubSession.signIn', ofA, 'github-enterprise');
      await commands.executeCommand('githubSession.signIn', hubot);
      await held('github', 1);
      await commands.executeCommand('githubSession.release', 'github');
      await is('gho_hubot');
      assert.equal(changes, 1);
    });

    it('tells what is wrong with the settings, and changes with it', async () => {
      await set(settings.authenticationProvider, 'github-enterprise');
      await until(() => session.problem);
      assert.deepEqual(
        [session.current, session.problem?.reason, changes],
        [undefined, { kind: 'hostUnset' }, 1],
      );
      await set('github-enterprise.uri', 'http://ghe.acme.com');
      await until(() => session.problem?.reason.kind === 'hostInsecure');
      assert.equal(changes, 2);
      await set(settings.authenticationProvider, undefined);
      await is('gho_test');
      assert.deepEqual([session.problem, changes], [undefined, 3]);
    });

    it('is the newer one of two sign-ins, though the older one ends last', async () => {
      await commands.executeCommand('githubSession.signOut');
      await is(undefined);
      await commands.executeCommand('githubSession.hold', 'github', 'signIns');
      const older = session.signIn(true);
      await held('github', 1);
      await commands.executeCommand('githubSession.onAsked', 'github', hubot);
      const newer = session.signIn(false);
      await held('github', 2);
      await commands.executeCommand('githubSession.release', 'github', true);
      await newer;
      assert.equal(session.current?.token, 'gho_hubot');
      await commands.executeCommand('githubSession.release', 'github');
      await assert.rejects(older, { reason: { kind: 'accountChanged' } });
      assert.equal(session.current.token, 'gho_hubot');
    });

    it('is gone as soon as the settings name another GitHub, though VS Code has not answered', async () => {
      await set('github-enterprise.uri', hostA);
      await commands.executeCommand('githubSession.hold', 'github-enterprise');
      await set(settings.authenticationProvider, 'github-enterprise');
      await is(undefined);
      await held('github-enterprise', 1);
      assert.equal(changes, 1);
    });

    it('stays what it is where the user declines another one', async () => {
      await commands.executeCommand('githubSession.onAsked', 'github', 'refuse');
      await assert.rejects(session.signIn(true), /Cancelled/);
      assert.deepEqual([session.current?.token, changes], ['gho_test', 0]);
    });
  });
});

function set(name: string, value: unknown): Thenable<void> {
  return workspace.getConfiguration().update(name, value, ConfigurationTarget.Global);
}

async function tokens(): Promise<string[]> {
  return (await gitHub.requests()).map(({ headers }) =>
    (headers['authorization'] ?? '').replace('Bearer ', ''),
  );
}

/** The tokens of the requests whose address begins so. */
async function sentTo(prefix: string): Promise<string[]> {
  return (await gitHub.requests())
    .filter(({ url }) => url.startsWith(prefix))
    .map(({ headers }) => (headers['authorization'] ?? '').replace('Bearer ', ''));
}

/** The tokens that an enterprise host has seen, each once. */
async function tokensOf(host: string): Promise<string[]> {
  const requests = (await gitHub.requests()).filter(
    ({ url, headers }) => url.startsWith('/api/v3') && headers['host'] === new URL(host).host,
  );
  return distinct(requests.map(({ headers }) => (headers['authorization'] ?? '').replace('Bearer ', '')));
}

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}

/** VS Code's question whether to sign in is a dialog, which is refused while tests run: here the user always allows it. */
function answerSignInDialog(): () => void {
  const { getSession } = authentication;
  const answered = async (
    provider: Provider,
    scopes: string[],
    options: AuthenticationGetSessionOptions = {},
  ): Promise<unknown> => {
    const existing = options.createIfNone && (await getSession(provider, scopes, { silent: true }));
    if (existing) return existing;
    return options.createIfNone || options.forceNewSession
      ? commands.executeCommand('githubSession.create', provider, scopes)
      : getSession(provider, scopes, options);
  };
  Object.assign(authentication, { getSession: answered });
  return () => void Object.assign(authentication, { getSession });
}

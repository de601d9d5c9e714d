import assert from 'node:assert/strict';
import { authentication, commands } from 'vscode';
import { commands as ids, settings } from '../../src/manifest';
import { gitHub, npmToken } from './gitHub';
import { until } from './person';
import {
  held,
  hostA,
  hostB,
  isSignedIn,
  isSignedOut,
  neededScopes,
  ofA,
  ofB,
  sessionStage,
  set,
} from './sessionStage';
import { hubot } from './signedInAs';

describe('the session', () => {
  const on = sessionStage();
  const { ask, rotate, said } = on;

  it('ends when the user signs out, and comes back when they sign in', async () => {
    await commands.executeCommand('githubSession.signOut');
    await said(isSignedOut);
    await gitHub.forgetRequests();
    on.person.forget();
    await commands.executeCommand(ids.rotateSecret, { kind: 'secret', ...npmToken });
    assert.match(on.person.messages[0]?.text ?? '', isSignedOut);
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
    on.person.forget();
    const signedIn = commands.executeCommand(ids.signIn);
    await held('github', 1);
    await set(settings.authenticationProvider, 'github-enterprise');
    await commands.executeCommand('githubSession.release', 'github');
    await signedIn;
    const [message] = on.person.messages;
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
      on.person.forget();
      await commands.executeCommand(ids.createSecret);
      assert.match(on.person.messages[0]?.text ?? '', /github-enterprise\.uri/);
      assert.deepEqual(await gitHub.requests(), []);
    });

    it('sends the token to the host that the user names, below /api/v3', async () => {
      await set(settings.authenticationProvider, 'github-enterprise');
      await set('github-enterprise.uri', hostA);
      // An Enterprise Server shows two apps, and a rotation would ask in which of them.
      await set(settings.apps, ['codespaces']);
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
      on.person.forget();
      await commands.executeCommand(ids.createSecret);
      assert.match(on.person.messages[0]?.text ?? '', /http:\/\/ghe\.acme\.com is not an https address/);
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
});

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

import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, workspace } from 'vscode';
import { commands as ids, settings } from '../../src/host/contributions';
import { gitHub, npmToken, settled } from './gitHub';
import { Person, until } from './person';

describe('the session', () => {
  let person: Person;
  before(() => (person = new Person()));
  after(() => person.dispose());
  afterEach(async () => {
    await commands.executeCommand('githubSession.signIn');
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
  const isSignedOut = /signed out/i;
  const isSignedIn = /^Delete NPM_TOKEN/;

  it('ends when the user signs out, and comes back when they sign in', async () => {
    await commands.executeCommand('githubSession.signOut');
    await said(isSignedOut);
    await gitHub.forgetRequests();
    await rotate();
    assert.deepEqual(await gitHub.requests(), []);

    await commands.executeCommand('githubSession.signIn');
    await said(isSignedIn);
    await rotate();
    assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'value');
  });

  it('follows another account', async () => {
    await commands.executeCommand('githubSession.signIn', { login: 'hubot', id: 480938, token: 'gho_hubot' });
    await until(async () => {
      await gitHub.forgetRequests();
      await ask();
      const tokens = (await gitHub.requests()).map(({ headers }) => headers['authorization']);
      return tokens.every(token => token === 'token gho_hubot') || undefined;
    });
    await rotate();
    assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'value');
  });

  describe('of an enterprise host', () => {
    const set = (name: string, value: unknown, target = ConfigurationTarget.Global): Thenable<void> =>
      workspace.getConfiguration().update(name, value, target);
    after(async () => {
      await set(settings.authenticationProvider, undefined);
      await set('github-enterprise.uri', undefined);
      await said(isSignedIn);
    });

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
      await set('github-enterprise.uri', process.env['GITHUB_STAND_IN']);
      await commands.executeCommand('githubSession.signIn', {}, 'github-enterprise');
      await said(isSignedIn);
      await gitHub.forgetRequests();
      await rotate();
      const requests = await gitHub.requests();
      assert.ok(requests.length > 0);
      for (const { url } of requests) assert.match(url, /^\/api\/v3\//);
      assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'value');
    });
  });
});

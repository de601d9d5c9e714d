import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { testToken } from '../github/fixtures/test';
import { gitHub, npmToken } from './gitHub';
import { type Person, until } from './person';
import { withPerson } from './withPerson';

describe('an account that changes while a command runs', () => {
  let person: Person;
  afterEach(() => signIn(testToken));
  withPerson(it => (person = it));

  /** Signs in, and waits until the extension asks with that token. A deletion asks GitHub first, and here nobody confirms it. */
  const signIn = async (token: string, ...account: object[]): Promise<void> => {
    await commands.executeCommand('githubSession.signIn', ...account);
    await until(async () => {
      await gitHub.forgetRequests();
      await commands.executeCommand(ids.deleteSecret, { kind: 'secret', ...npmToken });
      const tokens = (await gitHub.requests()).map(({ headers }) => headers['authorization']);
      return (tokens.length > 0 && tokens.every(it => it === `Bearer ${token}`)) || undefined;
    });
  };
  /** The accounts' tokens that changed something. */
  const writers = async (): Promise<string[]> =>
    (await gitHub.requests())
      .filter(({ method }) => method !== 'GET')
      .map(({ headers }) => headers['authorization'] ?? '');

  it('gets nothing that was started with the other: the rest is not sent, and the user is told', async () => {
    const held = await gitHub.fault({ method: 'PUT', path: '/orgs/acme/*', kind: 'hold' });
    const granted = commands.executeCommand(ids.grantRepositories, {
      kind: 'secret',
      organization: 'acme',
      name: 'UNUSED',
    });
    await person.pick('billing', 'payments', 'mobile-app');
    await held.holding();
    assert.deepEqual(await writers(), ['Bearer gho_test']);
    await signIn('gho_hubot', { login: 'hubot', id: 480938, token: 'gho_hubot' });
    await held.release();
    await granted;
    assert.deepEqual(await writers(), []);
    assert.deepEqual((await gitHub.secret('acme', 'UNUSED'))?.repositories.length, 1);
    const told = person.messages.find(({ text }) => text.startsWith('1 of 3 changes were made.'));
    assert.match(told?.text ?? '', /Your GitHub account changed while this was running/);
  });
});

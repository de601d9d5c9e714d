import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/host/contributions';
import { gitHub, settled, signedInAs } from './gitHub';
import { Person } from './person';

describe('an account that changes while a command runs', () => {
  let person: Person;
  before(() => (person = new Person()));
  after(() => person.dispose());
  afterEach(async () => {
    await signedInAs('octocat', person);
    await settled();
    person.forget();
  });

  /** The accounts' tokens that changed something. */
  const writers = async (): Promise<string[]> =>
    (await gitHub.requests())
      .filter(({ method }) => method !== 'GET')
      .map(({ headers }) => headers['authorization'] ?? '');

  it('gets nothing of what was begun with the other: the rest is not sent, and the user is told', async () => {
    const held = await gitHub.fault({ method: 'PUT', path: '/orgs/acme/*', kind: 'hold' });
    const granted = commands.executeCommand(ids.grantRepositories, {
      kind: 'secret',
      organization: 'acme',
      name: 'UNUSED',
    });
    await person.pick('billing', 'payments', 'mobile-app');
    await held.holding();
    assert.deepEqual(await writers(), ['Bearer gho_test']);
    await signedInAs('hubot', person);
    await held.release();
    await granted;
    assert.deepEqual(await writers(), []);
    assert.deepEqual((await gitHub.secret('acme', 'UNUSED'))?.repositories.length, 1);
    const told = person.messages.find(({ text }) => text.startsWith('1 of 3 changes were made.'));
    assert.match(told?.text ?? '', /The GitHub account in use changed while this was running/);
  });
});

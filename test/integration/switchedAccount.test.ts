import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { gitHub } from './gitHub';
import type { Person } from './person';
import { hubot, octocatAccount, signedInAs } from './signedInAs';
import { withPerson } from './withPerson';

describe('an account that changes while a command runs', () => {
  let person: Person;
  afterEach(() => signedInAs(octocatAccount, person));
  withPerson(it => (person = it));

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
    await signedInAs(hubot, person);
    await held.release();
    await granted;
    assert.deepEqual(await writers(), []);
    assert.deepEqual((await gitHub.secret('acme', 'UNUSED'))?.repositories.length, 1);
    const told = person.messages.find(({ text }) => text.startsWith('1 of 3 changes were made.'));
    assert.match(told?.text ?? '', /Your GitHub account changed while this was running/);
  });
});

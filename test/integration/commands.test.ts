import assert from 'node:assert/strict';
import { commands, env } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { gitHub, npmToken } from './gitHub';
import type { Person } from './person';
import { selectNothing } from './selection';
import { withPerson } from './withPerson';

describe('the commands in a Node extension host', () => {
  let person: Person;
  withPerson(it => (person = it));

  it('are all registered', async () => {
    const registered = await commands.getCommands(true);
    for (const id of Object.values(ids)) assert.ok(registered.includes(id), id);
  });

  it('create a secret whose value arrives byte for byte', async () => {
    const value = '  "first" 🗝️ second  ';
    const created = commands.executeCommand(ids.createSecret, { kind: 'organization', organization: 'acme' });
    await person.type('new_token');
    await person.type(value);
    await person.pick('$(check) Use it as is');
    await person.pick('Selected repositories');
    await person.pick('docs', 'billing');
    await created;
    assert.equal(await gitHub.value('acme', 'NEW_TOKEN'), value);
    const stored = await gitHub.secret('acme', 'NEW_TOKEN');
    assert.deepEqual([stored?.visibility, stored?.repositories], ['selected', ['billing', 'docs']]);
    assert.deepEqual(person.messages, []);
  });

  it('rotate a value, and leave who receives it', async () => {
    const rotated = commands.executeCommand(ids.rotateSecret, { kind: 'secret', ...npmToken });
    await person.type('rotated');
    await rotated;
    assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'rotated');
    const stored = await gitHub.secret('acme', 'NPM_TOKEN');
    assert.deepEqual(
      [stored?.visibility, stored?.repositories],
      ['selected', ['billing', 'service-catalog']],
    );
  });

  it('rotate a value where the name of a new secret exists, and leave who receives it', async () => {
    const created = commands.executeCommand(ids.createSecret, { kind: 'organization', organization: 'acme' });
    await person.type('npm_token');
    await person.type('rotated');
    await created;
    assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'rotated');
    const stored = await gitHub.secret('acme', 'NPM_TOKEN');
    assert.deepEqual(
      [stored?.visibility, stored?.repositories],
      ['selected', ['billing', 'service-catalog']],
    );
  });

  it('ask for organization and secret where they are run from the palette and nothing is selected', async () => {
    await selectNothing();
    const rotated = commands.executeCommand(ids.rotateSecret);
    await person.pick('acme');
    await person.pick('SENTRY_DSN');
    await person.type('rotated');
    await rotated;
    assert.equal(await gitHub.value('acme', 'SENTRY_DSN'), 'rotated');
  });

  it('send only the difference of a selection', async () => {
    const edited = commands.executeCommand(ids.editRepositories, { kind: 'secret', ...npmToken });
    await person.pick('billing', 'payments');
    await edited;
    assert.deepEqual((await gitHub.secret('acme', 'NPM_TOKEN'))?.repositories, ['billing', 'payments']);
    const writes = (await gitHub.requests()).filter(({ method }) => method !== 'GET');
    assert.deepEqual(
      writes.map(({ method }) => method),
      ['PUT', 'DELETE'],
    );
  });

  it('keep a value that could not be sent, and send it when asked to try again', async () => {
    await gitHub.fault({ method: 'PUT', kind: 'drop' });
    person.choose = ({ buttons }) => (buttons.includes('Try Again') ? 'Try Again' : undefined);
    const rotated = commands.executeCommand(ids.rotateSecret, { kind: 'secret', ...npmToken });
    await person.type('typed once');
    await rotated;
    assert.equal(person.messages.length, 1);
    assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'typed once');
  });

  it('delete nothing without the button of the dialog', async () => {
    await commands.executeCommand(ids.deleteSecret, { kind: 'secret', ...npmToken });
    assert.match(
      person.messages[0]?.text ?? '',
      /Delete NPM_TOKEN from acme\?[^]*2 repositories can no longer use it/,
    );
    assert.ok(await gitHub.secret('acme', 'NPM_TOKEN'));
    person.choose = () => 'Delete';
    await commands.executeCommand(ids.deleteSecret, { kind: 'secret', ...npmToken });
    assert.equal(await gitHub.secret('acme', 'NPM_TOKEN'), undefined);
  });

  it('send nothing where the person leaves', async () => {
    const created = commands.executeCommand(ids.createSecret, { kind: 'organization', organization: 'acme' });
    await person.type('NEW_TOKEN');
    await person.leave();
    await created;
    assert.deepEqual(
      (await gitHub.requests()).filter(({ method }) => method !== 'GET'),
      [],
    );
  });

  it('copy names, a line each', async () => {
    const nodes = ['NPM_TOKEN', 'DB_URL'].map(name => ({ kind: 'secret', organization: 'acme', name }));
    await commands.executeCommand(ids.copySecretName, nodes[0], nodes);
    assert.equal(await env.clipboard.readText(), 'NPM_TOKEN\nDB_URL');
  });
});

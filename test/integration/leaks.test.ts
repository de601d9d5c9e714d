import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from 'vscode';
import { commands as ids } from '../../src/host/contributions';
import type { FaultSpec } from '../github/faults';
import { gitHub, npmToken, settled } from './gitHub';
import { Person, until } from './person';

const canary = 'canary-2b91-that-must-not-sing';
const forms = [
  canary,
  Buffer.from(canary).toString('base64').slice(0, -4),
  Buffer.from(canary).toString('hex'),
];

/** Every file that VS Code has written for this user: logs, state, storage, backups. */
async function written(): Promise<string[]> {
  const folder = process.env['VSCODE_USER_DATA'] ?? assert.fail('The folder of user data is not known.');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

describe('a value', () => {
  let person: Person;
  before(() => (person = new Person()));
  after(() => person.dispose());
  const requests: string[] = [];
  const said: string[] = [];
  afterEach(async () => {
    requests.push(JSON.stringify(await gitHub.requests()));
    said.push(...person.messages.map(({ text }) => text));
    await settled();
    person.forget();
  });

  const create = async (): Promise<void> => {
    const created = commands.executeCommand(ids.createSecret, { kind: 'organization', organization: 'acme' });
    await person.type('CANARY');
    await person.type(canary);
    await person.pick('All repositories');
    await created;
  };
  const rotate = async (): Promise<void> => {
    const rotated = commands.executeCommand(ids.rotateSecret, { kind: 'secret', ...npmToken });
    await person.type(canary);
    await rotated;
  };

  it('arrives by creating', async () => {
    await create();
    assert.equal(await gitHub.value('acme', 'CANARY'), canary);
  });

  it('arrives by rotating', async () => {
    await rotate();
    assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), canary);
  });

  const failures: FaultSpec[] = [
    { method: 'PUT', kind: 'drop' },
    { method: 'PUT', kind: 'dropAfter' },
    { method: 'PUT', kind: 'status', status: 401 },
    { method: 'PUT', kind: 'status', status: 403, headers: { 'X-OAuth-Scopes': 'repo' } },
    {
      method: 'PUT',
      kind: 'status',
      status: 403,
      headers: { 'X-GitHub-SSO': 'required; url=https://example.com/' },
    },
    { method: 'PUT', kind: 'status', status: 404 },
    { method: 'PUT', kind: 'status', status: 409 },
    { method: 'PUT', kind: 'status', status: 422, message: 'no' },
    { method: 'PUT', kind: 'status', status: 500 },
    // A short limit is met twice: the first time it is sat out in silence.
    { method: 'PUT', kind: 'secondaryLimit', retryAfter: 1, times: 2 },
    { method: 'PUT', kind: 'primaryLimit', resetIn: -1, times: 2 },
    { path: '/orgs/acme/codespaces/secrets/public-key', kind: 'status', status: 404 },
  ];
  for (const fault of failures) {
    it(`meets ${JSON.stringify(fault)} and is told to the user without a word of it`, async () => {
      person.cancels = progress => progress.startsWith('waiting until');
      for (const flow of [create, rotate]) {
        // A key that was read before is used again, unless GitHub refuses it.
        if (fault.path) await gitHub.edit({ edit: 'rotateKey', organization: 'acme' });
        await gitHub.fault(fault);
        await flow();
      }
      assert.equal(person.messages.length, 2);
    });
  }

  it('is left unsent', async () => {
    const created = commands.executeCommand(ids.createSecret, { kind: 'organization', organization: 'acme' });
    await person.type('CANARY');
    await person.type(canary);
    await person.leave();
    await created;
  });

  it('stands nowhere after all that: not in a request, a message, a log or any file of VS Code’s', async () => {
    await until(
      async () => (await written()).some(file => file.endsWith('Codespaces Org Secrets.log')) || undefined,
    );
    const files = await Promise.all((await written()).map(file => readFile(file, 'latin1')));
    assert.ok(
      files.some(text => text.includes('PUT /orgs/acme/codespaces/secrets/CANARY')),
      'the log is not among the files',
    );
    for (const form of forms)
      for (const text of [...requests, ...said, ...files])
        assert.ok(!text.includes(form), `found ${form} in ${text.slice(0, 200)}`);
  });
});

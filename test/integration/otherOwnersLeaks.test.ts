import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, env } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { tracesOf } from '../traces';
import { userSecretsToken } from '../github/fixtures/userSecretsToken';
import { gitHub } from './gitHub';
import { MemoryFiles } from './memoryFiles';
import { billingRow, octocat, ownRow, sessionsAreQuiet, userRow } from './otherOwners';
import { until } from './person';
import { sessionStage } from './sessionStage';

const canary = 'canary-7c55-that-must-not-sing';
/** The second token, too, goes nowhere but to GitHub. */
const secretTexts = [canary, userSecretsToken('gho_test')];

/** Every file that VS Code has written for this user: logs, state, storage, backups. */
async function written(): Promise<string[]> {
  const folder = process.env['VSCODE_USER_DATA'] ?? assert.fail('The folder of user data is not known.');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  return Promise.all(files.map(file => readFile(file, 'latin1')));
}

describe('a value of a repository or of the user', () => {
  const on = sessionStage();
  let files: MemoryFiles;
  const requests: string[] = [];
  const said: string[] = [];
  before(() => (files = new MemoryFiles()));
  beforeEach(sessionsAreQuiet);
  after(() => files.dispose());
  afterEach(async () => {
    requests.push(...(await gitHub.requests()).map(({ path, body }) => JSON.stringify([path, body])));
    said.push(...on.person.messages.map(({ text }) => text));
  });

  const create = async (row: object): Promise<void> => {
    const created = commands.executeCommand(ids.createSecret, row);
    await on.person.type('CANARY');
    await on.person.type(canary);
    if (row === octocat) await on.person.pick('octocat/dotfiles');
    await created;
  };
  const rotate = async (row: object): Promise<void> => {
    const rotated = commands.executeCommand(ids.rotateSecret, row);
    await on.person.type(canary);
    await rotated;
  };

  it('arrives by creating and rotating', async () => {
    for (const row of [billingRow, octocat]) await create(row);
    for (const row of [ownRow('STRIPE_KEY'), userRow('SCRATCH')]) await rotate(row);
    for (const name of ['CANARY', 'STRIPE_KEY'])
      assert.equal(await gitHub.repositoryValue('acme/billing', name), canary, name);
    for (const name of ['CANARY', 'SCRATCH'])
      assert.equal(await gitHub.userValue('octocat', name), canary, name);
  });

  it('arrives by importing, with lines that are no names', async () => {
    on.person.files = [files.put('/project/.env', `CANARY=${canary}\nBAD-NAME=${canary}\n${canary}`)];
    const imported = commands.executeCommand(ids.importEnvFile, billingRow);
    await on.person.check(() => undefined);
    await imported;
    assert.equal(await gitHub.repositoryValue('acme/billing', 'CANARY'), canary);
  });

  for (const fault of [
    { kind: 'drop' },
    { kind: 'dropAfter' },
    { kind: 'status', status: 401 },
    { kind: 'status', status: 403, message: 'no' },
    { kind: 'status', status: 404 },
    { kind: 'status', status: 422, message: 'no' },
    { kind: 'status', status: 500 },
  ] as const)
    it(`meets ${JSON.stringify(fault)} and is told to the user without a word of it`, async () => {
      for (const flow of [
        () => create(billingRow),
        () => create(octocat),
        () => rotate(ownRow('STRIPE_KEY')),
        () => rotate(userRow('SCRATCH')),
      ]) {
        await gitHub.fault({ method: 'PUT', ...fault });
        await flow();
      }
      assert.equal(on.person.messages.length, 4);
    });

  describe('after all that', () => {
    it("stands nowhere: not in a request, a message, the clipboard, a log or any file of VS Code's", async () => {
      // Files are written a while later: with the last line of the log, all before it is there.
      await commands.executeCommand(ids.deleteSecret, ownRow('LAST_LINE'));
      const texts = await until(async () => {
        const read = await written();
        const isThere = read.some(text => text.includes('/codespaces/secrets/LAST_LINE'));
        return isThere ? read : undefined;
      });
      assert.ok(texts.some(text => text.includes('PUT /user/codespaces/secrets/CANARY')));
      for (const trace of secretTexts.flatMap(tracesOf))
        for (const text of [...requests, ...said, ...texts, await env.clipboard.readText()])
          assert.ok(!text.includes(trace), `found ${trace} in ${text.slice(0, 200)}`);
    });
  });
});

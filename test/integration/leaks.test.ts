import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, env, Selection, window, workspace } from 'vscode';
import { commands as ids } from '../../src/manifest';
import type { FaultSpec } from '../github/faults';
import { tracesOf } from '../traces';
import { storageRequest } from '../vscode/testOutput';
import { gitHub, npmToken, settled } from './gitHub';
import { MemoryFiles } from './memoryFiles';
import { Person, until } from './person';
import { showApps, typeAfterSearch } from './shownApps';
import { withLimitsOfItsOwn } from './withPerson';

const canary = 'canary-2b91-that-must-not-sing';
/** The values that were sent. */
const values = [canary];

/** Every file that VS Code has written for this user: logs, state, storage, backups. */
async function written(): Promise<string[]> {
  const folder = process.env['VSCODE_USER_DATA'] ?? assert.fail('The folder of user data is not known.');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

/** What the window has written where it is one of a browser. */
async function browserStorage(): Promise<string> {
  const file = process.env['VSCODE_BROWSER_STORAGE'];
  if (file === undefined) return '';
  console.log(storageRequest + file);
  const storage = await until(() => readFile(file, 'utf8').catch(() => undefined));
  assert.ok(storage.includes('vscode-web-state-db'), 'The state of the window is not in it');
  return storage;
}

describe('a value', () => {
  withLimitsOfItsOwn();
  let person: Person;
  let files: MemoryFiles;
  before(() => {
    person = new Person();
    files = new MemoryFiles();
  });
  after(() => {
    person.dispose();
    files.dispose();
  });
  const requests: string[] = [];
  const said: string[] = [];
  afterEach(async () => {
    requests.push(JSON.stringify(await gitHub.requests()));
    said.push(...person.messages.map(({ text }) => text));
    await settled();
    person.beginAnew();
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

  it('arrives by importing, also where the import fails first', async () => {
    await gitHub.fault({ method: 'PUT', kind: 'status', status: 422, message: 'no' });
    person.choose = ({ buttons }) => buttons[0];
    const uri = files.put('/project/.env', `CANARY=${canary}\nBAD-NAME=${canary}\n${canary}`);
    const imported = commands.executeCommand(ids.importEnvFile, uri);
    await person.pick('acme');
    await person.check(() => undefined);
    await person.pick('All repositories');
    await imported;
    assert.equal(await gitHub.value('acme', 'CANARY'), canary);
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
      headers: { 'X-GitHub-SSO': 'required; url=https://github.com/orgs/acme/sso' },
    },
    { method: 'PUT', kind: 'status', status: 404 },
    { method: 'PUT', kind: 'status', status: 409 },
    { method: 'PUT', kind: 'status', status: 422, message: 'no' },
    { method: 'PUT', kind: 'status', status: 500 },
    // A short limit is met twice: the first time it is sat out in silence.
    { method: 'PUT', kind: 'secondaryLimit', retryAfter: 1, times: 2 },
    { method: 'PUT', kind: 'primaryLimit', resetIn: -1, times: 2 },
    { path: '/orgs/acme/codespaces/secrets/public-key', kind: 'status', status: 404, times: 'always' },
  ];
  for (const fault of failures)
    it(`meets ${JSON.stringify(fault)} and is told to the user without a word of it`, async () => {
      person.cancels = progress => progress.startsWith('waiting until');
      // Without a key nothing is created: that is found out before a value is asked for.
      const flows = fault.path ? [rotate] : [create, rotate];
      for (const flow of flows) {
        // A key that was read before is used again, unless GitHub refuses it.
        if (fault.path) await gitHub.edit({ edit: 'rotateKey', organization: 'acme' });
        await gitHub.fault(fault);
        await flow();
      }
      assert.equal(person.messages.length, flows.length);
    });

  it('is left unsent', async () => {
    const created = commands.executeCommand(ids.createSecret, { kind: 'organization', organization: 'acme' });
    await person.type('CANARY');
    await person.type(canary);
    await person.leave();
    await created;
  });

  describe('through a door', () => {
    withLimitsOfItsOwn();
    const rotation = (): Thenable<unknown> =>
      commands.executeCommand(ids.rotateSecret, { kind: 'secret', ...npmToken });
    const arrived = async (): Promise<void> => assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), canary);

    it('comes from the clipboard, is mended, and was left before', async () => {
      for (const isLeft of [true, false]) {
        await env.clipboard.writeText(`export NPM_TOKEN="${canary}"\n`);
        const rotated = rotation();
        await person.press('Paste with Line Breaks');
        if (isLeft) await person.leave();
        else {
          await person.pick('$(wrench) Remove the line break at the end');
          await person.pick('$(wrench) Remove the name and equals sign');
          await person.pick('$(wrench) Remove the quotation marks');
          await person.pick('$(check) Use it');
        }
        await rotated;
      }
      await env.clipboard.writeText('');
      await arrived();
    });

    it('comes from a file, after one that is too large and one that vanished', async () => {
      person.files = [
        files.put('/project/large.txt', canary.padEnd(48 * 1024 + 1, '.')),
        files.put('/project/gone.txt', { size: 10 }),
        files.put('/project/key.der', { content: Buffer.concat([Buffer.from(canary), Buffer.of(0xff)]) }),
        files.put('/project/key.pem', canary),
      ];
      const rotated = rotation();
      for (let file = 1; file <= 3; file += 1) await person.press('Read from File...');
      // Whoever leaves the offer of Base64 is back at the input.
      for (let input = 1; input <= 2; input += 1) await person.leave();
      await rotated;
      const again = rotation();
      await person.press('Read from File...');
      await person.pick('$(check) Use it');
      await again;
      await arrived();
    });

    it('comes from the multi-line editor, and was left there before', async () => {
      const rotated = rotation();
      await person.press('Open Multi-Line Editor');
      const draft = { value: `${canary}\r\n${canary}`, hasLineFeeds: false };
      await person.sayAsPage({ type: 'changed', draft });
      await person.sayAsPage({ type: 'changed', draft: { value: canary } });
      await person.sayAsPage({ type: 'cancel' });
      await person.press('Open Multi-Line Editor');
      await person.sayAsPage({ type: 'changed', draft: { value: canary, hasLineFeeds: true } });
      await person.sayAsPage({ type: 'use' });
      await rotated;
      await arrived();
    });

    it('comes from the generator, and is on the clipboard if that is wanted', async () => {
      const rotated = rotation();
      await person.press('Generate...');
      await person.pick('Letters and digits');
      await person.type('32');
      await person.pick('$(clippy) Use it and copy it');
      await rotated;
      const value = (await gitHub.value('acme', 'NPM_TOKEN')) ?? assert.fail('Nothing arrived');
      assert.match(value, /^[A-Za-z0-9]{32}$/);
      assert.equal(await env.clipboard.readText(), value);
      await env.clipboard.writeText('');
      values.push(value);
    });

    it('goes to several secrets, of which one fails', async () => {
      await gitHub.fault({ method: 'PUT', path: '*/UNUSED', kind: 'status', status: 422, message: 'no' });
      const nodes = ['NPM_TOKEN', 'UNUSED'].map(name => ({ kind: 'secret', organization: 'acme', name }));
      const rotated = commands.executeCommand(ids.rotateSecret, nodes[0], nodes);
      await person.type(canary);
      await person.pick('$(check) Use it');
      await rotated;
      assert.deepEqual(person.messages.length, 1);
      await arrived();
    });

    it('goes to several apps, of which one fails, and was left in their list before', async () => {
      await showApps('codespaces', 'actions', 'dependabot');
      await gitHub.fault({ method: 'PUT', path: '*/actions/*', kind: 'status', status: 422, message: 'no' });
      for (const isLeft of [true, false]) {
        await gitHub.forgetRequests();
        const rotated = rotation();
        await typeAfterSearch(person, canary, 'dependabot');
        if (isLeft) await person.leave();
        else await person.pressThenEnter('Select All in acme');
        await rotated;
      }
      await showApps();
      assert.equal(person.messages.length, 1);
      for (const app of ['codespaces', 'dependabot'] as const)
        assert.equal(await gitHub.value('acme', 'NPM_TOKEN', app), canary, app);
    });

    it('is created in several apps, and was left before', async () => {
      await showApps('codespaces', 'agents');
      for (const isLeft of [true, false]) {
        const created = commands.executeCommand(ids.createSecret, {
          kind: 'organization',
          organization: 'acme',
        });
        await person.type('CANARY');
        await person.pick('Codespaces', 'Agents');
        await person.type(canary);
        if (isLeft) await person.leave();
        else {
          await person.pick('The same repositories in each app');
          await person.pick('All repositories');
        }
        await created;
      }
      await showApps();
      assert.equal(await gitHub.value('acme', 'CANARY', 'agents'), canary);
    });

    it('goes along with a visibility that needs it, and was left before', async () => {
      person.choose = ({ buttons }) => buttons.find(it => it === 'Apply');
      for (const isLeft of [true, false]) {
        const changed = commands.executeCommand(ids.changeVisibility, {
          kind: 'secret',
          app: 'actions',
          ...npmToken,
        });
        await person.pick('Private and internal repositories');
        if (isLeft) await person.leave();
        else await person.type(canary);
        await changed;
      }
      assert.equal(await gitHub.value('acme', 'NPM_TOKEN', 'actions'), canary);
    });

    it('comes from a selection, and was left before', async () => {
      const uri = files.put('/project/app.js', canary);
      const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
      for (const isLeft of [true, false]) {
        editor.selection = new Selection(0, 0, 0, canary.length);
        const saved = commands.executeCommand(ids.saveSelectionAsSecret);
        await person.pick('acme');
        await person.type('SELECTED');
        if (isLeft) await person.leave();
        else {
          await person.pick('$(check) Use it');
          await person.pick('All repositories');
        }
        await saved;
      }
      await commands.executeCommand('workbench.action.closeAllEditors');
      assert.equal(await gitHub.value('acme', 'SELECTED'), canary);
    });
  });

  // Mocha runs what a describe nests after its own tests, so that this has to be nested, too, to come last.
  describe('after all that', () => {
    it("stands nowhere: not in a request, a message, the clipboard, a log or any file of VS Code's", async () => {
      // Files are written a while later: with the last line of the log, all before it is there.
      await commands.executeCommand(ids.deleteSecret, {
        kind: 'secret',
        organization: 'acme',
        name: 'LAST_LINE',
      });
      const texts = await until(async () => {
        const read = await Promise.all((await written()).map(file => readFile(file, 'latin1')));
        return read.some(text => text.includes('GET /orgs/acme/codespaces/secrets/LAST_LINE'))
          ? read
          : undefined;
      });
      assert.ok(texts.some(text => text.includes('PUT /orgs/acme/codespaces/secrets/CANARY')));
      const more = [await env.clipboard.readText(), await browserStorage()];
      for (const trace of values.flatMap(tracesOf))
        for (const text of [...requests, ...said, ...texts, ...more])
          assert.ok(!text.includes(trace), `found ${trace} in ${text.slice(0, 200)}`);
    });
  });
});

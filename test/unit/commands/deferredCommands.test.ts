import assert from 'node:assert/strict';
import type { Connection } from '../../../src/cache/connections';
import { type Commands, DeferredCommands } from '../../../src/commands/deferredCommands';
import { commands } from '../../../src/manifest';

const node = { kind: 'organization', organization: 'acme' };

describe('commands whose code is loaded later', () => {
  let loads: { readonly resolve: (code: Commands) => void; readonly reject: (error: Error) => void }[];
  let ran: unknown[][];
  let told: unknown[];
  let disposals: number;
  let current: Connection | undefined;
  let deferred: DeferredCommands;
  beforeEach(() => {
    [loads, ran, told, disposals, current] = [[], [], [], 0, undefined];
    const load = (): Promise<Commands> =>
      new Promise((resolve, reject) => {
        loads.push({ resolve, reject });
      });
    deferred = new DeferredCommands(
      load,
      () => current,
      error => told.push(error),
    );
  });
  const code: Commands = {
    run: (id, before, args) => {
      ran.push([id, before, ...args]);
      return Promise.resolve();
    },
    dispose: () => (disposals += 1),
  };

  it('are loaded with the first one, and once for two that are run at the same time', async () => {
    assert.equal(loads.length, 0);
    const both = [deferred.run(commands.createSecret, []), deferred.run(commands.rotateSecret, [])];
    assert.equal(loads.length, 1);
    loads[0]?.resolve(code);
    await Promise.all(both);
    await deferred.run(commands.refresh, []);
    assert.equal(loads.length, 1);
    assert.deepEqual(
      ran.map(([id]) => id),
      [commands.createSecret, commands.rotateSecret, commands.refresh],
    );
  });

  it('get all that the first one was run with, and end when it ends', async () => {
    const ended = deferred.run(commands.deleteSecret, [node, [node, node]]);
    loads[0]?.resolve(code);
    await ended;
    assert.deepEqual(ran, [[commands.deleteSecret, undefined, node, [node, node]]]);
  });

  it('get the connection that was in use when they were run, not when they were loaded', async () => {
    const before = (current = { id: 'before' } as Connection);
    const ended = deferred.run(commands.rotateSecret, [node]);
    current = { id: 'after' } as Connection;
    loads[0]?.resolve(code);
    await ended;
    assert.equal(ran[0]?.[1], before);
  });

  it('are loaded again by the next one if they could not be loaded, which the user is told', async () => {
    const offline = new Error('offline');
    const failed = deferred.run(commands.createSecret, []);
    loads[0]?.reject(offline);
    await failed;
    assert.deepEqual([told, ran], [[offline], []]);
    const ended = deferred.run(commands.rotateSecret, [node]);
    loads[1]?.resolve(code);
    await ended;
    assert.deepEqual(ran, [[commands.rotateSecret, undefined, node]]);
  });

  it('are disposed of with the extension, and never loaded for that', () => {
    deferred.dispose();
    assert.deepEqual([loads.length, disposals], [0, 0]);
  });

  it('are disposed of, and not run, if they are loaded when the extension is gone', async () => {
    const ended = deferred.run(commands.createSecret, []);
    deferred.dispose();
    loads[0]?.resolve(code);
    await ended;
    assert.deepEqual([disposals, ran], [1, []]);
  });

  it('are disposed of at once when they were loaded before', async () => {
    const ended = deferred.run(commands.createSecret, []);
    loads[0]?.resolve(code);
    await ended;
    deferred.dispose();
    assert.equal(disposals, 1);
  });
});

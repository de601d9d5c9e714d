import assert from 'node:assert/strict';
import { AccessMapChanges } from '../../../../src/ui/panels/accessMapChanges';
import type { ApplyReply, CellChange } from '../../../../src/webview/accessMap/protocol';

const change = (repository: number): CellChange => ({
  kind: 'add',
  secret: 'codespaces/NPM_TOKEN',
  repository,
});
const [first, second] = [change(1), change(2)];

describe('the pending changes of an access map, in the extension', () => {
  let changes: AccessMapChanges;
  let replies: ApplyReply[];
  beforeEach(() => {
    changes = new AccessMapChanges();
    replies = [];
    changes.onDidReply(reply => replies.push(reply));
    changes.pending = [first, second];
  });

  for (const [outcome, applied] of [
    ['done', [first, second]],
    ['partly', [second]],
    ['cancelled', []],
  ] as const)
    it(`get one reply when they were applied: ${outcome}`, async () => {
      await changes.apply('id', [first, second], () => Promise.resolve(applied));
      assert.deepEqual(replies, [{ type: 'applied', to: 'id', outcome, asked: 2, applied }]);
      assert.equal(changes.applying, undefined);
      assert.deepEqual(
        changes.pending,
        [first, second].filter(it => !applied.some(done => done === it)),
      );
    });

  it('get one reply when there was an error, which is passed on', async () => {
    await assert.rejects(
      changes.apply('id', [first], () => Promise.reject(new Error('unexpected'))),
      /unexpected/,
    );
    assert.deepEqual(replies, [{ type: 'applied', to: 'id', outcome: 'failed', asked: 1, applied: [] }]);
    assert.equal(changes.applying, undefined);
    assert.deepEqual(changes.pending, [first, second]);
  });

  it('are applied once, whatever is asked meanwhile', async () => {
    let end: (applied: readonly CellChange[]) => void = () => undefined;
    const held = new Promise<readonly CellChange[]>(resolve => (end = resolve));
    const never = (): Promise<never> => assert.fail('applied twice');
    const applying = changes.apply('one', [first], () => held);
    assert.equal(changes.applying, 'one');
    await changes.apply('one', [first], never);
    assert.deepEqual(replies, []);
    await changes.apply('two', [first], never);
    assert.deepEqual(
      replies.map(({ to, outcome }) => [to, outcome]),
      [['two', 'failed']],
    );
    assert.equal(changes.applying, 'one');
    end([first]);
    await applying;
    assert.deepEqual(
      replies.map(({ to, outcome }) => [to, outcome]),
      [
        ['two', 'failed'],
        ['one', 'done'],
      ],
    );
  });
});

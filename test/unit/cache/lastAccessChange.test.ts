import assert from 'node:assert/strict';
import { Connections } from '../../../src/cache/connections';
import { type Identity, identityKey } from '../../../src/model/identity';
import { LastAccessChange, type MadeChange } from '../../../src/cache/lastAccessChange';
import { Store } from '../../../src/cache/store';
import type { GitHub } from '../../../src/model/gitHub';

const identityOf = (id: string): Identity => ({
  provider: 'github',
  host: 'https://github.com',
  account: { id, label: id },
});
const [one, other] = [identityOf('1'), identityOf('2')];
const changeOf = (identity: Identity): MadeChange => ({
  connectionId: identityKey(identity),
  summary: { effects: [], changeCount: 0, requests: 0, seconds: 0 },
});

describe('the last change of access', () => {
  let connections: Connections;
  let last: LastAccessChange;
  let told: boolean[];
  beforeEach(() => {
    const connect = (identity: Identity, id: string) => ({
      ...identity,
      id,
      store: new Store({} as GitHub, () => []),
    });
    connections = new Connections(connect, Promise.resolve());
    connections.use(one);
    last = new LastAccessChange(connections);
    told = [];
    last.onDidChange(there => told.push(there));
  });

  it('is there until it is undone, once', () => {
    const change = changeOf(one);
    last.made(changeOf(one));
    last.made(change);
    assert.equal(last.current, change);
    assert.ok(last.take(change));
    assert.equal(last.current, undefined);
    assert.ok(!last.take(change));
    assert.deepEqual(told, [true, true, false]);
  });

  it('is there again where its undo did nothing, unless another one was made meanwhile', () => {
    const [change, next] = [changeOf(one), changeOf(one)];
    last.made(change);
    last.take(change);
    last.giveBack(change);
    assert.equal(last.current, change);
    last.take(change);
    last.made(next);
    last.giveBack(change);
    assert.equal(last.current, next);
  });

  it('is no longer there after another one that cannot be undone, so that none is undone in its place', () => {
    last.made(changeOf(one));
    last.madeForGood(changeOf(other));
    assert.ok(last.current);
    last.madeForGood(changeOf(one));
    assert.equal(last.current, undefined);
    last.madeForGood(changeOf(one));
    assert.deepEqual(told, [true, false]);
  });

  it('is not there again where its undo did nothing and another one was made meanwhile that cannot be undone', () => {
    const change = changeOf(one);
    last.made(change);
    last.take(change);
    last.madeForGood(changeOf(one));
    last.giveBack(change);
    assert.equal(last.current, undefined);
    last.made(change);
    assert.equal(last.current, change);
  });

  it('stays where an earlier one is undone by its notification', () => {
    const [change, next] = [changeOf(one), changeOf(one)];
    last.made(change);
    last.made(next);
    assert.ok(last.take(change));
    assert.equal(last.current, next);
  });

  for (const [when, identity] of [
    ['is signed out', undefined],
    ['has changed', other],
  ] as const)
    it(`is gone when the account ${when}, also once it is back`, () => {
      last.made(changeOf(one));
      connections.use(identity);
      assert.equal(last.current, undefined);
      connections.use(one);
      assert.equal(last.current, undefined);
      assert.deepEqual(told, [true, false]);
    });

  it('stays when the same account gets a new token', () => {
    last.made(changeOf(one));
    connections.use(identityOf('1'));
    assert.notEqual(last.current, undefined);
  });

  it('is none that another connection made', () => {
    last.made(changeOf(other));
    assert.equal(last.current, undefined);
  });
});

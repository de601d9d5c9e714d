import assert from 'node:assert/strict';
import { type Connection, Connections } from '../../../src/cache/connections';
import type { Identity } from '../../../src/model/identity';
import { Store } from '../../../src/cache/store';
import type { GitHub } from '../../../src/model/gitHub';
import { isFailure } from '../../../src/model/failure';

const identityOf = (id: string): Identity => ({
  provider: 'github',
  host: 'https://github.com',
  account: { id, label: id },
});

const connect = (identity: Identity, id: string): Connection => ({
  ...identity,
  id,
  store: new Store({} as GitHub, () => []),
});

describe('a connection that was in use when a flow began', () => {
  const connections = new Connections(connect, Promise.resolve());
  const isChangedTo = (before: Connection | undefined, identity: Identity | undefined): boolean => {
    connections.use(identity);
    try {
      connections.requireUnchanged(before);
      return false;
    } catch (error) {
      assert.ok(isFailure(error, 'accountChanged'));
      return true;
    }
  };

  it('stands in the way of a flow only once another account is in use', () => {
    connections.use(identityOf('1'));
    const before = connections.current;
    assert.equal(isChangedTo(before, identityOf('1')), false);
    assert.equal(isChangedTo(before, identityOf('2')), true);
    // Signed out is a failure of its own, and some commands go on without an account.
    assert.equal(isChangedTo(before, undefined), false);
    assert.equal(isChangedTo(before, identityOf('1')), false);
  });

  it('was none for a flow that signs in first, which may then use any', () => {
    assert.equal(isChangedTo(undefined, identityOf('2')), false);
  });
});

describe('the connection in use', () => {
  it('is another one on another host, even where port and account make the same digits together', () => {
    const connections = new Connections(connect, Promise.resolve());
    const connectionOf = (host: string, id: string): Connection => {
      connections.use({ ...identityOf(id), host });
      return connections.required;
    };
    const one = connectionOf('https://ghe.acme.com:844', '31');
    assert.notEqual(connectionOf('https://ghe.acme.com:8443', '1'), one);
    assert.equal(connectionOf('https://ghe.acme.com:844', '31'), one);
  });

  it('tells of its own changes once, and of none of an account that was in use before', () => {
    const connections = new Connections(connect, Promise.resolve());
    connections.use(identityOf('1'));
    const before = connections.required.store;
    connections.use(identityOf('2'));
    let told = 0;
    connections.onDidChange(() => (told += 1));
    before.refresh();
    assert.equal(told, 0);
    connections.required.store.refresh();
    assert.equal(told, 1);
    connections.use(identityOf('1'));
    before.refresh();
    assert.equal(told, 3);
  });
});

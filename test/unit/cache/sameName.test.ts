import assert from 'node:assert/strict';
import { SameName } from '../../../src/cache/sameName';
import { Store } from '../../../src/cache/store';
import { secretIn } from '../../../src/model/secret';
import { secretApps } from '../../../src/model/secretApp';
import { ownerName, type StoreId, storeOf } from '../../../src/model/secretStore';
import { connected } from '../support';

const names = (stores: readonly StoreId[]): string[] =>
  stores.map(({ app, owner }) => `${ownerName(owner)} ${app}`);
const npmToken = secretIn(storeOf('codespaces', 'acme'), 'NPM_TOKEN');

describe('the search for a name in other apps and organizations', () => {
  const connection = connected();

  it('tells which stores have not answered yet, so that nobody takes what was found for everything', async () => {
    const store = new Store(connection.gitHub(), () => ['acme', 'ACME', 'umbrella']);
    const held = connection.fakeGitHub.fault({ kind: 'hold', path: '/orgs/umbrella/actions/*' });
    const search = new SameName(store, npmToken, secretApps);
    await held.holding();
    while (search.pending.length > 1) await new Promise(resolve => setTimeout(resolve, 1));
    assert.deepEqual(names(search.pending), ['umbrella actions']);
    assert.deepEqual(names(search.found), ['acme actions', 'acme dependabot']);
    held.release();
    await search.ended;
    assert.deepEqual(search.pending, []);
  });

  it('has no store pending that failed', async () => {
    const store = new Store(connection.gitHub(), () => ['acme']);
    connection.fakeGitHub.fault({ kind: 'status', status: 403, path: '/orgs/acme/agents/*' });
    const search = new SameName(store, npmToken, secretApps);
    await search.ended;
    assert.deepEqual(names(search.pending), []);
    assert.deepEqual(names(search.failed.map(({ store: failed }) => failed)), ['acme agents']);
  });
});

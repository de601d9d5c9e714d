import assert from 'node:assert/strict';
import type { ReceivedSecret } from '../../../src/model/access';
import { namesakes } from '../../../src/model/namesakes';
import { storeOf, type StoreId, userStore } from '../../../src/model/secretStore';

describe('the namesakes of a secret', () => {
  const secret = (store: StoreId, name: string): ReceivedSecret => ({
    ...store,
    name,
    secret: { name, visibility: 'all', createdAt: new Date(0), updatedAt: new Date(0) },
    why: 'all',
  });
  const token = secret(storeOf('codespaces', 'acme'), 'TOKEN');
  const own = secret(userStore('octocat'), 'token');
  const others = [secret(storeOf('actions', 'acme'), 'TOKEN'), secret(userStore('octocat'), 'OTHER')];

  it('are those of the same app and name, whatever their case, without itself', () => {
    const all = [token, own, ...others];
    assert.deepEqual(namesakes(token, all), [own]);
    assert.deepEqual(namesakes(own, all), [token]);
    for (const other of others) assert.deepEqual(namesakes(other, all), []);
  });
});

import assert from 'node:assert/strict';
import { Failure, isFailure, ofSecret } from '../../../src/model/failure';
import { secretIn } from '../../../src/model/secret';
import { storeOf } from '../../../src/model/secretStore';

describe('a failure of one of several secrets', () => {
  const secret = secretIn(storeOf('actions', 'acme'), 'NPM_TOKEN');

  it('says which one, and of which app: another one can have the same name', async () => {
    const work = ofSecret(secret, Promise.reject(new Failure({ kind: 'notFound' })));
    await assert.rejects(work, error => {
      assert.ok(isFailure(error, 'notFound'));
      assert.deepEqual(error.secret, { app: 'actions', name: 'NPM_TOKEN' });
      return true;
    });
  });

  it('passes on what is no failure', async () => {
    const error = new Error('unexpected');
    await assert.rejects(ofSecret(secret, Promise.reject(error)), error);
  });
});

import assert from 'node:assert/strict';
import { type Confirmation, Store } from '../../../src/cache/store';
import type { Repository } from '../../../src/model/repository';
import { connected, failsWith, npmToken } from '../support';
import { codespaces } from '../../codespaces';

describe('what GitHub confirmed', () => {
  const connection = connected();
  let store: Store;
  let confirmed: Confirmation[];
  let website: Repository;
  beforeEach(async () => {
    const gitHub = connection.gitHub();
    confirmed = [];
    store = new Store(
      gitHub,
      () => [],
      confirmation => confirmed.push(confirmation),
    );
    const repositories = await gitHub.repositories('acme');
    website = repositories.find(({ name }) => name === 'website') ?? assert.fail('no website');
  });

  const calls: Record<string, { confirmation: Confirmation; call: () => Promise<unknown> }> = {
    'that it listed organizations': {
      confirmation: 'organizationsListed',
      call: () => store.organizations(),
    },
    'that it listed secrets': { confirmation: 'secretsListed', call: () => store.secrets(codespaces()) },
    'who can use what': { confirmation: 'secretsListed', call: () => store.access('acme') },
    'a rotation': { confirmation: 'valueRotated', call: () => store.rotateSecret(npmToken, 'n3w') },
    'an added repository': {
      confirmation: 'accessChanged',
      call: () => store.addRepository(npmToken, website),
    },
    'a removed repository': {
      confirmation: 'accessChanged',
      call: () => store.removeRepository(npmToken, website),
    },
    'a changed selection': {
      confirmation: 'accessChanged',
      call: () =>
        store.changeSelection({ kind: 'selection', secret: npmToken, added: [website], removed: [] }),
    },
    'a changed visibility': {
      confirmation: 'accessChanged',
      call: () => store.changeVisibility(npmToken, () => ({ visibility: 'private', selection: [] })),
    },
  };

  for (const [what, { confirmation, call }] of Object.entries(calls))
    it(`is told: ${what}, and nothing where GitHub refuses`, async () => {
      const fault = connection.fakeGitHub.fault({ kind: 'status', status: 418, times: 'always' });
      await failsWith(call(), 'unexpected');
      assert.deepEqual(confirmed, []);
      fault.end();
      await call();
      assert.deepEqual(confirmed, [confirmation]);
    });

  it('is nothing where the value is not sent, although all else is answered', async () => {
    connection.fakeGitHub.fault({ kind: 'status', status: 403, method: 'PUT', times: 'always' });
    await assert.rejects(store.rotateSecret(npmToken, 'n3w'));
    assert.deepEqual(confirmed, []);
  });
});

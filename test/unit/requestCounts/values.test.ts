import assert from 'node:assert/strict';
import sodium from 'libsodium-wrappers';
import type { SecretAccess } from '../../../src/model/access';
import { runBatch, valueConcurrency } from '../../../src/model/batch';
import type { SecretId } from '../../../src/model/secret';
import { largeFixture } from '../../github/fixtures';
import { secretIn } from '../../../src/model/secret';
import { secretApps } from '../../../src/model/secretApp';
import { storeOf } from '../../../src/model/secretStore';
import { organization, secret, User } from './user';
import { codespaces, codespacesSecret } from '../../codespaces';

describe('what a change of values costs', () => {
  /** An organization that has room for more secrets. */
  const roomy = largeFixture({ repositories: 1000, secrets: 50, selectedPerSecret: 250 });
  let user: User;

  before(() => sodium.ready);
  beforeEach(async () => {
    user = new User(roomy);
    await user.look();
  });

  const create = (reference: SecretId, access: SecretAccess): Promise<unknown> =>
    user.store.createSecret(reference, 'value', access);
  const newSecrets = (count: number): SecretId[] =>
    Array.from({ length: count }, (_, index) => codespacesSecret(`NEW_${index}`, organization));
  const series = async (
    secrets: readonly SecretId[],
    work: (reference: SecretId) => Promise<unknown>,
  ): Promise<void> => {
    const { signal } = new AbortController();
    const options = { concurrency: valueConcurrency };
    const { done } = await runBatch(
      secrets,
      async it => {
        await work(it);
      },
      signal,
      options,
    );
    assert.equal(done.length, secrets.length);
  };

  for (const visibility of ['all', 'private', 'selected'] as const)
    it(`three round trips to create a secret for ${visibility} repositories, once its value is typed`, async () => {
      const all = await user.store.repositories(organization);
      const selection = visibility === 'selected' ? all.slice(0, 250) : [];
      await user.pays({ requests: 1, roundTrips: 1 }, () =>
        user.store.prepareSealing(codespaces(organization)),
      );
      await user.pays({ requests: 3, roundTrips: 3 }, () =>
        create(codespacesSecret('NEW', organization), { visibility, selection }),
      );
    });

  it('three round trips to rotate a secret with 250 repositories, once its value is typed', async () => {
    await user.pays({ requests: 9, roundTrips: 4 }, () => user.store.prepareRotation(secret));
    await user.pays({ requests: 6, roundTrips: 3 }, () => user.store.rotateSecret(secret, 'value'));
  });

  it('three round trips to rotate a name in four apps, once each is checked', async () => {
    const all = secretApps.map(app => secretIn(storeOf(app, organization), secret.name));
    for (const { app } of all)
      if (app !== 'codespaces')
        user.fake.edit({
          edit: 'createSecret',
          organization,
          app,
          name: secret.name,
          visibility: 'selected',
          repositories: ['repository-00001'],
        });
    await user.finished(Promise.all(all.map(id => user.store.prepareRotation(id))));
    await user.pays({ requests: 18, roundTrips: 3 }, () =>
      Promise.all(all.map(id => user.store.rotateSecret(id, 'value'))),
    );
    for (const { app } of all) assert.equal(user.fake.value(organization, secret.name, app), 'value');
  });

  it('three round trips to rotate a secret for all repositories, once its value is typed', async () => {
    await user.seesVisibility('all');
    await user.pays({ requests: 2, roundTrips: 1 }, () => user.store.prepareRotation(secret));
    await user.pays({ requests: 3, roundTrips: 3 }, () => user.store.rotateSecret(secret, 'value'));
  });

  it('one request to delete a secret, once it was read who can use it', async () => {
    await user.pays({ requests: 8, roundTrips: 4 }, () => user.store.currentAccess(secret));
    await user.pays({ requests: 1, roundTrips: 1 }, () => user.store.deleteSecret(secret));
  });

  it('three round trips to create four secrets of a .env file side by side', async () => {
    await user.finished(user.store.prepareSealing(codespaces(organization)));
    await user.pays({ requests: 12, roundTrips: 3 }, () =>
      series(newSecrets(4), reference => create(reference, { visibility: 'private', selection: [] })),
    );
  });

  it('six round trips to rotate four secrets side by side, whose access was never read', async () => {
    await user.finished(user.store.prepareSealing(codespaces(organization)));
    const names = (await user.store.secrets(codespaces(organization))).slice(0, 4).map(({ name }) => name);
    await user.pays({ requests: 40, roundTrips: 6 }, () =>
      series(
        names.map(name => codespacesSecret(name, organization)),
        reference => user.store.rotateSecret(reference, 'value'),
      ),
    );
  });
});

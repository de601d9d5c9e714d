import assert from 'node:assert/strict';
import sodium from 'libsodium-wrappers';
import { secretsReceivedBy } from '../../../src/model/access';
import { largeFixture } from '../../github/fixtures';
import { organization, secret, User } from './user';
import { codespaces } from '../../codespaces';

describe('what the views cost', () => {
  const small = largeFixture({ repositories: 100, secrets: 100, selectedPerSecret: 20 });

  before(() => sodium.ready);

  it('two round trips to the first secrets on screen, once there is a session', async () => {
    const user = new User();
    await user.pays({ requests: 2, roundTrips: 2 }, async () => {
      const { organizations } = await user.store.organizations();
      await Promise.all(organizations.map(({ login }) => user.store.secrets(codespaces(login))));
    });
  });

  it('nothing to go back to what was seen', async () => {
    const user = new User();
    await user.look();
    await user.pays({ requests: 0, roundTrips: 0 }, () => user.look());
  });

  it('one request for each page of 1,000 repositories', async () => {
    const user = new User();
    await user.pays({ requests: 11, roundTrips: 3 }, () => user.store.repositories(organization));
  });

  it('three requests to open a secret with 250 repositories', async () => {
    const user = new User();
    await user.look();
    await user.pays({ requests: 3, roundTrips: 2 }, () => user.store.selectedRepositories(secret));
  });

  it('a request for each secret to open a repository, and nothing for the next repository', async () => {
    const user = new User(small);
    await user.finished(user.store.secrets(codespaces(organization)));
    const open = async (index: number): Promise<void> => {
      const access = await user.store.access(organization);
      assert.equal(secretsReceivedBy(access, access.repositories[index] ?? assert.fail()).length, 100);
    };
    await user.pays({ requests: 102, roundTrips: 3 }, () => open(0));
    await user.pays({ requests: 0, roundTrips: 0 }, () => open(1));
  });

  it('four round trips to open the access map of 100 selected secrets', async () => {
    const user = new User(small);
    await user.pays({ requests: 103, roundTrips: 4 }, () => user.store.access(organization));
  });

  describe('to refresh when nothing has changed', () => {
    it('one request for 100 secrets, and one for each page of 1,000 repositories', async () => {
      const user = new User();
      await user.look();
      user.store.refresh();
      await user.pays({ requests: 1, roundTrips: 1 }, () => user.store.secrets(codespaces(organization)));
      await user.pays({ requests: 11, roundTrips: 3 }, () => user.store.repositories(organization));
      assert.ok(user.fake.requests.every(({ status }) => status === 304));
    });

    it('for an access map or a report as many requests as before, none of which GitHub counts', async () => {
      const user = new User(small);
      await user.finished(user.store.access(organization));
      await user.pays({ requests: 103, roundTrips: 4 }, () => {
        user.store.refreshOrganization(organization);
        return user.store.access(organization);
      });
      assert.ok(user.fake.requests.every(({ status }) => status === 304));
    });
  });
});

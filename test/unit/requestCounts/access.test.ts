import assert from 'node:assert/strict';
import sodium from 'libsodium-wrappers';
import { type Change, changesBetween } from '../../../src/model/plan';
import type { Repository } from '../../../src/model/repository';
import { organization, secret, User } from './user';
import { codespacesSecret } from '../../codespaces';

describe('what a change of access costs', () => {
  let user: User;

  before(() => sodium.ready);
  beforeEach(async () => {
    user = new User();
    await user.look();
  });

  const changes = (kind: 'add' | 'remove', repositories: readonly Repository[]): Change[] =>
    repositories.map(repository => ({ kind, secret, repository }));

  /** Edits the repositories of the secret: the selection that was read becomes another one. */
  async function edit(choose: (selection: readonly Repository[]) => readonly Repository[]): Promise<void> {
    const before = await user.store.currentAccess(secret);
    await user.apply(changesBetween(secret, before, { ...before, selection: choose(before.selection) }));
  }

  it('to edit three of 250 repositories: a call for each', async () => {
    const more = (await user.others()).slice(0, 2);
    await user.pays({ requests: 16, roundTrips: 9 }, () =>
      edit(selection => [...selection.slice(1), ...more]),
    );
  });

  it('to edit 200 of 250 repositories: one call', async () => {
    await user.pays({ requests: 18, roundTrips: 8 }, () => edit(selection => selection.slice(200)));
  });

  it('to grant one repository', async () => {
    const [one = assert.fail()] = await user.others();
    await user.pays({ requests: 10, roundTrips: 6 }, () => user.apply(changes('add', [one])));
  });

  it('to grant 200 repositories whose access was read: one call', async () => {
    const others = (await user.others()).slice(0, 200);
    await user.finished(user.store.currentAccess(secret));
    await user.pays({ requests: 10, roundTrips: 4 }, () => user.apply(changes('add', others)));
  });

  it('to revoke ten repositories: a call for each', async () => {
    const selected = (await user.finished(user.store.selectedRepositories(secret))).slice(0, 10);
    await user.pays({ requests: 19, roundTrips: 15 }, () => user.apply(changes('remove', selected)));
  });

  it('to remove a repository in a view', async () => {
    const [one = assert.fail()] = await user.finished(user.store.selectedRepositories(secret));
    await user.pays({ requests: 10, roundTrips: 6 }, () => user.apply(changes('remove', [one])));
  });

  it('to copy the access of another secret', async () => {
    const target = codespacesSecret('SECRET_001', organization);
    user.fake.edit({ edit: 'setVisibility', organization, name: target.name, visibility: 'private' });
    user.store.refresh();
    await user.look();
    await user.pays({ requests: 13, roundTrips: 8 }, async () => {
      const [source, own] = await Promise.all([
        user.store.currentAccess(secret),
        user.store.currentAccess(target),
      ]);
      await user.apply(changesBetween(target, own, source));
    });
  });

  it('to make a secret with 250 repositories available to all', async () => {
    await user.pays({ requests: 18, roundTrips: 8 }, async () => {
      const before = await user.store.currentAccess(secret);
      await user.apply(changesBetween(secret, before, { visibility: 'all', selection: [] }));
    });
  });

  it('to limit a secret for all repositories to 250', async () => {
    const selection = (await user.store.repositories(organization)).slice(0, 250);
    await user.seesVisibility('all');
    await user.pays({ requests: 5, roundTrips: 5 }, async () => {
      const before = await user.store.currentAccess(secret);
      await user.apply(changesBetween(secret, before, { visibility: 'selected', selection }));
    });
  });

  it('to undo one grant', async () => {
    const [one = assert.fail()] = await user.others();
    const summary = await user.finished(user.apply(changes('add', [one])));
    await user.pays({ requests: 10, roundTrips: 4 }, () => user.undo(summary));
  });

  it('to undo 200 grants', async () => {
    const summary = await user.finished(user.apply(changes('add', (await user.others()).slice(0, 200))));
    await user.pays({ requests: 20, roundTrips: 6 }, () => user.undo(summary));
  });

  it('to undo a change of visibility', async () => {
    const before = await user.finished(user.store.currentAccess(secret));
    const summary = await user.finished(
      user.apply(changesBetween(secret, before, { visibility: 'private', selection: [] })),
    );
    await user.pays({ requests: 10, roundTrips: 4 }, () => user.undo(summary));
  });
});

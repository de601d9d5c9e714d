import assert from 'node:assert/strict';
import { AccessPlan, planUndo, type Undo, undoChange } from '../../../src/cache/accessPlan';
import type { Change } from '../../../src/model/plan';
import { Store } from '../../../src/cache/store';
import { connected, failsWith, npmToken } from '../support';

describe('a plan of access', () => {
  const connection = connected();
  const toAll: Change = { kind: 'visibility', secret: npmToken, visibility: 'all', selection: [] };
  let store: Store;
  let plan: AccessPlan;
  beforeEach(async () => {
    store = new Store(connection.gitHub(), () => []);
    plan = await AccessPlan.read(store, [toAll]);
  });
  const select = (repository: string): void =>
    connection.fakeGitHub.edit({
      edit: 'selectRepository',
      organization: 'acme',
      name: 'NPM_TOKEN',
      repository,
    });
  const secret = (): { visibility?: string; repositories?: readonly string[] } => {
    const { visibility, repositories } = connection.fakeGitHub.secret('acme', 'NPM_TOKEN') ?? assert.fail();
    return { visibility, repositories };
  };
  const undo = async (): Promise<[Undo, Change]> => {
    const undo = await planUndo(store, plan.summaryOf([toAll]));
    return [undo, undo.changes[0] ?? assert.fail('nothing to undo')];
  };

  it('is undone to what was there right before its change, whoever made it so since the plan', async () => {
    select('docs');
    await plan.apply(toAll);
    await undoChange(store, ...(await undo()));
    assert.deepEqual(secret(), {
      visibility: 'selected',
      repositories: ['billing', 'docs', 'service-catalog'],
    });
  });

  it('is undone to what the same window has granted while the change waited for it', async () => {
    const docs = (await store.repositories('acme')).find(({ name }) => name === 'docs') ?? assert.fail();
    await Promise.all([store.addRepository(npmToken, docs), plan.apply(toAll)]);
    await undoChange(store, ...(await undo()));
    assert.deepEqual(secret(), {
      visibility: 'selected',
      repositories: ['billing', 'docs', 'service-catalog'],
    });
  });

  it('is not undone where somebody changes the access while the undo is under way', async () => {
    await plan.apply(toAll);
    const [planned, change] = await undo();
    connection.fakeGitHub.edit({
      edit: 'setVisibility',
      organization: 'acme',
      name: 'NPM_TOKEN',
      visibility: 'private',
    });
    await failsWith(undoChange(store, planned, change), 'changedSince');
    assert.equal(secret().visibility, 'private');
  });

  it('is undone without a repository that is gone since, which is named', async () => {
    await plan.apply(toAll);
    const [planned, change] = await undo();
    connection.fakeGitHub.edit({ edit: 'deleteRepository', organization: 'acme', repository: 'billing' });
    assert.deepEqual(
      (await undoChange(store, planned, change)).map(({ name }) => name),
      ['billing'],
    );
    assert.deepEqual(secret(), { visibility: 'selected', repositories: ['service-catalog'] });
  });
});

import assert from 'node:assert/strict';
import { AccessPlan } from '../../../src/cache/accessPlan';
import { planUndo, type Undo, undoChange } from '../../../src/cache/accessUndo';
import { bundled, type Change } from '../../../src/model/plan';
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

describe('a plan of more than ten repositories of a secret', () => {
  const connection = connected();
  const names = Array.from({ length: 30 }, (_, index) => `extra-${index}`);
  let store: Store;
  let changes: Change[];
  beforeEach(async () => {
    connection.fakeGitHub.edit(
      ...names.map(repository => ({ edit: 'createRepository', organization: 'acme', repository }) as const),
    );
    store = new Store(connection.gitHub(), () => []);
    const all = await store.repositories('acme');
    changes = all
      .filter(({ name }) => names.includes(name))
      .map(repository => ({ kind: 'add', secret: npmToken, repository }));
    changes.push({
      kind: 'remove',
      secret: npmToken,
      repository: all.find(({ name }) => name === 'billing') ?? assert.fail(),
    });
  });
  const apply = async (): Promise<{ plan: AccessPlan; gone: string[] }> => {
    const plan = await AccessPlan.read(store, changes);
    const gone: string[] = [];
    for (const call of bundled(changes)) gone.push(...(await plan.apply(call)).map(({ name }) => name));
    return { plan, gone };
  };
  const selected = (): readonly string[] =>
    connection.fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories ?? [];

  it('is one write, of the selection that was read right before it', async () => {
    await store.selectedRepositories(npmToken);
    connection.fakeGitHub.edit({
      edit: 'selectRepository',
      organization: 'acme',
      name: 'NPM_TOKEN',
      repository: 'docs',
    });
    connection.fakeGitHub.forgetRequests();
    await apply();
    assert.deepEqual(selected(), [...names, 'docs', 'service-catalog'].sort());
    const writes = connection.fakeGitHub.requests.filter(({ method }) => method !== 'GET');
    assert.deepEqual(
      writes.map(({ method, path }) => `${method} ${path}`),
      ['PUT /orgs/acme/codespaces/secrets/NPM_TOKEN/repositories'],
    );
  });

  it('leaves out a repository that is gone by then, and names it', async () => {
    connection.fakeGitHub.edit({ edit: 'deleteRepository', organization: 'acme', repository: 'extra-7' });
    const { gone } = await apply();
    assert.deepEqual(gone, ['extra-7']);
    assert.deepEqual(selected(), [...names.filter(it => it !== 'extra-7'), 'service-catalog'].sort());
  });

  it('changes nothing where the visibility is another one by then', async () => {
    const plan = await AccessPlan.read(store, changes);
    connection.fakeGitHub.edit({
      edit: 'setVisibility',
      organization: 'acme',
      name: 'NPM_TOKEN',
      visibility: 'all',
    });
    const [call] = bundled(changes);
    await failsWith(plan.apply(call ?? assert.fail()), 'conflict');
    assert.equal(connection.fakeGitHub.secret('acme', 'NPM_TOKEN')?.visibility, 'all');
  });

  it('is undone to what was there before, but for what somebody has changed since', async () => {
    const { plan } = await apply();
    const undo = await planUndo(store, plan.summaryOf(changes));
    connection.fakeGitHub.edit({
      edit: 'selectRepository',
      organization: 'acme',
      name: 'NPM_TOKEN',
      repository: 'docs',
    });
    for (const call of bundled(undo.changes)) await undoChange(store, undo, call);
    assert.deepEqual(selected(), ['billing', 'docs', 'service-catalog']);
  });
});

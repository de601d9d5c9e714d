import assert from 'node:assert/strict';
import { AccessPlan } from '../../../src/cache/accessPlan';
import { planUndo, summarizeUndo, type Undo, undoChange } from '../../../src/cache/accessUndo';
import { Store } from '../../../src/cache/store';
import { type Change, type Summary, widens } from '../../../src/model/plan';
import type { Repository } from '../../../src/model/repository';
import { secretIn } from '../../../src/model/secret';
import { userStore } from '../../../src/model/secretStore';
import { testToken } from '../../github/fixtures';
import { userSecretsToken } from '../../github/fixtures/userSecretsToken';
import { userSelection } from '../../userSelection';
import { connected, npmToken } from '../support';

describe("an undo of the user's own secret", () => {
  const connection = connected();
  const scratch = secretIn(userStore('octocat'), 'SCRATCH');

  let store: Store;
  beforeEach(() => (store = new Store(connection.gitHub(), () => [])));
  const select = (...repositories: string[]): void =>
    connection.fakeGitHub.edit(userSelection('SCRATCH', ...repositories));
  /** Adds a repository to those that are selected. */
  const added = async (): Promise<Summary> => {
    const repository = (await store.selectable(scratch.owner)).find(({ name }) => name === 'acme/website');
    const change: Change = { kind: 'add', secret: scratch, repository: repository ?? assert.fail() };
    const plan = await AccessPlan.read(store, [change]);
    await plan.apply(change);
    return plan.summary;
  };
  /** What an undo of that leaves selected, and what it tells to be gone, after another repository was deleted. */
  const undone = async (kept: string): Promise<unknown> => {
    select('acme/docs', kept);
    const summary = await added();
    connection.fakeGitHub.edit({ edit: 'deleteRepository', organization: 'acme', repository: 'docs' });
    const undo = await planUndo(store, summary);
    for (const change of undo.changes) await undoChange(store, undo, change);
    const selected = connection.fakeGitHub.userSecret('octocat', 'SCRATCH')?.repositories;
    return [selected, undo.gone.map(({ name }) => name), undo.changedSince];
  };
  const createTools = (): void =>
    connection.fakeGitHub.edit({
      edit: 'createUserRepository',
      user: 'hubot',
      repository: 'tools',
      visibility: 'public',
    });

  it("leaves somebody else's public repository selected, which no list of the user's has", async () => {
    createTools();
    assert.deepEqual(await undone('hubot/tools'), [['hubot/tools'], ['acme/docs'], []]);
  });

  it('leaves a repository selected that single sign-on hides from the first session alone', async () => {
    const token = userSecretsToken(testToken);
    connection.fakeGitHub.edit({ edit: 'authorizeToken', token, organization: 'globex' });
    assert.deepEqual(await undone('globex/reactor'), [['globex/reactor'], ['acme/docs'], []]);
  });

  it('takes no access away that a repository may have had before, unseen', async () => {
    select('acme/website');
    // GitHub counts one and lists none.
    const cutOff = connection.fakeGitHub.fault({
      kind: 'status',
      method: 'GET',
      path: '/user/codespaces/secrets/SCRATCH/repositories',
      status: 200,
      body: { total_count: 1, repositories: [] },
      times: 'always',
    });
    const summary = await added();
    cutOff.end();
    const undo = await planUndo(store, summary);
    assert.deepEqual([undo.changes, undo.changedSince], [[], [scratch]]);
  });

  it('changes nothing where somebody has unselected one that no list has', async () => {
    createTools();
    select('acme/docs', 'hubot/tools');
    const summary = await added();
    select('acme/docs', 'acme/website');
    const undo = await planUndo(store, summary);
    assert.deepEqual([undo.changes, undo.changedSince], [[], [scratch]]);
  });
});

describe('an undo', () => {
  const connection = connected();
  let store: Store;
  let all: readonly Repository[];
  beforeEach(async () => {
    store = new Store(connection.gitHub(), () => []);
    all = await store.repositories('acme');
  });
  const change = (kind: 'add' | 'remove', name: string): Change => {
    const repository = all.find(it => it.name === name) ?? assert.fail(name);
    return { kind, secret: npmToken, repository };
  };
  const apply = async (...changes: Change[]): Promise<Summary> => {
    const plan = await AccessPlan.read(store, changes);
    for (const it of changes) await plan.apply(it);
    return plan.summary;
  };
  /** Undoes, and gives the names of repositories that are gone. */
  const undo = async (planned: Undo): Promise<string[]> => {
    const gone = [...planned.gone];
    for (const it of planned.changes) gone.push(...(await undoChange(store, planned, it)));
    return gone.map(({ name }) => name);
  };
  const remove = (repository: string): void =>
    connection.fakeGitHub.edit({ edit: 'deleteRepository', organization: 'acme', repository });
  const selected = (): readonly string[] =>
    connection.fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories ?? [];

  it('leaves out and names a repository that is deleted before its plan', async () => {
    const summary = await apply(change('remove', 'billing'));
    remove('billing');
    assert.deepEqual(await undo(await planUndo(store, summary)), ['billing']);
    assert.deepEqual(selected(), ['service-catalog']);
  });

  it('leaves out and names a repository that is deleted after its plan', async () => {
    const planned = await planUndo(store, await apply(change('remove', 'billing')));
    remove('billing');
    assert.deepEqual(await undo(planned), ['billing']);
  });

  it('goes on where another repository of the secret was deleted, which nobody did to the secret', async () => {
    const summary = await apply(change('remove', 'billing'), change('add', 'payments'));
    remove('service-catalog');
    const planned = await planUndo(store, summary);
    assert.deepEqual(planned.changedSince, []);
    assert.deepEqual(await undo(planned), ['service-catalog']);
    assert.deepEqual(selected(), ['billing']);
  });

  it('has nothing to take away from a repository that was deleted', async () => {
    const planned = await planUndo(store, await apply(change('add', 'payments')));
    remove('payments');
    assert.deepEqual(await undo(planned), []);
    assert.deepEqual(await planUndo(store, await apply()), {
      changes: [],
      expected: new Map(),
      changedSince: [],
      gone: [],
    });
  });

  it('leaves what somebody has revoked since', async () => {
    const summary = await apply(change('add', 'payments'), change('add', 'docs'));
    connection.fakeGitHub.edit({
      edit: 'setVisibility',
      organization: 'acme',
      name: 'NPM_TOKEN',
      visibility: 'selected',
      repositories: ['billing', 'docs'],
    });
    const planned = await planUndo(store, summary);
    assert.deepEqual([planned.changes, planned.changedSince], [[], [npmToken]]);
  });

  it('widens where it gives access back to public repositories, and not where it takes it away', async () => {
    const granted = await apply(change('add', 'docs'));
    assert.ok(!widens(await summarizeUndo(store, await planUndo(store, granted))));
    const revoked = await apply(change('remove', 'docs'));
    assert.ok(widens(await summarizeUndo(store, await planUndo(store, revoked))));
  });

  it('widens where it brings back a visibility that many repositories have', async () => {
    connection.fakeGitHub.edit({
      edit: 'setVisibility',
      organization: 'acme',
      name: 'NPM_TOKEN',
      visibility: 'all',
    });
    store.refresh();
    const narrowed = await apply({
      kind: 'visibility',
      secret: npmToken,
      visibility: 'selected',
      selection: [],
    });
    const summary = await summarizeUndo(store, await planUndo(store, narrowed));
    assert.ok(widens(summary));
    assert.equal(summary.effects[0]?.gained.length, 12);
  });
});

import assert from 'node:assert/strict';
import { Gathering } from '../../../../src/webview/accessMap/gathering';
import type { ApplyReply, CellChange, MapMessage } from '../../../../src/webview/accessMap/protocol';
import { textKeys, type Texts } from '../../../../src/webview/accessMap/texts';
import { access, map } from './maps';

const texts = Object.fromEntries(textKeys.map(key => [key, key])) as unknown as Texts;
const origin = { organization: 'acme', connectionId: '1' };
const start = { type: 'start', texts, origin, pending: [], isReopened: false, applying: undefined } as const;
const cell = (repository: number): CellChange => ({
  kind: 'add',
  secret: 'codespaces/NPM_TOKEN',
  repository,
});

/** A row and a column of the map that the tests share. */
const [catalog, docs, npm] = [1, 2, 1];

describe('the changes collected in the access map', () => {
  const all = map();
  let posted: MapMessage[];
  let gathering: Gathering;
  beforeEach(() => {
    posted = [];
    gathering = new Gathering(
      message => posted.push(message),
      () => undefined,
    );
    gathering.start(start);
  });

  const requests = (): Extract<MapMessage, { type: 'apply' }>[] =>
    posted.filter(message => message.type === 'apply');
  const reply = async (to: string, outcome: ApplyReply['outcome'], applied: CellChange[]): Promise<void> => {
    gathering.receive({ type: 'applied', to, outcome, asked: 2, applied });
    await Promise.resolve();
  };

  it('are sent to the extension after every change', () => {
    gathering.toggle(all, catalog, npm);
    gathering.toggle(all, docs, npm);
    gathering.undo(all);
    gathering.discard();
    gathering.undo(all);
    assert.deepEqual(
      posted.map(
        message => message.type === 'pending' && message.changes.map(({ repository }) => repository),
      ),
      [[2], [2, 3], [2], [], [2]],
    );
  });

  it('are applied once, and do not change until the reply', async () => {
    gathering.toggle(all, catalog, npm);
    gathering.toggle(all, docs, npm);
    gathering.apply();
    gathering.apply();
    const [request] = requests();
    assert.ok(request);
    assert.equal(requests().length, 1);
    gathering.discard();
    gathering.undo(all);
    gathering.toggle(all, docs, npm);
    assert.deepEqual(gathering.list, [cell(2), cell(3)]);
    assert.equal(gathering.remark, 'applyingWait');
    await reply('another', 'done', [cell(2), cell(3)]);
    assert.ok(gathering.isApplying);
    await reply(request.id, 'partly', [cell(2)]);
    assert.equal(gathering.isApplying, false);
    assert.deepEqual(gathering.list, [cell(3)]);
    assert.deepEqual(posted.at(-1), { type: 'pending', changes: [cell(3)] });
    assert.equal(gathering.remark, 'appliedSome');
  });

  it('follow a refresh while they are applied, and are still being applied', () => {
    gathering.toggle(all, catalog, npm);
    gathering.toggle(all, docs, npm);
    gathering.apply();
    const secrets = access.secrets.map(it =>
      it[0] === 'NPM_TOKEN' ? (['NPM_TOKEN', 'selected', [1, 2, 4]] as const) : it,
    );
    gathering.take(map({ secrets }));
    assert.deepEqual(gathering.list, [cell(3)]);
    assert.ok(gathering.isApplying);
    gathering.apply();
    assert.equal(requests().length, 1);
  });

  it('wait for the reply to a request of an earlier page', async () => {
    gathering.start({ ...start, pending: [cell(2)], applying: 'before' });
    assert.ok(gathering.isApplying);
    gathering.apply();
    assert.deepEqual(requests(), []);
    await reply('before', 'done', [cell(2)]);
    assert.equal(gathering.isApplying, false);
    assert.deepEqual(gathering.list, []);
  });

  it('stay if nothing was applied', async () => {
    gathering.toggle(all, catalog, npm);
    gathering.apply();
    await reply(requests()[0]?.id ?? '', 'cancelled', []);
    assert.deepEqual(gathering.list, [cell(2)]);
    assert.equal(gathering.remark, undefined);
    gathering.undo(all);
    assert.deepEqual(gathering.list, []);
  });
});

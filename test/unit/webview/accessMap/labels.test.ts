import assert from 'node:assert/strict';
import {
  appliedText,
  cellLabel,
  changesText,
  droppedText,
  keptText,
  repositoryLabel,
  secretLabel,
  tallySigns,
  undoneText,
} from '../../../../src/webview/accessMap/labels';
import { type Pending, toggled } from '../../../../src/webview/accessMap/pending';
import { counted, filled, textKeys, type Texts } from '../../../../src/webview/accessMap/texts';
import { map } from './maps';

const texts: Texts = {
  ...(Object.fromEntries(textKeys.map(key => [key, key])) as unknown as Texts),
  whySelected: 'selected',
  cellReaches: '{0} reaches {1}: {2}',
  cellReachesNot: '{0} does not reach {1}',
  cellGrant: '{0} does not reach {1}: to be granted',
  cellRemoval: '{0} reaches {1}: to be revoked',
  archived: '{0}, archived',
  private: 'private',
  repositoryReceivesMany: '{0}, {1}, receives {2} secrets',
  secretReachesOne: '{0}, {1}, reaches 1 repository',
  visibilitySelected: 'Selected repositories',
  pendingLabel: '{0}, pending: {1}',
  oneChange: '1 change: {1}',
  manyChanges: '{0} changes: {1}',
  oneGrant: '1 grant',
  manyGrants: '{0} grants',
  oneRemoval: '1 revocation',
  manyRemovals: '{0} revocations',
  both: '{0}, {1}',
  noChanges: 'No changes',
  droppedSecret: '{0} was deleted.',
  droppedVisibility: '{0} changed.',
  undid: 'Undid: {0}',
  redidMany: 'Redid {0} changes',
  keptMany: '{0} changes are still here.',
  appliedOne: '1 change was applied.',
  appliedMany: '{0} changes were applied.',
  appliedSome: '{0} of {1} changes were applied.',
};

describe('the words of the access map', () => {
  const all = map();

  it('say of each cell what it is and what is to become of it', () => {
    const pending = [
      [0, 2],
      [0, 1],
    ].reduce<Pending>((before, [row = 0, column = 0]) => toggled(before, all, row, column), new Map());
    const label = (row: number, column: number): string => cellLabel(texts, all, pending, row, column);
    assert.equal(label(3, 1), 'NPM_TOKEN reaches legacy: selected');
    assert.equal(label(1, 1), 'NPM_TOKEN does not reach catalog');
    assert.equal(label(0, 2), 'PYPI_TOKEN does not reach billing: to be granted');
    assert.equal(label(0, 1), 'NPM_TOKEN reaches billing: to be revoked');
  });

  it('sum up rows and columns', () => {
    const [secret, repository] = [all.secrets[2], all.repositories[3]];
    assert.ok(secret && repository);
    assert.equal(
      secretLabel(texts, secret, undefined),
      'PYPI_TOKEN, Selected repositories, reaches 1 repository',
    );
    assert.equal(
      repositoryLabel(texts, repository, { grants: 1, removals: 0 }),
      'legacy, private, archived, receives 3 secrets, pending: 1 grant',
    );
  });

  it('count changes', () => {
    const text = (grants: number, removals: number): string => changesText(texts, { grants, removals });
    assert.equal(text(0, 0), 'No changes');
    assert.equal(text(1, 0), '1 change: 1 grant');
    assert.equal(text(0, 1), '1 change: 1 revocation');
    assert.equal(text(4, 1), '5 changes: 4 grants, 1 revocation');
    assert.equal(tallySigns({ grants: 2, removals: 1 }), '+2 −1');
    assert.equal(tallySigns({ grants: 0, removals: 3 }), '−3');
  });

  it('say why changes were dropped', () => {
    const dropped = [
      { reason: 'secret', secret: 'A' },
      { reason: 'visibility', secret: 'B' },
      { reason: 'repositories' },
    ] as const;
    assert.equal(droppedText(texts, dropped), 'A was deleted. B changed. droppedRepositories');
  });

  it('say what was undone or redone: one change by its names, several by their number', () => {
    const line = { kind: 'add', secret: 'NPM_TOKEN', repository: 'billing', isPublic: false } as const;
    assert.equal(undoneText(texts, 'undo', [line]), 'Undid: billing → NPM_TOKEN');
    assert.equal(undoneText(texts, 'redo', [line, line]), 'Redid 2 changes');
    assert.equal(undoneText(texts, 'undo', []), 'nothingToUndo');
  });

  it('say what became of changes', () => {
    const applied = [{ kind: 'add', secret: 'NPM_TOKEN', repository: 7 }] as const;
    const reply = { type: 'applied', to: 'id', asked: 3, applied } as const;
    assert.equal(appliedText(texts, { ...reply, outcome: 'done' }), '3 changes were applied.');
    assert.equal(appliedText(texts, { ...reply, outcome: 'done', asked: 1 }), '1 change was applied.');
    assert.equal(appliedText(texts, { ...reply, outcome: 'partly' }), '1 of 3 changes were applied.');
    assert.equal(appliedText(texts, { ...reply, outcome: 'failed' }), 'appliedNone');
    assert.equal(appliedText(texts, { ...reply, outcome: 'cancelled' }), undefined);
    assert.equal(keptText(texts, 1), 'keptOne');
    assert.equal(keptText(texts, 5), '5 changes are still here.');
  });

  it('put in what differs, and nothing that looks like a placeholder itself', () => {
    assert.equal(filled('{0} and {1}', '{1}', 'b'), '{1} and b');
    assert.equal(filled('{0} {2}', 'a'), 'a {2}');
    assert.equal(counted(1, 'one', '{0}'), 'one');
    assert.equal(counted(0, 'one', '{0}'), '0');
  });
});

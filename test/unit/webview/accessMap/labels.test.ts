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
  cellCanUse: '{1} can use {0} ({2})',
  cellCannotUse: "{1} can't use {0}",
  cellGrant: "{1} can't use {0}: grant pending",
  cellRevocation: '{1} can use {0}: revocation pending',
  archived: '{0}, archived',
  private: 'private',
  repositoryUsesMany: '{0}, {1}, can use {2} secrets',
  secretUsedByOne: '{0}, {1}, 1 repository can use it',
  visibilitySelected: 'Selected repositories',
  pendingLabel: '{0}, pending: {1}',
  oneChange: '1 change: {1}',
  manyChanges: '{0} changes: {1}',
  oneGrant: '1 grant',
  manyGrants: '{0} grants',
  oneRevocation: '1 revocation',
  manyRevocations: '{0} revocations',
  both: '{0}, {1}',
  noChanges: 'No changes',
  droppedSecret: '{0} no longer exists.',
  droppedVisibility: '{0} changed.',
  undid: 'Undid: {0}',
  redidMany: 'Redid {0} changes',
  keptMany: 'You have {0} pending changes.',
  appliedOne: 'Applied 1 change.',
  appliedMany: 'Applied {0} changes.',
  appliedSome: 'Applied {0} of {1} changes.',
};

describe('the labels of the access map', () => {
  const all = map();

  it('say what each cell is and what is pending', () => {
    const pending = [
      [0, 2],
      [0, 1],
    ].reduce<Pending>((before, [row = 0, column = 0]) => toggled(before, all, row, column), new Map());
    const label = (row: number, column: number): string => cellLabel(texts, all, pending, row, column);
    assert.equal(label(3, 1), 'legacy can use NPM_TOKEN (selected)');
    assert.equal(label(1, 1), "catalog can't use NPM_TOKEN");
    assert.equal(label(0, 2), "billing can't use PYPI_TOKEN: grant pending");
    assert.equal(label(0, 1), 'billing can use NPM_TOKEN: revocation pending');
  });

  it('count secrets and repositories', () => {
    const [secret, repository] = [all.secrets[2], all.repositories[3]];
    assert.ok(secret && repository);
    assert.equal(
      secretLabel(texts, secret, undefined),
      'PYPI_TOKEN, Selected repositories, 1 repository can use it',
    );
    assert.equal(
      repositoryLabel(texts, repository, { grants: 1, removals: 0 }),
      'legacy, private, archived, can use 3 secrets, pending: 1 grant',
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
    assert.equal(droppedText(texts, dropped), 'A no longer exists. B changed. droppedRepositories');
  });

  it('name a single undone or redone change, and count several', () => {
    const line = { kind: 'add', secret: 'NPM_TOKEN', repository: 'billing', isPublic: false } as const;
    assert.equal(undoneText(texts, 'undo', [line]), 'Undid: billing → NPM_TOKEN');
    assert.equal(undoneText(texts, 'redo', [line, line]), 'Redid 2 changes');
    assert.equal(undoneText(texts, 'undo', []), 'nothingToUndo');
  });

  it('say what was applied', () => {
    const applied = [{ kind: 'add', secret: 'codespaces/NPM_TOKEN', repository: 7 }] as const;
    const reply = { type: 'applied', to: 'id', asked: 3, applied } as const;
    assert.equal(appliedText(texts, { ...reply, outcome: 'done' }), 'Applied 3 changes.');
    assert.equal(appliedText(texts, { ...reply, outcome: 'done', asked: 1 }), 'Applied 1 change.');
    assert.equal(appliedText(texts, { ...reply, outcome: 'partly' }), 'Applied 1 of 3 changes.');
    assert.equal(appliedText(texts, { ...reply, outcome: 'failed' }), 'appliedNone');
    assert.equal(appliedText(texts, { ...reply, outcome: 'cancelled' }), undefined);
    assert.equal(keptText(texts, 1), 'keptOne');
    assert.equal(keptText(texts, 5), 'You have 5 pending changes.');
  });

  it('fill in placeholders, and leave values that look like placeholders', () => {
    assert.equal(filled('{0} and {1}', '{1}', 'b'), '{1} and b');
    assert.equal(filled('{0} {2}', 'a'), 'a {2}');
    assert.equal(counted(1, 'one', '{0}'), 'one');
    assert.equal(counted(0, 'one', '{0}'), '0');
  });
});

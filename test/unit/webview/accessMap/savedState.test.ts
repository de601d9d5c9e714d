import assert from 'node:assert/strict';
import { noFilter } from '../../../../src/webview/accessMap/filter';
import { type SavedState, unpacked } from '../../../../src/webview/accessMap/savedState';

const state: SavedState = {
  filter: { repositories: 'bill', secrets: '', app: 'actions', onlyDifferences: true, onlySelected: false },
  scrollTop: 240,
  scrollLeft: 72,
};
const fresh: SavedState = { filter: noFilter, scrollTop: 0, scrollLeft: 0 };

describe('the saved state of a hidden access map', () => {
  it('is restored', () => {
    assert.deepEqual(unpacked(JSON.parse(JSON.stringify(state))), { state, isDropped: false });
  });

  it('is the default if nothing was saved', () => {
    for (const kept of [undefined, null])
      assert.deepEqual(unpacked(kept), { state: fresh, isDropped: false });
  });

  it('shows all apps if a version without a filter by app saved it', () => {
    const filter = { ...state.filter, app: undefined };
    assert.deepEqual(unpacked(JSON.parse(JSON.stringify({ ...state, filter }))), {
      state: { ...state, filter: { ...filter, app: '' } },
      isDropped: false,
    });
  });

  it('is dropped if another version saved it and it does not fit', () => {
    const older = { repositories: 'bill', secrets: '', onlyDifferences: true };
    for (const kept of [
      { ...state, filter: older },
      { ...state, scrollTop: '240' },
      { filter: '' },
      7,
      'state',
      [],
    ])
      assert.deepEqual(unpacked(kept), { state: fresh, isDropped: true });
  });
});

import assert from 'node:assert/strict';
import { noFilter } from '../../../../src/webview/accessMap/filter';
import { type SavedState, unpacked } from '../../../../src/webview/accessMap/savedState';

const state: SavedState = {
  filter: { repositories: 'bill', secrets: '', onlyDifferences: true, onlySelected: false },
  scrollTop: 240,
  scrollLeft: 72,
};
const fresh: SavedState = { filter: noFilter, scrollTop: 0, scrollLeft: 0 };

describe('the saved state of a hidden access map', () => {
  it('is restored', () => {
    assert.deepEqual(unpacked(JSON.parse(JSON.stringify(state))), state);
  });

  it('is the default only where it is malformed', () => {
    assert.deepEqual(unpacked({ ...state, scrollTop: '240' }), { ...state, scrollTop: 0 });
    assert.deepEqual(unpacked({ ...state, filter: { ...state.filter, onlySelected: 1 } }), {
      ...state,
      filter: noFilter,
    });
  });

  it('is the default if nothing or nonsense was saved', () => {
    for (const kept of [undefined, null, 7, 'state', [], { filter: 7, scrollTop: '1' }])
      assert.deepEqual(unpacked(kept), fresh);
  });
});

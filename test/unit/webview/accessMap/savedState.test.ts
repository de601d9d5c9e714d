import assert from 'node:assert/strict';
import { noFilter } from '../../../../src/webview/accessMap/filter';
import { packed, type SavedState, unpacked } from '../../../../src/webview/accessMap/savedState';

const state: SavedState = {
  filter: { repositories: 'bill', secrets: '', onlyDifferences: true, onlySelected: false },
  pending: new Map([['NPM_TOKEN/7', { kind: 'add', secret: 'NPM_TOKEN', repository: 7 }]]),
  scrollTop: 240,
  scrollLeft: 72,
};
const fresh: SavedState = { filter: noFilter, pending: new Map(), scrollTop: 0, scrollLeft: 0 };

describe('what is kept of a hidden access map', () => {
  it('comes back as it was', () => {
    assert.deepEqual(unpacked(JSON.parse(JSON.stringify(packed(state)))), state);
  });

  it('is as at the start where nothing or nonsense was kept', () => {
    for (const kept of [undefined, null, 7, 'state', [], { filter: 7, pending: {}, scrollTop: '1' }])
      assert.deepEqual(unpacked(kept), fresh);
    assert.deepEqual(unpacked({ ...(packed(state) as object), pending: [{ kind: 'add' }] }), {
      ...state,
      pending: new Map(),
    });
  });
});

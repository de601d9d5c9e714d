import assert from 'node:assert/strict';
import { type Key, placeAfter } from '../../../../src/webview/accessMap/navigation';

describe('the keys of the access map', () => {
  const extent = { rows: 101, columns: 13, page: 20 };
  const press = (key: string, from: [number, number], modifiers: Partial<Key> = {}): number[] | undefined => {
    const place = placeAfter(
      { key, ctrlKey: false, metaKey: false, ...modifiers },
      { row: from[0], column: from[1] },
      extent,
    );
    return place && [place.row, place.column];
  };

  it('move by one, and not beyond the edge', () => {
    assert.deepEqual(press('ArrowDown', [1, 1]), [2, 1]);
    assert.deepEqual(press('ArrowDown', [100, 1]), [100, 1]);
    assert.deepEqual(press('ArrowUp', [1, 1]), [0, 1]);
    assert.deepEqual(press('ArrowUp', [0, 1]), [0, 1]);
    assert.deepEqual(press('ArrowLeft', [1, 1]), [1, 0]);
    assert.deepEqual(press('ArrowRight', [1, 12]), [1, 12]);
  });

  it('move to the ends of a row, and with Ctrl or Cmd to the ends of the grid', () => {
    assert.deepEqual(press('Home', [7, 5]), [7, 0]);
    assert.deepEqual(press('End', [7, 5]), [7, 12]);
    assert.deepEqual(press('Home', [7, 5], { ctrlKey: true }), [0, 0]);
    assert.deepEqual(press('End', [7, 5], { metaKey: true }), [100, 12]);
    assert.deepEqual(press('ArrowDown', [7, 5], { ctrlKey: true }), [100, 5]);
    assert.deepEqual(press('ArrowLeft', [7, 5], { ctrlKey: true }), [7, 0]);
  });

  it('move by a page, and back no further than the first repository', () => {
    assert.deepEqual(press('PageDown', [7, 5]), [27, 5]);
    assert.deepEqual(press('PageDown', [90, 5]), [100, 5]);
    assert.deepEqual(press('PageUp', [27, 5]), [7, 5]);
    assert.deepEqual(press('PageUp', [7, 5]), [1, 5]);
    assert.deepEqual(press('PageUp', [0, 5]), [0, 5]);
  });

  it('leave all others to VS Code', () => {
    for (const key of ['Tab', 'Enter', 'a', 'F2', 'Escape']) assert.equal(press(key, [1, 1]), undefined);
  });
});

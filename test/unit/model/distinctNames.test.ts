import assert from 'node:assert/strict';
import { distinctNames } from '../../../src/model/distinctNames';

describe('the names in a setting', () => {
  it('are trimmed, and each counts once whatever its case, as it is spelled first', () => {
    assert.deepEqual(distinctNames(['acme', 'Acme', ' acme ', ' Globex', 'GLOBEX']), ['acme', 'Globex']);
  });

  it('keep their order', () => {
    assert.deepEqual(distinctNames(['b', 'a', 'B', 'c']), ['b', 'a', 'c']);
  });

  it('are left out where they are no text, or an empty one', () => {
    assert.deepEqual(distinctNames(['', '  ', 7, null, ['acme'], { acme: true }, 'acme']), ['acme']);
  });

  it('are none where the setting is no list', () => {
    for (const value of [undefined, null, 'acme', { 0: 'acme', length: 1 }])
      assert.deepEqual(distinctNames(value), []);
  });
});

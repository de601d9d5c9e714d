import assert from 'node:assert/strict';
import { undecidedNames } from '../../../src/model/declarationsCheck';

describe('the undecided names of a check', () => {
  const missing = [{ name: 'Gone', sentence: '', isCertain: true }];

  it('are those that are neither provided nor missing, each once', () => {
    const declared = ['HERE', 'gone', 'Perhaps', 'PERHAPS'];
    assert.deepEqual(undecidedNames({ declared, provided: ['HERE'], missing }), ['PERHAPS']);
  });

  it('do not include names that GitHub reserves', () => {
    const declared = ['GITHUB_TOKEN', 'A'];
    assert.deepEqual(undecidedNames({ declared, provided: [], missing: [] }), ['A']);
  });
});

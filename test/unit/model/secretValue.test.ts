import assert from 'node:assert/strict';
import { maxValueBytes, valueBytes, valueProblem } from '../../../src/model/secretValue';

describe("a secret's value", () => {
  it('is not empty', () => assert.equal(valueProblem(''), 'empty'));
  it('may be one blank', () => assert.equal(valueProblem(' '), undefined));
  it('is left to GitHub between 48,000 and 49,152 bytes', () => {
    for (const bytes of [48_000, 48_001, 49_151, 49_152])
      assert.equal(valueProblem('x'.repeat(bytes)), undefined);
  });
  it('has at most 48 KB', () => {
    assert.equal(maxValueBytes, 49_152);
    assert.equal(valueProblem('x'.repeat(maxValueBytes)), undefined);
    assert.equal(valueProblem('x'.repeat(maxValueBytes + 1)), 'tooLarge');
  });
  it('is counted in bytes of UTF-8, not in characters', () => {
    assert.equal(valueBytes('é🙂\n'), 7);
    assert.equal(valueProblem('é'.repeat(maxValueBytes / 2)), undefined);
    assert.equal(valueProblem('é'.repeat(maxValueBytes / 2) + 'x'), 'tooLarge');
  });
});

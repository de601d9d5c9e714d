import assert from 'node:assert/strict';
import { figuresOf, withLineFeeds } from '../../../src/model/valueText';

describe('the figures of a value', () => {
  const cases: [string, ReturnType<typeof figuresOf>][] = [
    ['', { bytes: 0, lines: 0, lineBreaks: 'none', endsInLineBreak: false }],
    ['token', { bytes: 5, lines: 1, lineBreaks: 'none', endsInLineBreak: false }],
    ['tökén\n', { bytes: 8, lines: 1, lineBreaks: 'lf', endsInLineBreak: true }],
    ['a\nb', { bytes: 3, lines: 2, lineBreaks: 'lf', endsInLineBreak: false }],
    ['a\r\nb\r\n', { bytes: 6, lines: 2, lineBreaks: 'crlf', endsInLineBreak: true }],
    ['a\rb', { bytes: 3, lines: 2, lineBreaks: 'cr', endsInLineBreak: false }],
    ['a\r\nb\nc', { bytes: 6, lines: 3, lineBreaks: 'mixed', endsInLineBreak: false }],
    ['\n\n', { bytes: 2, lines: 2, lineBreaks: 'lf', endsInLineBreak: true }],
  ];
  for (const [value, expected] of cases)
    it(`are right for ${JSON.stringify(value)}`, () => assert.deepEqual(figuresOf(value), expected));

  it('stay, but for the line breaks, where these become line feeds', () => {
    assert.equal(withLineFeeds('a\r\nb\rc\nd'), 'a\nb\nc\nd');
  });
});

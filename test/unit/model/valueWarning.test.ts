import assert from 'node:assert/strict';
import { warningsIn } from '../../../src/model/valueWarning';

/** The accidents in a value, each with the value after its mend. */
const found = (value: string, ...names: string[]): Record<string, string | undefined> =>
  Object.fromEntries(warningsIn(value, names).map(({ kind, fixed }) => [kind, fixed]));

const key = '-----BEGIN X-----\nabcd\n-----END X-----\n';

describe('what looks like an accident in a value', () => {
  const cases: [string, string, Record<string, string | undefined>][] = [
    ['an ordinary token', 'npm_abc=def==', {}],
    ['a PEM file that ends in a line break', '-----BEGIN-----\nabc\n-----END-----\n', {}],
    ['JSON', '{"a": "b"}', {}],
    ['two quoted words', '"a" "b"', {}],
    ['an escaped quote inside', '"a\\"b"', { quotes: 'a\\"b' }],
    ['a line break after one line', 'token\n', { lineBreakAtEnd: 'token' }],
    ['several line breaks after one line', 'token\r\n\r\n', { lineBreakAtEnd: 'token' }],
    ['carriage returns between lines', 'a\r\nb\r\n', { carriageReturns: 'a\nb\n' }],
    ['old Macintosh line breaks', 'a\rb', { carriageReturns: 'a\nb' }],
    ['double quotes', '"token"', { quotes: 'token' }],
    ['single quotes', "'token'", { quotes: 'token' }],
    ['backquotes', '`token`', { quotes: 'token' }],
    ['unlike quotes', '"token\'', {}],
    ['nothing in quotes', '""', {}],
    ['quotes before a line break', '"token"\n', { lineBreakAtEnd: '"token"', quotes: 'token\n' }],
    ['blanks at the ends', ' token\t', { blanks: 'token' }],
    ['blanks before the last line break', 'a\nb \n', { blanks: 'a\nb\n' }],
    ['nothing but blanks', '  ', {}],
    ['nothing but a carriage return', '\r', {}],
    ['an exported name', 'export TOKEN="abc"', { assignment: '"abc"' }],
    ['another exported name', 'export OTHER=abc', { assignment: 'abc' }],
    ['its own name', 'api_key = abc', { assignment: 'abc' }],
    ['another name, which may be part of it', 'user=abc', {}],
    ['its name alone', 'API_KEY', { name: undefined }],
    ['its name in lower case', 'api_key ', { name: undefined, blanks: 'api_key' }],
    ['a key on one line', '-----BEGIN X-----abcd-----END X-----', { lostLineBreaks: key }],
    ['a key with blanks', '-----BEGIN X----- abcd -----END X-----', { lostLineBreaks: key }],
    [
      'a key with a header on one line',
      '-----BEGIN X----- A: b -----END X-----',
      { lostLineBreaks: undefined },
    ],
    ['a key with \\n', key.replaceAll('\n', '\\n'), { escapedLineBreaks: key }],
    [
      'a quoted key with \\n',
      JSON.stringify(key),
      { escapedLineBreaks: `"${key}"`, quotes: key.replaceAll('\n', '\\n') },
    ],
    ['a key within JSON', JSON.stringify({ key }), {}],
    ['a byte order mark', '\uFEFFtoken', { byteOrderMark: 'token' }],
  ];
  for (const [what, value, expected] of cases)
    it(`finds ${Object.keys(expected).join(' and ') || 'none'} in ${what}`, () => {
      assert.deepEqual(found(value, 'API_KEY'), expected);
    });

  it('knows all names that the value is for', () => {
    assert.deepEqual(found('B_TOKEN', 'A_TOKEN', 'B_TOKEN'), { name: undefined });
  });
});

import assert from 'node:assert/strict';
import { parse } from 'dotenv';
import { parseEnv } from '../../../src/commands/shared/dotenv';
import { type EnvEntry, type EnvRefusal, readEnvFile } from '../../../src/model/envFile';
import { maxValueBytes } from '../../../src/model/secretValue';

const entries = (text: string): readonly EnvEntry[] => readEnvFile(text, parseEnv).entries;
/** The values by the names that GitHub would keep. */
const values = (text: string): Record<string, string> =>
  Object.fromEntries(entries(text).map(({ name, value }) => [name, value]));
const refusals = (text: string): Record<string, EnvRefusal | undefined> =>
  Object.fromEntries(entries(text).map(({ written, refusal }) => [written.join(), refusal]));
const skipped = (text: string): readonly number[] => readEnvFile(text, parseEnv).skippedLines;

describe('a .env file', () => {
  const readings: [string, string, Record<string, string>][] = [
    ['plain lines', 'A=1\nB=two words\n', { A: '1', B: 'two words' }],
    ['no line break at the end', 'A=1\nB=2', { A: '1', B: '2' }],
    ['blanks around the equals sign', '  A = 1 \n', { A: '1' }],
    ['an exported name', 'export A=1\nexport   B=2\n', { A: '1', B: '2' }],
    ['a variable called export', 'export=1\n', { EXPORT: '1' }],
    ['a colon', 'A: 1\n', { A: '1' }],
    ['comments and blank lines', '# A=0\n\nA=1 # the first\n\n#B=2\n', { A: '1' }],
    ['a # in quotes', `A="a#b"\nB='c # d'\nC=e#f\n`, { A: 'a#b', B: 'c # d', C: 'e' }],
    ['several lines in quotes', 'A="1\n2\n3"\nB=4\n', { A: '1\n2\n3', B: '4' }],
    ['what looks like a variable within quotes', 'A="1\nB=2\n"\nC=3\n', { A: '1\nB=2\n', C: '3' }],
    [
      'a line break that is written as one',
      String.raw`A="1\n2"` + '\n' + String.raw`B='1\n2'`,
      {
        A: '1\n2',
        B: String.raw`1\n2`,
      },
    ],
    ['quotes in quotes', `A='{"a": "b"}'\nB="it's"\n`, { A: '{"a": "b"}', B: "it's" }],
    ['a quote that is never closed', 'A="1\nB=2\n', { A: '"1', B: '2' }],
    ['a value on the next line', 'A=\n"1"\nB=2\n', { A: '1', B: '2' }],
    ['a value that refers to a name', 'A=1\nB=${A}$A\n', { A: '1', B: '${A}$A' }],
    ['a byte order mark', '\uFEFFA=1\n', { A: '1' }],
    ['CRLF', 'A=1\r\nB="2\r\n3"\r\n', { A: '1', B: '2\n3' }],
    ['CR', 'A=1\rB=2\r', { A: '1', B: '2' }],
    [
      'text that looks like what the reader marks names with',
      'A=name0x0_\nB=name1x0_\n',
      {
        A: 'name0x0_',
        B: 'name1x0_',
      },
    ],
  ];
  for (const [what, text, expected] of readings)
    it(`is read as dotenv reads it, with ${what}`, () => {
      assert.deepEqual(values(text), expected);
      const known = Object.entries(parse(text)).map(([name, value]) => [name.toUpperCase(), value]);
      assert.deepEqual(Object.fromEntries(known), expected);
      // A text of some length is read by another parser of dotenv's.
      const { PADDING, ...rest } = values(`PADDING="${'x'.repeat(500_000)}"\n${text.replace(/^\uFEFF/, '')}`);
      assert.deepEqual([PADDING?.length, rest], [500_000, expected]);
    });

  it('keeps the order of the file, also of names that JavaScript sorts or hides', () => {
    const names = entries('B=1\n2=1\nA=1\n1=1\n__proto__=1\nconstructor=1\n').map(
      ({ written }) => written[0],
    );
    assert.deepEqual(names, ['B', '2', 'A', '1', '__proto__', 'constructor']);
  });

  it('may be empty, or have nothing but comments', () => {
    for (const text of ['', '\n\n', '\uFEFF', '# A=1\n', 'a text\n']) assert.deepEqual(entries(text), []);
  });

  it('says that a name stands twice, of which the last is taken', () => {
    assert.deepEqual(
      entries('A=1\nB=2\nA=3\nA="4"\n').map(({ name, value, times }) => [name, value, times]),
      [
        ['B', '2', 1],
        ['A', '4', 3],
      ],
    );
  });

  it('does not count a name twice that stands in a value, or in a comment', () => {
    assert.deepEqual(
      entries('A=1\nB="\nA=2\n"\n# A=3\n').map(({ times }) => times),
      [1, 1],
    );
  });

  it('says how a name in lower case is written', () => {
    const [entry] = entries('api_key=1\n');
    assert.deepEqual([entry?.name, entry?.written, entry?.refusal], ['API_KEY', ['api_key'], undefined]);
  });

  it('merges names that become equal in upper case and have equal values', () => {
    const all = entries('api_key=1\nOTHER=2\nAPI_KEY=1\n');
    assert.deepEqual(
      all.map(({ name, written, refusal }) => [name, written, refusal]),
      [
        ['API_KEY', ['api_key', 'API_KEY'], undefined],
        ['OTHER', ['OTHER'], undefined],
      ],
    );
  });

  it('refuses all names that become equal in upper case and have different values', () => {
    const clash: EnvRefusal = { kind: 'clash', names: ['api_key', 'API_KEY', 'Api_Key'] };
    assert.deepEqual(refusals('api_key=1\nAPI_KEY=2\nApi_Key=1\nOTHER=1\n'), {
      api_key: clash,
      API_KEY: clash,
      Api_Key: clash,
      OTHER: undefined,
    });
  });

  it("refuses names that break a rule of GitHub's, with the rule", () => {
    assert.deepEqual(refusals('a-b=1\na.b=1\n1a=1\ngithub_token=1\nGITHUB=1\n'), {
      'a-b': { kind: 'name', problem: 'characters' },
      'a.b': { kind: 'name', problem: 'characters' },
      '1a': { kind: 'name', problem: 'leadingDigit' },
      github_token: { kind: 'name', problem: 'reservedPrefix' },
      GITHUB: undefined,
    });
  });

  it('refuses values that are empty or too large, the latter with its bytes', () => {
    const full = 'é'.repeat(maxValueBytes / 2);
    assert.deepEqual(refusals(`A=\nB=""\nC=${full}\nD=${full}a\n`), {
      A: { kind: 'empty' },
      B: { kind: 'empty' },
      C: undefined,
      D: { kind: 'tooLarge', bytes: maxValueBytes + 1 },
    });
  });

  it('says which values had line breaks that became LF', () => {
    const found = entries('A=1\r\nB="2\r\n3"\r\nC="4\\n5"\r\nD="6\r\nA=7"\r\n');
    assert.deepEqual(
      found.map(({ name, hadOtherBreaks }) => [name, hadOtherBreaks]),
      [
        ['A', false],
        ['B', true],
        ['C', false],
        ['D', true],
      ],
    );
    assert.deepEqual(
      entries('B="2\n3"\n').map(({ hadOtherBreaks }) => hadOtherBreaks),
      [false],
    );
  });

  describe('has lines that dotenv skips', () => {
    const cases: [string, string, number[]][] = [
      ['none in an ordinary file', '# a\n\nA=1 # b\nexport B="2\n3 4\n"\nC=\n"5"\nexport\n', []],
      ['a name with a blank', 'A=1\nA B=2\n', [2]],
      ['a name with a letter that dotenv does not know', 'Ä=1\n', [1]],
      ['a name alone', 'A\nB=1\n', [1]],
      ['a PEM file without quotes', 'A=-----BEGIN-----\nab+c/d\n-----END-----\nB=1\n', [2, 3]],
      ['no line within quotes', 'A="-----BEGIN-----\nab+c/d\n-----END-----\n"\nB=1\n', []],
      ['lines after a quote that is never closed', 'A="1\nand more\nB=1\n', [2]],
      ['CRLF, and a byte order mark', '\uFEFFA=1\r\nno variable\r\n', [2]],
    ];
    for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(skipped(text), expected));
  });

  it('takes no longer where it has very many lines', () => {
    assert.equal(entries('A=1\n'.repeat(100_000))[0]?.times, 100_000);
    assert.deepEqual(values(`A=1${'\n'.repeat(1_000_000)}B=2`), { A: '1', B: '2' });
  });

  // The marks that stand for names while a file is read can double the length of its text.
  for (const quote of ['"', "'", '`'])
    it(`is read where ${quote} is never closed before ten million characters`, () => {
      const text = `FIRST=1\nA=${quote}open\n${'two words '.repeat(1_000_000)}\nLAST=2\n`;
      assert.deepEqual(parseEnv(text), { FIRST: '1', A: `${quote}open`, LAST: '2' });
    });

  it('names the lines after a quote that is never closed before 4 MB of text', () => {
    const lines = 4_000;
    const file = readEnvFile(`A="open\n${`${'x'.repeat(999)}\n`.repeat(lines)}`, parseEnv);
    assert.deepEqual(
      file.entries.map(({ value }) => value),
      ['"open'],
    );
    assert.equal(file.skippedLines.length, lines);
    assert.deepEqual([file.skippedLines[0], file.skippedLines.at(-1)], [2, lines + 1]);
  });

  it('with 101 names has 101 entries', () => {
    const text = Array.from({ length: 101 }, (_, index) => `NAME_${index}=${index}`).join('\n');
    assert.equal(entries(text).filter(({ refusal }) => !refusal).length, 101);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  completionAt,
  declaredSecretAt,
  type DeclarationCompletion,
} from '../../../src/devcontainer/declarationAt';
import { readDeclaredSecrets } from '../../../src/devcontainer/declaredSecrets';
import { maxLength } from '../../../src/model/declarationsCheck';
import { brokenTexts, devcontainers } from './texts';

/** What is completed at the `|` in a text, which is not part of it; the range as the text in it. */
function completed(marked: string): unknown {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completionAt(text, offset);
  if (!found) return undefined;
  const { range, ...rest } = found;
  assert.ok(range.start <= offset && offset <= range.end);
  return { ...rest, range: text.slice(range.start, range.end) };
}

const inSecrets = (entries: string): unknown => completed(`{ "image": "x", "secrets": { ${entries} } }`);
const name = { kind: 'name', range: '', hasValue: false, needsComma: false, declared: [] };
const property = {
  kind: 'property',
  range: '',
  hasValue: false,
  needsComma: false,
  secret: 'A',
  missing: ['description', 'documentationUrl'],
};

describe('the declared secret at an offset', () => {
  it('is the one whose name is there, with its quotation marks', () => {
    const text = '{ "secrets": { "A": { "description": "A" }, "B": {} } }';
    const declared = readDeclaredSecrets(text);
    const at = (offset: number): string | undefined => declaredSecretAt(declared, offset)?.name;
    const start = text.indexOf('"A"');
    assert.deepEqual(
      [start - 1, start, start + 2, start + 3, text.lastIndexOf('"A"') + 1, text.indexOf('"B"') + 1].map(at),
      [undefined, 'A', 'A', undefined, undefined, 'B'],
    );
  });
});

describe('completion of the name of a secret', () => {
  const cases: [string, string, object][] = [
    ['where nothing is typed', '|', {}],
    ['between quotation marks', '"|"', { range: '""' }],
    ['behind one quotation mark', '"|', { range: '"' }],
    ['in a name', '"NPM|_TOKEN"', { range: '"NPM_TOKEN"' }],
    ['in a name without its end', '"NPM|_\n', { range: '"NPM_' }],
    ['in a name without quotation marks', 'NPM|', { range: 'NPM' }],
    ['before a value', '"NPM|": {}', { range: '"NPM"', hasValue: true }],
    [
      'before a value, without the end of the name',
      '"NPM|: {},\n"B": {}',
      { range: '"NPM', hasValue: true, declared: ['B'] },
    ],
    ['behind other entries', '"A": {}, /* x */ |', { declared: ['A'] }],
    ['before other entries', '| "B": {}, "C": { "x": {} }', { needsComma: true, declared: ['B', 'C'] }],
    ['between entries', '"A": {},\n"|"\n"B": {}', { range: '""', needsComma: true, declared: ['A', 'B'] }],
    ['before a comment', '| /* x */ "B": {}', { needsComma: true, declared: ['B'] }],
    ['before a comma', '"A": {}, "|", "B": {}', { range: '""', declared: ['A', 'B'] }],
    ['behind an entry without a comma', '"A": {} "|"', { range: '""', declared: ['A'], missingComma: 36 }],
    ['behind a name alone', '"A" "|"', { range: '""', declared: ['A'], missingComma: 32 }],
  ];
  for (const [where, entries, expected] of cases)
    it(`is offered ${where}`, () => assert.deepEqual(inSecrets(entries), { ...name, ...expected }));

  it('is offered where the file is not finished', () => {
    assert.deepEqual(completed('{ "secrets": { "|'), { ...name, range: '"' });
    assert.deepEqual(completed('{ "secrets": {|'), name);
    assert.deepEqual(completed('\uFEFF{ "secrets": { "A": {, "|" }'), { ...property, range: '""' });
  });

  it('is not offered elsewhere', () => {
    for (const text of [
      '|',
      '{ | }',
      '{ "|": {} }',
      '{ "secrets": | {} }',
      '{ "secrets": {} | }',
      '{ "other": { "|" } }',
      '{ "a": { "secrets": { "|" } } }',
      '{ "secrets": [{ "|" }] }',
      '[{ "secrets": { "|" } }]',
      '{ "secrets": { "A": | } }',
      '{ "secrets": { "A": "|" } }',
      '{ "secrets": { "A": {}| } }',
      '{ "secrets": { "A" | } }',
      '{ "secrets": { // |\n } }',
      '{ "secrets": { // a|\n } }',
      '{ "secrets": { /* | */ } }',
      '{ "secrets": { /* a|',
    ])
      assert.equal(completed(text), undefined, text);
    assert.equal(completionAt('{ "secrets": {'.padEnd(maxLength + 1), 14), undefined);
    assert.equal(completionAt('{ "secrets": {'.padEnd(maxLength), 14)?.kind, 'name');
  });
});

describe('completion in the entry of a secret', () => {
  const cases: [string, string, object][] = [
    ['where nothing is typed', '|', {}],
    ['in a name', '"desc|"', { range: '"desc"' }],
    ['in a name that has a value', '"desc|": "x"', { range: '"desc"', hasValue: true }],
    ['of which one is there', '"description": "x", "|"', { range: '""', missing: ['documentationUrl'] }],
    [
      'behind one without a comma',
      '"description": "x" |',
      { missing: ['documentationUrl'], missingComma: 54 },
    ],
  ];
  for (const [where, entry, expected] of cases)
    it(`is offered ${where}`, () =>
      assert.deepEqual(inSecrets(`"A": { ${entry} }`), { ...property, ...expected }));

  it('is not offered in its values and deeper', () => {
    for (const entry of [
      '"description": "|"',
      '"description": |',
      '"a": { "|" }',
      '"a": [{ "|" }]',
      '"a": ["|"]',
    ])
      assert.equal(inSecrets(`"A": { ${entry} }`), undefined, entry);
  });
});

describe('completion', () => {
  it('takes any text and any offset', () => {
    fc.assert(
      fc.property(fc.oneof(devcontainers, brokenTexts), fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        const found: DeclarationCompletion | undefined = completionAt(text, offset);
        if (found) assert.ok(found.range.start <= offset && offset <= found.range.end);
      }),
    );
  });

  it('takes texts that are nested deeply', () => {
    for (const part of ['[', '{', '{"secrets":', '[}', '{]']) {
      const text = part.repeat(maxLength / 20);
      assert.equal(completionAt(text, text.length), undefined);
      completionAt(`{ "secrets": { ${text}`, 15);
    }
  });

  it('on a name completes the name, and knows the others', () => {
    fc.assert(
      fc.property(devcontainers, text => {
        const { secrets } = readDeclaredSecrets(text);
        for (const { nameRange } of secrets) {
          const found = completionAt(text, nameRange.end);
          assert.ok(found?.kind === 'name' && found.hasValue && !found.needsComma);
          assert.deepEqual(found.range, nameRange);
          const others = secrets.filter(it => it.nameRange !== nameRange).map(it => it.name);
          assert.ok(others.every(it => found.declared.includes(it)));
        }
      }),
    );
  });
});

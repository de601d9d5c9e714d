import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ParseError, parse } from 'jsonc-parser';
import { readDeclaredSecrets } from '../../../src/devcontainer/declaredSecrets';
import { declarationEdits } from '../../../src/devcontainer/insertDeclaration';
import type { TextEdit } from '../../../src/model/declarationEdits';
import { maxLength } from '../../../src/model/declarationsCheck';
import { readTokens } from '../../../src/devcontainer/tokens';
import { brokenTexts, devcontainers } from './texts';

/** The text with all edits, of which each has its place in the text before. */
function edited(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (it, { offset, length, newText }) => it.slice(0, offset) + newText + it.slice(offset + length),
    text,
  );
}

function declare(text: string, name = 'NEW', description?: string): string {
  const result = declarationEdits(text, name, description);
  return result.kind === 'edits' ? edited(text, result.edits) : assert.fail(result.kind);
}

describe('a declaration that is added to devcontainer.json', () => {
  it('is the last one, behind comments, which stay where they are', () => {
    assert.equal(
      declare(
        '{\n  "secrets": {\n    "A": {} // for A\n    // "OLD": {}\n  },\n  "b": 1\n}\n',
        'NEW',
        'To "do"',
      ),
      '{\n  "secrets": {\n    "A": {}, // for A\n    // "OLD": {}\n    "NEW": {\n      "description": "To \\"do\\""\n    }\n  },\n  "b": 1\n}\n',
    );
  });

  it('brings `secrets` along as the last property', () => {
    assert.equal(
      declare('{\n    "image": "x" // latest\n}\n'),
      '{\n    "image": "x", // latest\n    "secrets": {\n        "NEW": {}\n    }\n}\n',
    );
  });

  it('has the indentation, line breaks and trailing commas of the file', () => {
    assert.equal(
      declare('{\r\n\t"image": "x",\r\n}\r\n', 'NEW', 'x'),
      '{\r\n\t"image": "x",\r\n\t"secrets": {\r\n\t\t"NEW": {\r\n\t\t\t"description": "x",\r\n\t\t},\r\n\t},\r\n}\r\n',
    );
    assert.equal(
      declare('{\n   "secrets": {\n      "A": {}, /* a */\n   }\n}'),
      '{\n   "secrets": {\n      "A": {}, /* a */\n      "NEW": {},\n   }\n}',
    );
  });

  it('stays in the line of others that are in one line', () => {
    assert.equal(
      declare('{"image":"x"}', 'NEW', 'x'),
      '{"image":"x", "secrets": { "NEW": { "description": "x" } }}',
    );
    assert.equal(
      declare('{\n  "secrets": { "A": {}, /* a */ }\n}'),
      '{\n  "secrets": { "A": {}, /* a */ "NEW": {}, }\n}',
    );
  });

  it('opens an empty object', () => {
    assert.equal(declare('{}'), '{\n\t"secrets": {\n\t\t"NEW": {}\n\t}\n}');
    assert.equal(declare('{\n  "secrets": {}\n}'), '{\n  "secrets": {\n    "NEW": {}\n  }\n}');
    assert.equal(
      declare('{\n  "secrets": {\n    // none\n  }\n}'),
      '{\n  "secrets": {\n    // none\n    "NEW": {}\n  }\n}',
    );
  });

  it('makes an object of an empty file, and keeps the comments in it', () => {
    const object = '{\n\t"secrets": {\n\t\t"NEW": {}\n\t}\n}\n';
    for (const text of ['', '\uFEFF', '\n', '// a\n']) assert.equal(declare(text), text + object);
    assert.equal(declare('/* a */ '), `/* a */ \n${object}`);
  });

  it('goes into the last of several `secrets`', () => {
    assert.equal(
      declare('{ "secrets": { "NEW": {} }, "secrets": { "A": {} } }'),
      '{ "secrets": { "NEW": {} }, "secrets": { "A": {}, "NEW": {} } }',
    );
  });

  it('is not added twice, whatever its case', () => {
    assert.deepEqual(declarationEdits('{ "secrets": { "npm_token": {} } }', 'NPM_TOKEN'), {
      kind: 'declared',
      name: 'npm_token',
      range: { start: 15, end: 26 },
    });
  });

  it('is refused by a file that is broken, too long, or no object', () => {
    const long = '{}'.padEnd(maxLength + 1);
    for (const text of [
      '{',
      '{ "secrets": { "A" } }',
      '[]',
      '1',
      '{ "secrets": [] }',
      '{} }',
      '/*',
      '[{'.repeat(500),
      long,
    ])
      assert.deepEqual(declarationEdits(text, 'NEW'), { kind: 'uneditable' }, text);
  });

  it('is read afterwards, and nothing else has changed', () => {
    fc.assert(
      fc.property(devcontainers, fc.option(fc.string(), { nil: undefined }), (text, description) => {
        const result = declarationEdits(text, 'ADDED', description);
        if (result.kind === 'uneditable') return;
        assert.equal(result.kind, 'edits');
        const after = declare(text, 'ADDED', description);
        const errors: ParseError[] = [];
        parse(after, errors, { allowTrailingComma: true });
        assert.deepEqual(errors, []);
        const [before, now] = [readDeclaredSecrets(text), readDeclaredSecrets(after)];
        const added = now.secrets.at(-1);
        assert.deepEqual([added?.name, added?.description], ['ADDED', description]);
        const names = [...before.secrets.map(({ name }) => name), 'ADDED'];
        assert.deepEqual(
          now.secrets.map(({ name }) => name),
          names,
        );
        assert.deepEqual(comments(after), comments(text));
        assert.equal(now.problems.length, before.problems.length);
        assert.equal(declarationEdits(after, 'added').kind, 'declared');
      }),
    );
  });

  it('changes nothing but by additions, and takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(devcontainers, brokenTexts), text => {
        const result = declarationEdits(text, 'ADDED', 'x');
        if (result.kind === 'edits') assert.ok(result.edits.every(({ length }) => length === 0));
      }),
    );
  });
});

function comments(text: string): string[] {
  const reader = readTokens(text);
  const found: string[] = [];
  for (let token = reader.next(); token; token = reader.next())
    if (token.kind === 'comment') found.push(token.value);
  return found;
}

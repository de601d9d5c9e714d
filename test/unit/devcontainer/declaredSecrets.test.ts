import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type DeclarationProblem,
  type DeclaredSecrets,
  readDeclaredSecrets,
} from '../../../src/devcontainer/declaredSecrets';
import { maxLength } from '../../../src/model/declarationsCheck';
import { brokenTexts } from './texts';

const names = (text: string): string[] => readDeclaredSecrets(text).secrets.map(({ name }) => name);
const complete = (text: string): string[] =>
  readDeclaredSecrets(text)
    .secrets.filter(({ isIncomplete }) => !isIncomplete)
    .map(({ name }) => name);
/** The kinds of the problems in what `secrets` is, each with the text that it is about. */
const problems = (secrets: string): [DeclarationProblem['kind'], string][] => {
  const text = `{ "secrets": ${secrets} }`;
  return readDeclaredSecrets(text).problems.map(({ kind, range }) => [
    kind,
    text.slice(range.start, range.end),
  ]);
};
const nothing: DeclaredSecrets = { secrets: [], problems: [] };
const tooLarge: DeclaredSecrets = { ...nothing, unread: 'tooLarge' };

describe('the secrets of a devcontainer.json', () => {
  it('have names, descriptions and addresses, and places in the text', () => {
    const text = `// A comment
{
  "image": "x", /* another */
  "secrets": {
    "NPM_TOKEN": { "description": "To \\"install\\"", "documentationUrl": "https://npmjs.com" },
    "plain": {}, // trailing comma
  },
}`;
    const { secrets, problems: found } = readDeclaredSecrets(text);
    assert.deepEqual(found, []);
    assert.deepEqual(
      secrets.map(({ nameRange, range, ...rest }) => [
        rest,
        text.slice(nameRange.start, nameRange.end),
        text.slice(range.start, range.end),
      ]),
      [
        [
          {
            name: 'NPM_TOKEN',
            description: 'To "install"',
            documentationUrl: 'https://npmjs.com',
            isIncomplete: false,
          },
          '"NPM_TOKEN"',
          '"NPM_TOKEN": { "description": "To \\"install\\"", "documentationUrl": "https://npmjs.com" }',
        ],
        [{ name: 'plain', isIncomplete: false }, '"plain"', '"plain": {}'],
      ],
    );
  });

  it('are found at the top level only, and in the last of several `secrets`', () => {
    assert.deepEqual(names('{ "customizations": { "secrets": { "A": {} } } }'), []);
    assert.deepEqual(names('{ "secrets": { "A": {} }, "secrets": { "B": {} } }'), ['B']);
    assert.deepEqual(names('[{ "secrets": { "A": {} } }]'), []);
  });

  it('can be none', () => {
    for (const text of [
      '',
      '\uFEFF',
      ' \n',
      '// none',
      '[]',
      '"secrets"',
      '{}',
      '{ "secrets": {} }',
      '{ "secrets": {}, "image": , }',
    ])
      assert.deepEqual(readDeclaredSecrets(text), nothing, text);
  });

  it('can be more than are read, where a syntax error hides them or might', () => {
    for (const text of [
      '{"secrets"',
      '{ "secrets": }',
      '{ "secrets": { A: {} } }',
      '{ "secrets": { "A: {} } }',
      '{ "secrets": [ }',
      '/* { "secrets": { "A": {} } }',
      '{ /* "secrets": { "A": {} } }',
      '{ "image": "x "secrets": { "A": {} } }',
      'secrets',
    ])
      assert.equal(readDeclaredSecrets(text).unread, 'invalid', text);
    for (const text of ['{ "secrets": { "A": {} }', '{ "secrets": { "A": {}, B: {} } }']) {
      assert.deepEqual(names(text), ['A']);
      assert.equal(readDeclaredSecrets(text).unread, 'invalid', text);
    }
    assert.equal(readDeclaredSecrets('{ "image": , "secrets": { "A": {} } }').unread, undefined);
  });

  it('are read behind a byte order mark, from any line breaks, and with names that JavaScript hides', () => {
    assert.deepEqual(complete('\uFEFF{\r\n"secrets":\r{ "__proto__": {}, "constructor": {} } }'), [
      '__proto__',
      'constructor',
    ]);
    assert.deepEqual(complete(String.raw`{ "secrets": { "\u004eAME": {} } }`), ['NAME']);
  });

  it('are not read from a text that is too long, or nested too deeply', () => {
    const text = '{ "secrets": { "A": {} } }';
    assert.deepEqual(names(text.padEnd(maxLength)), ['A']);
    assert.deepEqual(readDeclaredSecrets(text.padEnd(maxLength + 1)), tooLarge);
    const nested = (depth: number): string =>
      `{ "secrets": { "A": {} }, "b": ${'['.repeat(depth)}${']'.repeat(depth)} }`;
    assert.deepEqual(names(nested(150)), ['A']);
    assert.deepEqual(readDeclaredSecrets(nested(300)), tooLarge);
    for (const part of ['[', '{', '{"a":', '[{"a":'])
      assert.deepEqual(readDeclaredSecrets(part.repeat(maxLength / part.length)), tooLarge);
  });

  it('have problems where the schema does not allow what they are', () => {
    const cases: [string, [DeclarationProblem['kind'], string][]][] = [
      ['[]', [['secretsNotObject', '[]']]],
      ['null', [['secretsNotObject', 'null']]],
      [
        '{ "A-B": {}, "1A": {}, "": {}, "_a1": {} }',
        [
          ['invalidName', '"A-B"'],
          ['invalidName', '"1A"'],
          ['invalidName', '""'],
        ],
      ],
      ['{ "github_x": {}, "GITHUB": {} }', [['reservedName', '"github_x"']]],
      [
        '{ "A": "x", "B": null }',
        [
          ['entryNotObject', '"x"'],
          ['entryNotObject', 'null'],
        ],
      ],
      ['{ "A": { "description": 1 } }', [['notText', '1']]],
      ['{ "A": { "documentationUrl": [] } }', [['notText', '[]']]],
      ['{ "A": { "documentationUrl": "www.npmjs.com" } }', [['notAddress', '"www.npmjs.com"']]],
      ['{ "A": { "documentationUrl": "" } }', [['notAddress', '""']]],
      ['{ "A": { "type": "x" } }', [['unknownProperty', '"type"']]],
    ];
    for (const [secrets, expected] of cases) assert.deepEqual(problems(secrets), expected, secrets);
  });

  it('have problems where a name stands twice, or differs in case only', () => {
    const text = '{ "secrets": { "A": {}, "a": {}, "A": {}, "B": {}, "a": {} } }';
    const found = readDeclaredSecrets(text).problems.map(problem => {
      assert.ok(problem.kind === 'duplicateName' || problem.kind === 'differsInCase');
      const { kind, name, range, first } = problem;
      return [kind, name, range.start, first.start, 'firstName' in problem ? problem.firstName : ''];
    });
    assert.deepEqual(found, [
      ['differsInCase', 'a', text.indexOf('"a"'), text.indexOf('"A"'), 'A'],
      ['duplicateName', 'A', text.lastIndexOf('"A"'), text.indexOf('"A"'), ''],
      ['duplicateName', 'a', text.lastIndexOf('"a"'), text.indexOf('"a"'), ''],
    ]);
  });

  it('suggest the property that was probably meant', () => {
    const suggestion = (property: string): string | undefined => {
      const [problem] = readDeclaredSecrets(`{ "secrets": { "A": { "${property}": "" } } }`).problems;
      return problem?.kind === 'unknownProperty' ? problem.suggestion : undefined;
    };
    for (const property of ['Description', 'descripton', 'desc', 'descriptoin', 'desription'])
      assert.equal(suggestion(property), 'description', property);
    for (const property of ['documentationURL', 'documentation_url', 'documentation', 'documentionUrl'])
      assert.equal(suggestion(property), 'documentationUrl', property);
    for (const property of ['', 'url', 'type', 'value', 'default', 'des', 'x'.repeat(10_000)])
      assert.equal(suggestion(property), undefined, property);
  });
});

describe('a devcontainer.json that is being typed', () => {
  const around = (middle: string): string =>
    `{\n  "secrets": {\n    "first-": {},\n    ${middle}\n  },\n  "image": "x"\n}`;

  for (const [what, middle] of [
    ['a quotation mark', '"'],
    ['a name without its end', '"NPM-'],
    ['a name alone', '"NPM-TOKEN"'],
    ['a name without quotation marks', 'NPM-'],
    ['a colon and no value', '"NPM-TOKEN":'],
    ['a word as the value', '"NPM-TOKEN": tru'],
    ['a property that begins', '"NPM-TOKEN": { "desc'],
    ['a property without a value', '"NPM-TOKEN": { "descr" }'],
  ] as const)
    it(`reports nothing on ${what}`, () => {
      const found = readDeclaredSecrets(around(middle)).problems;
      assert.ok(found.every(problem => 'name' in problem && problem.name === 'first-'));
    });

  it('still has the problems of the other entries', () => {
    assert.equal(readDeclaredSecrets(around('"NPM-')).problems.length, 1);
    assert.deepEqual(problems('{ "A": 1, "B": , "C": 2 }'), [
      ['entryNotObject', '1'],
      ['entryNotObject', '2'],
    ]);
  });

  it('has entries that are incomplete where a comma is missing between them', () => {
    assert.deepEqual(complete('{ "secrets": { "A": {}, "B": {} /* , */ "C": {}, "D": {} } }'), ['A', 'D']);
  });

  it('has only incomplete entries while a bracket is missing or too much', () => {
    for (const text of ['{ "secrets": { "A": {}, "image": "x" }', '{ "secrets": { "A": {} } } }']) {
      assert.deepEqual(complete(text), []);
      assert.deepEqual(readDeclaredSecrets(text).problems, []);
      assert.ok(names(text).includes('A'));
    }
  });

  it('has no range beyond its end, also before a comment without an end', () => {
    const text = '{ "secrets": { "A": { /*';
    assert.deepEqual(
      readDeclaredSecrets(text).secrets.map(({ range }) => range.end),
      [text.length],
    );
  });

  it('is read wherever it is cut, and whatever it is', () => {
    fc.assert(
      fc.property(brokenTexts, text => {
        const { secrets, problems: found } = readDeclaredSecrets(text);
        for (const { start, end } of [
          ...secrets.map(({ range }) => range),
          ...found.map(({ range }) => range),
        ])
          assert.ok(0 <= start && start < end && end <= text.length);
      }),
    );
  });
});

import fc from 'fast-check';

/** Blanks, line breaks and comments, as they can stand between any two tokens. */
const gap = fc.constantFrom('', ' ', '\n', '\r\n\t', ' // a, "b": {\n', '/* } */', '\n  /* a\n b */ ');

const name = fc.constantFrom('NPM_TOKEN', 'npm_token', 'A', 'B-C', '', '__proto__', 'secrets', 'GITHUB_X');
const scalar = fc.constantFrom(
  '"x"',
  '"https://a.b"',
  String.raw`"\"\u0041"`,
  '1',
  '-1.5e3',
  'true',
  'null',
  '[]',
);

/** A property, with anything between its tokens. */
const property = (names: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(gap, names, gap, gap, value, gap)
    .map(([a, key, b, c, it, d]) => `${a}${JSON.stringify(key)}${b}:${c}${it}${d}`);

/** An object of some such properties, with and without a trailing comma. */
const objectOf = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(one, { maxLength: 4 }), fc.boolean(), gap)
    .map(([all, trailing, end]) => `{${all.join(',')}${trailing && all.length > 0 ? ',' : ''}${end}}`);

const entry = objectOf(property(fc.constantFrom('description', 'documentationUrl', 'descripton'), scalar));
const secrets = objectOf(property(name, fc.oneof({ weight: 4, arbitrary: entry }, scalar)));

/** Texts of devcontainer.json without syntax errors, with comments everywhere and any formatting. */
export const devcontainers = fc
  .tuple(
    gap,
    objectOf(
      fc.oneof(
        property(fc.constantFrom('image', 'features'), fc.oneof(scalar, entry)),
        property(fc.constant('secrets'), secrets),
      ),
    ),
    gap,
  )
  .map(parts => parts.join(''));

/** Such texts cut off, with a part missing or with anything in the middle; and texts that are nothing of the kind. */
export const brokenTexts = fc.oneof(
  fc
    .tuple(devcontainers, fc.nat(), fc.nat(9), fc.constantFrom('', '"', '{', '}', ',', ':', '/', '\\', 'x'))
    .map(([text, at, length, inserted]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + inserted + text.slice(start + length);
    }),
  fc.tuple(devcontainers, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
  fc
    .array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"secrets"', '"A"', 'x', '/*', '//', '\n'))
    .map(parts => parts.join('')),
  fc.string(),
);

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText } from '../../../src/model/markdownText';

/** What GitHub and VS Code make a link of without any mark. */
const link = /www\.|[^\\]:\/\/|[^\s\\]@\S/i;

describe('text in Markdown', () => {
  for (const text of ['', 'TOKEN', 'api-gateway', '.github', 'a.b (c), 1.5: d!', 'zwölf 🔑'])
    it(`is what it was without any mark: ${JSON.stringify(text)}`, () =>
      assert.equal(markdownText(text), text));

  for (const text of [
    'www.example.com',
    'acme/WWW.Example.com',
    'xwww.example.com',
    'see https://example.com/x',
    'http://a and ftp://b',
    'somebody@example.com',
  ])
    it(`makes no link of ${text}`, () => assert.doesNotMatch(markdownText(text), link));

  for (const [text, expected] of [
    ['__a__|b', String.raw`\_\_a\_\_\|b`],
    ['[x](command:y)', String.raw`\[x\](command:y)`],
    ['<b>&copy;</b>', String.raw`\<b\>\&copy;\</b\>`],
    ['- a', String.raw`\- a`],
    ['12. a', String.raw`12\. a`],
    ['a\r\n\n  # b', String.raw`a \# b`],
  ] as const)
    it(`is shown as it is: ${JSON.stringify(text)}`, () => assert.equal(markdownText(text), expected));

  it('is the same without the backslashes that are not shown', () => {
    const parts = [
      'a',
      '1',
      ' ',
      '.',
      '-',
      '@',
      ':',
      '/',
      'w',
      'www.',
      '://',
      '\\',
      '`',
      '[',
      '](',
      '<',
      '&',
      '|',
    ];
    const oneLine = fc.array(fc.constantFrom(...parts)).map(all => all.join(''));
    fc.assert(
      fc.property(oneLine, text => {
        const written = markdownText(text);
        assert.equal(written.replace(/\\([!-/:-@[-`{-~])/g, '$1'), text);
        assert.doesNotMatch(written, link);
      }),
    );
  });
});

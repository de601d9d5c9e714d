import assert from 'node:assert/strict';
import { plainName, plainText } from '../../../src/model/plainText';

/** How VS Code finds links in a message. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
/** How VS Code finds icons in a label. */
const icon = /\$\([\w-]+(?:~[\w-]+)?\)/;

describe('plain text', () => {
  for (const text of ['', 'NPM_TOKEN', 'two\nlines\tand a tab', 'zwölf 🔑 א ب', 'f(x)[0] (y) $5 (z)'])
    it(`is what it was without a link: ${JSON.stringify(text)}`, () => assert.equal(plainText(text), text));

  for (const text of [
    '[x](command:workbench.action.files.newUntitledFile).env',
    '[[x](https://example.com)',
    '[a](b)[x](HTTPS://example.com "title")',
    '[x](file:///etc/passwd)',
  ])
    it(`makes no link: ${text}`, () => {
      assert.match(text, link);
      assert.doesNotMatch(plainText(text), link);
      assert.equal(plainText(text).replaceAll('\u200B', ''), text);
    });

  for (const text of ['$(check)', 'a $(sync~spin) b', '$$(check)', '\\$(check)'])
    it(`makes no icon: ${text}`, () => {
      assert.match(text, icon);
      assert.doesNotMatch(plainText(text), icon);
    });

  it('is the same a second time', () => {
    const once = plainText('[x](command:y) $(check) \u202E');
    assert.equal(plainText(once), once);
  });

  it('shows what cannot be seen', () => {
    assert.equal(plainText('a\u202Evne.\u2066b\u0000c\u001B[1m\u0085'), 'a�vne.�b�c�[1m�');
    assert.equal(plainText('a\u2028b'), 'a�b');
  });

  it('of a name has one line', () => assert.equal(plainName('a\r\nb\tc'), 'a��b�c'));
});

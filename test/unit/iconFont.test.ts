import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { iconFont } from '../../iconFont.mjs';

const font = resolve(__dirname, '../../node_modules/@vscode/codicons/dist/codicon.ttf');

describe('the icon font of the webviews', () => {
  it('has only the icons that a style sheet uses, and is a small part of the whole font', async () => {
    const [one, two, whole] = await Promise.all([
      iconFont(`.a::before { content: '\\ea60'; }`),
      iconFont(`.a::before { content: '\\ea60'; } .b::before { content: '\\eb37' } .c { content: '\\2026' }`),
      readFile(font),
    ]);
    assert.ok(one.length < two.length);
    assert.ok(two.length < whole.length / 10);
    assert.equal(new TextDecoder().decode(two.subarray(0, 4)), 'wOF2');
  });

  it('is not built with an icon that VS Code does not have', async () => {
    await assert.rejects(iconFont(`.a::before { content: '\\f8fe'; }`), /no such icon: \\f8fe$/);
  });
});

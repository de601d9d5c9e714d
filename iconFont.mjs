import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);

/**
 * VS Code's icon font with only the icons that style sheets use, in the format WOFF2. Fails on an icon that VS Code
 * doesn't have.
 * @param {string} css
 * @returns {Promise<Uint8Array>}
 */
export async function iconFont(css) {
  const [font, sheet] = await Promise.all([
    readFile(resolve('@vscode/codicons/dist/codicon.ttf')),
    readFile(resolve('@vscode/codicons/dist/codicon.css'), 'utf8'),
  ]);
  const used = icons(css);
  const known = icons(sheet);
  const unknown = [...used].filter(icon => !known.has(icon));
  if (unknown.length > 0) throw new Error(`VS Code has no such icon: ${unknown.map(escaped).join(', ')}`);
  return subsetFont(font, [...used].join(''), { targetFormat: 'woff2' });
}

/** The icons of a style sheet: characters without a meaning of their own, most of them escaped. @param {string} css */
function icons(css) {
  const text = css.replace(/\\([\da-f]{1,6})\s?/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)));
  return new Set(text.match(/\p{Co}/gu));
}

/** @param {string} icon */
function escaped(icon) {
  return `\\${icon.codePointAt(0)?.toString(16)}`;
}

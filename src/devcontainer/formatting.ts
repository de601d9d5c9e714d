import type { Node } from 'jsonc-parser';
import { lineAt } from '../model/textLines';
import { propertiesOf } from './jsonTree';

/**
 * What the lines in an object start with, in addition to the line of the object itself. Without any such line it is a tab,
 * as in the templates for dev containers.
 * @see https://github.com/devcontainers/templates
 */
export function unitOf(text: string, root: Node | undefined): string {
  const outer = root ? indentAt(text, root.offset) : '';
  for (const { start } of root ? propertiesOf(root) : []) {
    const indent = ownLineIndent(text, start);
    if (indent?.startsWith(outer) && indent !== outer) return indent.slice(outer.length);
  }
  return '\t';
}

/** The line break that a text has first; `\n` where it has none. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

export function hasLineBreak(text: string): boolean {
  return /[\r\n]/.test(text);
}

/** What the line of an offset starts with. */
export function indentAt(text: string, offset: number): string {
  const { start, end } = lineAt(text, offset);
  return /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '';
}

/** What stands in front of an offset, if it is the first thing in its line. */
export function ownLineIndent(text: string, offset: number): string | undefined {
  const before = text.slice(lineAt(text, offset).start, offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

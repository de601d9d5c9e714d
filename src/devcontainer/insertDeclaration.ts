import type { Node } from 'jsonc-parser';
import type { DeclarationEdits, TextEdit } from '../model/declarationEdits';
import { normalizeName } from '../model/secretName';
import { readDeclaredSecrets } from './declaredSecrets';
import { hasLineBreak, indentAt, lineBreakOf, ownLineIndent, unitOf } from './formatting';
import { lastProperty, parseJson, propertiesOf } from './jsonTree';
import { type Added, writeProperties, writeValue } from './newProperties';
import { readTokens } from './tokens';

/**
 * The edits that add a secret to a devcontainer.json, as the last one. Nothing else changes: comments stay where they are,
 * and what is new looks like what is there, in indentation, line breaks and trailing commas. jsonc-parser's `modify` puts
 * a property before the comment behind the last one, so that the comment seems to be about the new one.
 * @param name a name that GitHub accepts, which the specification accepts as well
 */
export function declarationEdits(text: string, name: string, description?: string): DeclarationEdits {
  const tree = parseJson(text);
  if (!tree || tree.errors.length > 0) return { kind: 'uneditable' };
  const key = normalizeName(name);
  const declared = readDeclaredSecrets(text).secrets.find(secret => normalizeName(secret.name) === key);
  if (declared) return { kind: 'declared', name: declared.name, range: declared.nameRange };
  const added: Added = { [name]: description === undefined ? {} : { description } };
  if (!tree.root) return { kind: 'edits', edits: [newFile(text, added)] };
  if (tree.root.type !== 'object') return { kind: 'uneditable' };
  const unit = unitOf(text, tree.root);
  const secrets = lastProperty(tree.root, 'secrets')?.value;
  if (!secrets) return { kind: 'edits', edits: insertion(text, tree.root, { secrets: added }, unit) };
  if (secrets.type !== 'object') return { kind: 'uneditable' };
  return { kind: 'edits', edits: insertion(text, secrets, added, unit) };
}

function newFile(text: string, added: Added): TextEdit {
  const lineBreak = lineBreakOf(text);
  const layout = { indent: '', unit: unitOf(text, undefined), lineBreak, trailingComma: false };
  // Comments can stand in front, the last one without a line break behind it.
  const before = /\S[^\S\r\n]*$/.test(text) ? lineBreak : '';
  const newText = `${before}${writeValue({ secrets: added }, layout)}${lineBreak}`;
  return { offset: text.length, length: 0, newText };
}

/** Adds a property at the end of an object, behind its comments. */
function insertion(text: string, parent: Node, added: Added, unit: string): TextEdit[] {
  const end = parent.offset + parent.length - 1;
  const last = propertiesOf(parent).at(-1);
  const from = last?.end ?? parent.offset + 1;
  const { offset, trailingComma } = endOfContent(text, from, end);
  const comma = last && !trailingComma ? ',' : '';
  if (last && !hasLineBreak(text.slice(parent.offset, end)))
    return insertAt(from, comma, offset, ` ${writeProperties(added, { trailingComma })}`);
  const lineBreak = lineBreakOf(text);
  const outer = indentAt(text, parent.offset);
  const indent = (last && ownLineIndent(text, last.start)) ?? outer + unit;
  const written = writeProperties(added, { indent, unit, lineBreak, trailingComma });
  const needsClosingLine = !last && !hasLineBreak(text.slice(offset, end));
  const closing = needsClosingLine ? lineBreak + outer : '';
  return insertAt(from, comma, offset, `${lineBreak}${indent}${written}${closing}`);
}

/** Two insertions, as one where they meet: editors need not keep the order of edits at one place. */
function insertAt(commaAt: number, comma: string, offset: number, newText: string): TextEdit[] {
  if (comma === '' || commaAt === offset) return [{ offset, length: 0, newText: comma + newText }];
  return [
    { offset: commaAt, length: 0, newText: comma },
    { offset, length: 0, newText },
  ];
}

/** Where the last token or comment of an object ends, and whether a comma is behind the last property. */
function endOfContent(text: string, from: number, end: number): { offset: number; trailingComma: boolean } {
  const reader = readTokens(text);
  reader.moveTo(from);
  let [offset, trailingComma] = [from, false];
  for (let token = reader.next(); token && token.start < end; token = reader.next()) {
    offset = token.end;
    trailingComma ||= token.kind === ',';
  }
  return { offset, trailingComma };
}

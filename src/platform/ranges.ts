import { Range, type TextDocument } from 'vscode';
import type { OffsetRange } from '../model/textLines';

/** A part of a document's text as VS Code has it. */
export function toRange(document: TextDocument, { start, end }: OffsetRange): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

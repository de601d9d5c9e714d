import { Range, type TextDocument } from 'vscode';
import type { OffsetRange } from '../model/textLines';

export function toRange(document: TextDocument, { start, end }: OffsetRange): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

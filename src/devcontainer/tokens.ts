import { createScanner } from 'jsonc-parser';
import type { OffsetRange } from '../model/textLines';

/** `word` is whatever has no quotation marks: a number, `true`, or a name that is being typed. */
export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'word' | 'comment';

/** A token of JSONC, or a comment. White space is neither. */
export interface Token extends OffsetRange {
  readonly kind: TokenKind;
  /** Of a string what it says, without quotation marks and escapes; of others the text. */
  readonly value: string;
  /** Whether it is a string or comment that goes on to the end of its line or of the text. */
  readonly isOpen: boolean;
}

/** Reads the tokens of a text one by one. Takes any text, however broken, and needs no stack. */
export interface TokenReader {
  /** Nothing at the end of the text. */
  next(): Token | undefined;
  /** Has the next token be read from an offset. */
  moveTo(offset: number): void;
}

/**
 * The tokens by jsonc-parser's `SyntaxKind`. It is a const enum, which TypeScript can't read from another package while
 * `isolatedModules` is on. White space has no kind here.
 */
const kinds: readonly (TokenKind | undefined)[] = [
  undefined,
  ...(['{', '}', '[', ']', ',', ':'] as const),
  ...(['word', 'word', 'word', 'string', 'word', 'comment', 'comment'] as const),
  undefined,
  undefined,
  'word',
];
const endOfFile = 17;

/** `ScanError.UnexpectedEndOfComment` and `ScanError.UnexpectedEndOfString`. */
const openErrors: readonly number[] = [1, 2];

export function readTokens(text: string): TokenReader {
  const scanner = createScanner(withoutMark(text));
  return {
    next() {
      for (;;) {
        const found: number = scanner.scan();
        if (found === endOfFile) return undefined;
        const kind = kinds[found];
        if (!kind) continue;
        const start = scanner.getTokenOffset();
        const end = start + scanner.getTokenLength();
        return {
          kind,
          start,
          end,
          value: kind === 'string' ? scanner.getTokenValue() : text.slice(start, end),
          isOpen: openErrors.includes(scanner.getTokenError()),
        };
      }
    },
    moveTo: offset => scanner.setPosition(offset),
  };
}

/** The next token that is not a comment. */
export function nextSignificant(reader: TokenReader): Token | undefined {
  let token = reader.next();
  while (token?.kind === 'comment') token = reader.next();
  return token;
}

/** A text without a byte order mark, which jsonc-parser takes for an error. Offsets stay as they are. */
export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, ' ');
}

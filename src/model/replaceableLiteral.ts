import { type Lexis, type Span, spansOf } from './literals';
import { lineAt, type OffsetRange } from './textLines';

/** The languages whose literals are replaced: `jsx` and `tsx` have elements, `ts` and `tsx` have types. */
export type CodeLanguage = 'jsx' | 'ts' | 'tsx' | 'python';

const script: Lexis = { lineComment: '//', hasBlockComments: true, longQuotes: ['`'], hasPatterns: true };
const python: Lexis = {
  lineComment: '#',
  hasBlockComments: false,
  longQuotes: ['"""', "'''"],
  hasPatterns: false,
};

/**
 * The literal, with its quotation marks, whose content or whole is selected; nothing where something else is selected, or
 * where no expression can stand in its place. Where that cannot be told from the line, nothing is replaced.
 */
export function replaceableLiteral(
  { text, start, end }: OffsetRange & { readonly text: string },
  language: CodeLanguage,
): OffsetRange | undefined {
  if (/[\r\n]/.test(text.slice(start, end))) return undefined;
  const line = lineAt(text, start);
  const spans = spansOf(text, line.end, language === 'python' ? python : script);
  const literal = spans.find(span => span.start <= start && span.end >= end);
  if (literal?.kind !== 'literal') return undefined;
  const isContent = literal.start + 1 === start && literal.end - 1 === end;
  const isWhole = literal.start === start && literal.end === end;
  if (!isContent && !isWhole) return undefined;
  const code = codeAround(text, line, literal, spans);
  return isExpression(code) && !isOther(code, language)
    ? { start: literal.start, end: literal.end }
    : undefined;
}

/** What stands around a literal on its line. All other literals and patterns are `""` in it, comments are blanks. */
interface Code {
  readonly left: string;
  readonly right: string;
  /** Whether the line before ends in a literal, which this one may continue. */
  readonly followsLiteral: boolean;
  /** Whether the line after begins with a literal, which may continue this one. */
  readonly precedesLiteral: boolean;
}

function codeAround(text: string, line: OffsetRange, literal: Span, spans: readonly Span[]): Code {
  const between = (start: number, end: number): string => {
    let code = '';
    let at = start;
    for (const span of spans.filter(it => it.end > start && it.start < end)) {
      code += text.slice(at, Math.max(at, span.start)) + (isComment(text, span) ? ' ' : '""');
      at = span.end;
    }
    return code + text.slice(at, Math.max(at, end));
  };
  return {
    left: between(line.start, literal.start),
    right: between(literal.end, line.end),
    followsLiteral: /["'`]/.test(text.slice(0, line.start).trimEnd().slice(-1)),
    precedesLiteral: /^\s*\w{0,2}["'`]/.test(text.slice(line.end)),
  };
}

function isComment(text: string, { start }: Span): boolean {
  return /^(?:#|\/\/|\/\*)/.test(text.slice(start, start + 2));
}

/** What stands before a value: a sign, an arrow or a word. */
const beforeValue =
  /(?:[=([{,:?+&|]|=>|(?:^|[^\w$.])(?:return|case|await|yield|default|in|not|and|or|else|if))$/;
/** What stands behind a value. */
const behindValue = /^(?:$|[;,)\]}+.])/;

/** Whether an expression can stand in the place of a literal, by what is around it. */
function isExpression({ left, right, followsLiteral, precedesLiteral }: Code): boolean {
  const before = left.trimEnd();
  const behind = right.trimStart();
  // A prefix, a tag, or another literal right beside it.
  if (/["'\w$@\\`]$/.test(left) || /^["'\w$`]/.test(right)) return false;
  if (!behindValue.test(behind) || (behind === '' && precedesLiteral)) return false;
  if (before === '') return /^[,)\]]/.test(behind) && !followsLiteral;
  if (/^\s*(?:import|from|export\s*[*{])/.test(left)) return false;
  if (/\b(?:import|require)\s*\($/.test(before)) return false;
  return beforeValue.test(before);
}

/** Whether a literal is something else than a value in this language. */
function isOther(code: Code, language: CodeLanguage): boolean {
  if (/:\s*$/.test(code.left) && !isValueOfKey(code, language)) return true;
  switch (language) {
    case 'python':
      return false;
    case 'jsx':
      return isInElement(code);
    case 'ts':
      return isType(code);
    case 'tsx':
      return isInElement(code) || isType(code);
  }
}

/** Whether a colon before a literal stands between a key and its value, and not before a type. */
function isValueOfKey({ left, right }: Code, language: CodeLanguage): boolean {
  const open = openBracket(left);
  if (open === '(' || open === '[') return false;
  if (language === 'python') return /["\])]\s*:\s*$/.test(left);
  return !/^\s*;/.test(right) && !/\b(?:const|let|var)\s[^=]*$/.test(left);
}

/** The last bracket that is open at the end of a piece of code. */
function openBracket(code: string): string | undefined {
  const open: string[] = [];
  for (const character of code)
    if ('([{'.includes(character)) open.push(character);
    else if (')]}'.includes(character)) open.pop();
  return open.at(-1);
}

const declaration =
  /^\s*(?:const|let|var|export|static|readonly|private|public|protected|declare|override)\s/;
const attributes = /^\s*(?:[\w:.-]+(?:=(?:""|\{[^{}]*\}))?\s+)*$/;

/** Whether a literal is, or may be, an attribute of an element or a part of an element's text. */
function isInElement({ left, right }: Code): boolean {
  if (/<\/?[A-Za-z>]/.test(left)) return true;
  if (declaration.test(left) || /^\s*[;,]/.test(right)) return false;
  // A line of an element of several lines has nothing but attributes.
  const name = /[\w:.-]+\s*=\s*$/.exec(left);
  return name !== null && attributes.test(left.slice(0, name.index));
}

/** Whether a literal is, or may be, a type. */
function isType({ left }: Code): boolean {
  return (
    /^\s*(?:export\s+)?(?:declare\s+)?(?:type|interface|enum|const\s+enum)\s/.test(left) ||
    /(?:^|[^|])\|\s*$|(?:^|[^&])&\s*$/.test(left) ||
    /<[^<>()]*$/.test(left) ||
    /[\w\])]\[\s*$/.test(left)
  );
}

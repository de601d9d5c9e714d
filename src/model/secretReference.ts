import { type CodeLanguage, replaceableLiteral } from './replaceableLiteral';
import { lineAt, type OffsetRange } from './textLines';

/** What is selected in a document, from one offset of its text to another. */
export interface SelectedRange extends OffsetRange {
  readonly text: string;
  /** VS Code's id of the document's language. */
  readonly languageId: string;
  /** The last part of the document's path. */
  readonly fileName: string;
}

/** How a document refers to a secret. */
export interface TextReference {
  readonly reference: string;
  /** What to replace with the reference; nothing where only a person can tell. */
  readonly replaced?: OffsetRange;
}

interface Language {
  readonly expression: (name: string) => string;
  /** The rules by which its literals are replaced; nothing where they are not. */
  readonly code?: CodeLanguage;
}

const processEnv = (name: string): string => `process.env.${name}`;
const getenv = (name: string): string => `System.getenv("${name}")`;

/** Languages whose code reads an environment variable, each with how. */
const languages: ReadonlyMap<string, Language> = new Map<string, Language>([
  // Files of plain JavaScript have elements of JSX, too.
  ['javascript', { expression: processEnv, code: 'jsx' }],
  ['javascriptreact', { expression: processEnv, code: 'jsx' }],
  ['typescript', { expression: processEnv, code: 'ts' }],
  ['typescriptreact', { expression: processEnv, code: 'tsx' }],
  ['python', { expression: name => `os.environ["${name}"]`, code: 'python' }],
  ['csharp', { expression: name => `Environment.GetEnvironmentVariable("${name}")` }],
  ['go', { expression: name => `os.Getenv("${name}")` }],
  ['java', { expression: getenv }],
  ['kotlin', { expression: getenv }],
  ['php', { expression: name => `getenv('${name}')` }],
  ['powershell', { expression: name => `$env:${name}` }],
  ['ruby', { expression: name => `ENV.fetch("${name}")` }],
  ['rust', { expression: name => `std::env::var("${name}")` }],
  ['shellscript', { expression: name => `"$${name}"` }],
]);

/**
 * How a document refers to a secret in the place of its value, as a codespace finds it in its environment; nothing where
 * no way is known. Only a whole, plain literal is replaced, in a place where an expression can stand.
 */
export function secretReference(selected: SelectedRange, name: string): TextReference | undefined {
  if (isEnvFile(selected)) return referenceOf(`\${${name}}`, envRange(selected));
  const language = languages.get(selected.languageId);
  if (!language) return undefined;
  const { expression, code } = language;
  return referenceOf(expression(name), code && replaceableLiteral(selected, code));
}

function referenceOf(reference: string, replaced: OffsetRange | undefined): TextReference {
  return { reference, ...(replaced && { replaced }) };
}

function isEnvFile({ languageId, fileName }: SelectedRange): boolean {
  return languageId === 'dotenv' || /^\.env(?:\..*)?$|\.env$/.test(fileName);
}

/** What stands before a value in a `.env` file. */
const head = /^\s*(?:export\s+)?[\w.-]+\s*=\s*/;

/** What to replace in a `.env` file: all or a part of a value, where a reference is understood. */
function envRange({ text, start, end }: SelectedRange): OffsetRange | undefined {
  const line = lineAt(text, start);
  const content = text.slice(line.start, line.end);
  const before = head.exec(content)?.[0];
  if (before === undefined || end > line.end) return undefined;
  const value = content.slice(before.length);
  const first = line.start + before.length;
  const [from, to] = [start - first, end - first];
  if (from < 0) return undefined;
  const quote = /^["'`]/.exec(value)?.[0];
  // Behind a # is a comment, also within a word.
  if (quote === undefined) return value.slice(0, to).includes('#') ? undefined : { start, end };
  const close = value.indexOf(quote, 1);
  const isPlain = close > 0 && value.charAt(close - 1) !== '\\' && /^\s*(?:#|$)/.test(value.slice(close + 1));
  if (!isPlain) return undefined;
  const isWhole = (from === 0 && to === close + 1) || (from === 1 && to === close);
  if (isWhole) return { start: first, end: first + close + 1 };
  // A reference within quotation marks of another kind is no reference.
  return quote === '"' && from > 0 && to <= close ? { start, end } : undefined;
}

import { Range, type TextDocument } from 'vscode';

/** A place in a document, and what stands there for a secret once its value is gone. */
export interface SecretReferenceEdit {
  readonly range: Range;
  readonly text: string;
}

/** Languages whose code reads an environment variable, each with how. */
const expressions: Readonly<Record<string, (name: string) => string>> = {
  javascript: name => `process.env.${name}`,
  javascriptreact: name => `process.env.${name}`,
  typescript: name => `process.env.${name}`,
  typescriptreact: name => `process.env.${name}`,
  python: name => `os.environ["${name}"]`,
};

/**
 * How a document refers to a secret in the place of its value, as a codespace finds it in its environment; nothing where
 * the document's language has no known way. Quotation marks around the value go too where the reference is code.
 */
export function referenceEdit(
  document: TextDocument,
  range: Range,
  name: string,
): SecretReferenceEdit | undefined {
  if (isEnvFile(document)) return { range, text: `\${${name}}` };
  const expression = expressions[document.languageId];
  return expression && { range: withQuotes(document, range), text: expression(name) };
}

function isEnvFile({ languageId, uri }: TextDocument): boolean {
  return languageId === 'dotenv' || /\.env[^/]*$/.test(uri.path);
}

function withQuotes(document: TextDocument, { start, end }: Range): Range {
  if (start.character === 0) return new Range(start, end);
  const around = new Range(start.translate(0, -1), end.translate(0, 1));
  const [before, after] = [new Range(around.start, start), new Range(end, around.end)].map(it =>
    document.getText(it),
  );
  return before === after && /^["'`]$/.test(before ?? '') ? around : new Range(start, end);
}

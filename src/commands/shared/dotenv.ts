// A separate bundle, so that the parser is loaded only when a file is imported.
import { parse } from 'dotenv';

/** A run of whitespace that is longer than in real `.env` files, in characters. */
const longRun = 1000;

/** A text that might be too long for the usual parser, in characters. */
const longText = 500_000;

/** The variables of a text by name, as dotenv reads them. If a name occurs twice, the last one counts. */
export function parseEnv(text: string): Readonly<Record<string, string>> {
  // At each blank line, the usual parser scans all that follow: 100,000 blank lines take half a minute.
  const isSparse = text.split(/\S+/).some(run => run.length > longRun);
  // It also keeps every character after an opening quotation mark, and runs out of memory after some millions.
  return parse(text, { fast: isSparse || text.length > longText });
}

// A bundle of its own, so that the parser is loaded when a file is first imported.
import { parse } from 'dotenv';

/** A run of blank lines and blanks that a file of variables does not have, in characters. */
const longRun = 1000;

/** A text that the usual parser may not get through, in characters. */
const longText = 500_000;

/** What dotenv reads of a text: the variables by name, of a name that stands twice the last. */
export function parseEnv(text: string): Readonly<Record<string, string>> {
  // At each blank line the usual parser looks through all that follow: 100,000 of them take half a minute.
  const isSparse = text.split(/\S+/).some(run => run.length > longRun);
  // It remembers every character behind an opening quotation mark, and has no room for some millions of them.
  return parse(text, { fast: isSparse || text.length > longText });
}

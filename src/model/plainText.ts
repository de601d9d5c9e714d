/** What can neither be seen nor is part of a word: control characters, also those that turn the direction of text. */
const unseen = /(?![\t\n\r])\p{Cc}|[\u2028-\u202E\u2066-\u2069]/gu;

/** Stands where a character cannot be shown. */
const replacement = '\uFFFD';

/** Takes no room, and ends what VS Code would make a link (`](`) or an icon (`$(`) of. */
const gap = '\u200B';

/**
 * A text that may have come from outside, so that VS Code shows it as it is: no part of it becomes a link or an icon, and
 * no character in it hides or turns another. Line breaks and tabs stay.
 */
export function plainText(text: string): string {
  return text.replace(unseen, replacement).replace(/\](?=\()|\$(?=\()/g, `$&${gap}`);
}

/** The same for a name, which has one line. */
export function plainName(name: string): string {
  return plainText(name.replace(/[\t\r\n]/g, replacement));
}

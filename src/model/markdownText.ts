/**
 * What Markdown would not show as it is: its marks, the beginnings of lists, and what it makes a link of without any mark,
 * which is `www.`, `://` and an address of mail.
 */
const special = /[\\`*_[\]<>|#~&]|^[-+]|(?<=^\d+)[.)]|(?<=www)\.|:(?=\/\/)|(?<=\S)@(?=\S)/gi;

/**
 * A text that may have come from outside as Markdown of one line that shows it as it is: no part of it becomes a link. The
 * backslashes are in the Markdown only, so that a name can be copied where it is shown.
 */
export function markdownText(plain: string): string {
  return plain.replace(/\s*[\r\n]+\s*/g, ' ').replace(special, '\\$&');
}

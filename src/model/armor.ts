/** The first line of a key, a certificate or another block of PEM, OpenSSH, SSH2 or PGP, as on one line with the rest. */
const begin = /^\s*["'`]?-{4,5} ?BEGIN [A-Z\d ]+-{4,5}/;
const end = /-{4,5} ?END [A-Z\d ]+-{4,5}(?:\\r|\\n|\s)*["'`]?\s*$/;
const lineBreak = /[\r\n]/;

/** Whether a value is a key on one line, with or without `\n` where its line breaks should be. */
function isArmorOnOneLine(value: string): boolean {
  return begin.test(value) && end.test(value) && !lineBreak.test(value.trim());
}

/** Whether a value is a key whose line breaks are gone, as an input box does with what is pasted into it. */
export function hasLostLineBreaks(value: string): boolean {
  return isArmorOnOneLine(value) && !/\\[rn]/.test(value);
}

/** A key whose line breaks are written as `\n`, with line breaks in their place; any other value as it is. */
export function withUnescapedLineBreaks(value: string): string {
  return isArmorOnOneLine(value) ? value.replace(/(?:\\r)?\\n|\\r/g, '\n') : value;
}

/** Whether a text is the same as a value, but for the blanks and line breaks of which it has some that the value lacks. */
export function hasItsLineBreaks(text: string, value: string): boolean {
  return lineBreak.test(text.trim()) && withoutBlanks(text) === withoutBlanks(value);
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

const block = /-----BEGIN ([A-Z\d ]+)-----([^-]*)-----END \1-----/g;

/**
 * A key that lost its line breaks, with the line breaks that it must have had; nothing where that is not certain: where
 * there are headers, and where what stands between is no Base64.
 */
export function withRestoredLineBreaks(value: string): string | undefined {
  if (!hasLostLineBreaks(value) || value.replace(block, '').trim() !== '') return undefined;
  const lines = [...value.matchAll(block)].map(([, label = '', body = '']) => {
    const inner = bodyLines(label, body);
    return inner && [`-----BEGIN ${label}-----`, ...inner, `-----END ${label}-----`, ''].join('\n');
  });
  return lines.includes(undefined) ? undefined : lines.join('');
}

/** The most characters in a line of Base64. */
const longestLine = 76;

function bodyLines(label: string, body: string): readonly string[] | undefined {
  const text = body.trim();
  if (!text.includes(' ')) return wrapped(label, text);
  // Each blank has taken the place of a line break.
  const lines = body.replace(/^ | $/g, '').split(' ');
  const isBase64 = lines.every(
    line => line.length <= longestLine && /^(?:[A-Za-z\d+/]*={0,2}|=[A-Za-z\d+/]{4})$/.test(line),
  );
  return isBase64 ? lines : undefined;
}

/** OpenSSH writes longer lines than others. PGP has an empty line before, and a checksum behind. */
function wrapped(label: string, base64: string): readonly string[] | undefined {
  const isWhole = /^[A-Za-z\d+/]+={0,2}$/.test(base64) && base64.length % 4 === 0;
  if (!isWhole || label.startsWith('PGP')) return undefined;
  const width = label.startsWith('OPENSSH') ? 70 : 64;
  return base64.match(new RegExp(`.{1,${width}}`, 'g')) ?? undefined;
}

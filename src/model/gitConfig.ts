/** `[remote "origin"]`, or `[remote.origin]` as old versions wrote it; a variable may follow on the same line. */
const section = /^\s*\[\s*([A-Za-z\d-]+)(?:\.([^\]\s]*)|\s+"((?:\\.|[^"\\])*)")?\s*\](.*)$/;
const variable = /^\s*([A-Za-z][A-Za-z\d-]*)\s*=(.*)$/;

/** A remote of a Git repository. */
export interface Remote {
  readonly name: string;
  readonly url: string;
}

/** The remotes in the text of a `.git/config`. Submodules have addresses there, too. */
export function remotesIn(config: string): Remote[] {
  const remotes: Remote[] = [];
  /** The name of the remote that the section is about. */
  let remote: string | undefined;
  for (const line of joined(config).split('\n')) {
    const [, kind, old, quoted, rest] = section.exec(line) ?? [];
    if (kind !== undefined)
      remote = kind.toLowerCase() === 'remote' ? (old ?? quoted?.replace(/\\(.)/g, '$1') ?? '') : undefined;
    const [, key, value] = variable.exec(rest ?? line) ?? [];
    if (remote !== undefined && value !== undefined && key?.toLowerCase() === 'url')
      remotes.push({ name: remote, url: plain(value) });
  }
  return remotes.filter(({ url }) => url !== '');
}

/** A line that ends in a backslash goes on in the next one. */
function joined(config: string): string {
  return config.replace(/\r\n?/g, '\n').replace(/(?<!\\)((?:\\\\)*)\\\n/g, '$1');
}

/** A value without its quotation marks, its escapes and what is a comment. */
function plain(value: string): string {
  let text = '';
  let isQuoted = false;
  /** How much of the text cannot be blanks at the end. */
  let kept = 0;
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\\') text += value.charAt((index += 1));
    else if (!isQuoted && /[#;]/.test(character)) break;
    else text += character;
    if (isQuoted || /\S/.test(character)) kept = text.length;
  }
  return text.slice(0, kept).trimStart();
}

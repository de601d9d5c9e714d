/** Matches this text and no other. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${escaped(text)}$`);
}

/** Matches the accessible name of an action: its title, and behind it the keys that it is bound to. */
export function action(title: string): RegExp {
  return new RegExp(`^${escaped(title)}( \\(.+\\))?$`);
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

/** A message that was checked, or what is wrong with it. */
export type Checked<T> = { readonly message: T } | { readonly problem: string };

/** The parts of a message, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** For each type of message whether the rest of it is as it has to be. */
export type Checks<T extends { type: string }> = Readonly<Record<T['type'], (fields: Fields) => boolean>>;

/** Checks what came from the other side of a webview. */
export function checked<T extends { type: string }>(data: unknown, checks: Checks<T>): Checked<T> {
  if (!isObject(data)) return { problem: 'not an object' };
  const { type } = data;
  if (typeof type !== 'string' || !Object.hasOwn(checks, type)) return { problem: 'of no known type' };
  // The check of a type has looked at every part of it, which the compiler cannot know.
  const isWhole = checks[type as T['type']](data);
  return isWhole ? { message: data as unknown as T } : { problem: `of type ${type}, but malformed` };
}

/** Whether something is a page's words: a text for each key. */
export function isTexts(value: unknown, keys: readonly string[]): boolean {
  return isObject(value) && keys.every(key => typeof value[key] === 'string');
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

export function isArrayOf(value: unknown, isItem: (item: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && value.every(isItem);
}

export function isId(value: unknown): boolean {
  return Number.isSafeInteger(value);
}

export function isOneOf(value: unknown, values: readonly string[]): boolean {
  return typeof value === 'string' && values.includes(value);
}

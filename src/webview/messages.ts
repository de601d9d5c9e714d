import * as v from 'valibot';

/** A message that was checked, or what is wrong with it. */
export type Checked<T> = { readonly message: T } | { readonly problem: string };

/** Checks what came from the other side of a webview. `schema` is a variant by type. */
export function checked<T extends { type: string }>(schema: v.GenericSchema<T>, data: unknown): Checked<T> {
  const { success, output, issues } = v.safeParse(schema, data, { abortEarly: true });
  if (success) return { message: output };
  if (issues[0].type === 'variant') return { problem: 'of no known type' };
  // The variant has found the type, which the compiler cannot know.
  return { problem: `of type ${(data as T).type}, but malformed` };
}

/** A list that nobody changes. */
export function list<T extends v.GenericSchema>(item: T) {
  return v.pipe(v.array(item), v.readonly());
}

/** A page's words: a text for each key. */
export function texts<K extends string>(keys: readonly K[]) {
  return v.object(v.entriesFromList(keys, v.string()));
}

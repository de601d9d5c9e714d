/** Properties to write. */
export interface Added {
  readonly [name: string]: string | Added;
}

/** How properties are written: a line for each, or all in one line where nothing is said of lines. */
export type Layout = { readonly trailingComma: boolean } & Partial<Lines>;

interface Lines {
  /** What the lines of the properties start with. */
  readonly indent: string;
  /** What the lines in their objects start with in addition. */
  readonly unit: string;
  readonly lineBreak: string;
}

/** The properties of an object, without its braces and without a blank in front. */
export function writeProperties(added: Added, layout: Layout): string {
  const { indent, lineBreak, trailingComma } = layout;
  const written = Object.entries(added).map(
    ([name, value]) => `${JSON.stringify(name)}: ${writeValue(value, layout)}`,
  );
  const between = lineBreak === undefined ? ', ' : `,${lineBreak}${indent ?? ''}`;
  return written.join(between) + (trailingComma ? ',' : '');
}

/** A text or an object. The closing brace of the object has the indentation of the layout. */
export function writeValue(value: string | Added, layout: Layout): string {
  if (typeof value === 'string' || Object.keys(value).length === 0) return JSON.stringify(value);
  const { indent = '', unit = '', lineBreak } = layout;
  if (lineBreak === undefined) return `{ ${writeProperties(value, { trailingComma: false })} }`;
  const inner = indent + unit;
  const properties = writeProperties(value, { ...layout, indent: inner });
  return `{${lineBreak}${inner}${properties}${lineBreak}${indent}}`;
}

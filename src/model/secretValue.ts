/**
 * A value of more bytes of UTF-8 is not sent. GitHub documents 48 KB, but not whether that is 48,000 or 49,152 bytes: what
 * lies between is sent, and GitHub decides.
 */
export const maxValueBytes = 48 * 1024;

export type ValueProblem = 'empty' | 'tooLarge';

/** The length of a value as it will be sealed, in bytes of UTF-8. */
export function valueBytes(value: string): number {
  return new TextEncoder().encode(value).byteLength;
}

/** What stands against sending a value, if anything. Nothing of a value is ever trimmed or added. */
export function valueProblem(value: string): ValueProblem | undefined {
  if (value === '') return 'empty';
  if (valueBytes(value) > maxValueBytes) return 'tooLarge';
  return undefined;
}

/** The most that GitHub keeps as one value, in bytes of UTF-8. */
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

/** The middle one of things that were measured, by a number; of an even count the higher one. */
export function medianBy<T>(measured: readonly T[], numberOf: (one: T) => number): T {
  const sorted = [...measured].sort((a, b) => numberOf(a) - numberOf(b));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}

export function median(numbers: readonly number[]): number {
  return medianBy(numbers, number => number);
}

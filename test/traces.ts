/**
 * How a value would stand where it was written down: as it is, in Base64 up to its last group, in hexadecimal, and in an
 * address.
 */
export function tracesOf(value: string): string[] {
  const bytes = Buffer.from(value);
  return [value, bytes.toString('base64').slice(0, -4), bytes.toString('hex'), encodeURIComponent(value)];
}

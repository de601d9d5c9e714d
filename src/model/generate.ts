import { customAlphabet } from 'nanoid';

/** What a generated value is made of. */
export const alphabets = ['lettersAndDigits', 'urlSafe', 'hexadecimal', 'base64'] as const;
export type Alphabet = (typeof alphabets)[number];

const digits = '0123456789';
const lowerCase = 'abcdefghijklmnopqrstuvwxyz';
const characters: Record<Exclude<Alphabet, 'base64'>, string> = {
  lettersAndDigits: lowerCase.toUpperCase() + lowerCase + digits,
  urlSafe: `${lowerCase.toUpperCase()}${lowerCase}${digits}-_`,
  hexadecimal: `${digits}abcdef`,
};

/** The longest value that can be generated, in characters, or in bytes before Base64. */
export const maxLength = 4096;

/**
 * A random value from the platform's cryptographic source, each of its characters as likely as any other.
 * @param length in characters; for `base64` the number of random bytes that are encoded
 */
export function generate(alphabet: Alphabet, length: number): string {
  return alphabet === 'base64'
    ? toBase64(crypto.getRandomValues(new Uint8Array(length)))
    : customAlphabet(characters[alphabet], length)();
}

/** How hard a generated value is to guess, in whole bits. */
export function randomBits(alphabet: Alphabet, length: number): number {
  const bits = alphabet === 'base64' ? 8 : Math.log2(characters[alphabet].length);
  return Math.floor(bits * length);
}

/** Standard Base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}

import { l10n } from 'vscode';
import { type Alphabet, maxLength } from '../model/generate';

/** What an alphabet is called, and its characters. */
export function alphabetWords(alphabet: Alphabet): { readonly label: string; readonly description: string } {
  switch (alphabet) {
    case 'lettersAndDigits':
      return { label: l10n.t('Letters and digits'), description: 'A-Z a-z 0-9' };
    case 'urlSafe':
      return { label: l10n.t('URL-safe'), description: 'A-Z a-z 0-9 - _' };
    case 'hexadecimal':
      return { label: l10n.t('Hexadecimal'), description: '0-9 a-f' };
    case 'base64':
      return { label: l10n.t('Base64 of random bytes'), description: 'A-Z a-z 0-9 + / =' };
  }
}

/** The questions of the generator. Base64 is measured in the random bytes that it encodes, the others in characters. */
export const valueGeneratorLabels = {
  whichCharacters: (): string => l10n.t('Which characters?'),
  howLong: (alphabet: Alphabet): string =>
    alphabet === 'base64' ? l10n.t('How many random bytes?') : l10n.t('How many characters?'),
  notALength: (): string => l10n.t('Enter a number from 1 to {0}.', maxLength),
  strength: (alphabet: Alphabet, length: string, bits: number): string =>
    l10n.t('{0}: {1} bits of randomness', lengthWords(alphabet, length), bits),
  weak: (alphabet: Alphabet, length: string, bits: number): string =>
    l10n.t('{0}: only {1} bits of randomness. This can be guessed.', lengthWords(alphabet, length), bits),
};

function lengthWords(alphabet: Alphabet, length: string): string {
  return alphabet === 'base64' ? l10n.t('{0} random bytes', length) : l10n.t('{0} characters', length);
}

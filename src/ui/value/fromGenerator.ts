import { InputBoxValidationSeverity, l10n, type QuickPickItem, window } from 'vscode';
import { type Alphabet, alphabets, generate, maxLength, randomBits } from '../../model/generate';
import { ask, type Answer, type Position } from '../prompts/steps';
import type { ValueSourceResult } from './valueSource';

/** Fewer bits than this are within reach of whoever can try many values. */
const fewBits = 80;

/** A random value of the alphabet and the length that the user chooses. */
export async function fromGenerator(position: Position): Promise<ValueSourceResult> {
  const nested = { ...position, isNested: true };
  let length = '32';
  for (;;) {
    const alphabet = await askAlphabet(nested);
    if (!alphabet || 'back' in alphabet) return undefined;
    const answer = await askLength(nested, alphabet.value, length);
    if (!answer) return undefined;
    if ('back' in answer) length = answer.back?.value ?? length;
    else
      return {
        value: generate(alphabet.value, Number(answer.value)),
        origin: l10n.t('Generated, {0} bits of randomness', randomBits(alphabet.value, Number(answer.value))),
        isGenerated: true,
      };
  }
}

interface AlphabetItem extends QuickPickItem {
  readonly alphabet: Alphabet;
}

function askAlphabet(position: Position): Promise<Answer<Alphabet>> {
  const input = window.createQuickPick<AlphabetItem>();
  input.placeholder = l10n.t('Which characters?');
  input.items = alphabets.map(alphabet => ({ alphabet, ...alphabetWords(alphabet) }));
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.alphabet };
  });
}

function askLength(position: Position, alphabet: Alphabet, length: string): Promise<Answer<string>> {
  const input = window.createInputBox();
  input.value = length;
  const words = lengthWords(alphabet);
  input.prompt = words.question;
  const isLength = (): boolean =>
    /^\d{1,4}$/.test(input.value) && +input.value > 0 && +input.value <= maxLength;
  const check = (): void => {
    if (!isLength()) {
      input.validationMessage = words.problem;
      return;
    }
    const bits = randomBits(alphabet, Number(input.value));
    input.validationMessage =
      bits < fewBits
        ? {
            message: l10n.t(
              '{0}: only {1} bits of randomness. This can be guessed.',
              words.length(input.value),
              bits,
            ),
            severity: InputBoxValidationSeverity.Warning,
          }
        : {
            message: l10n.t('{0}: {1} bits of randomness', words.length(input.value), bits),
            severity: InputBoxValidationSeverity.Info,
          };
  };
  input.onDidChangeValue(check);
  check();
  const entered = (): { value: string } => ({ value: input.value });
  return ask(input, position, () => (isLength() ? entered() : undefined), entered);
}

interface LengthWords {
  readonly question: string;
  readonly length: (typed: string) => string;
  readonly problem: string;
}

function lengthWords(alphabet: Alphabet): LengthWords {
  return alphabet === 'base64'
    ? {
        question: l10n.t('How many random bytes, before Base64?'),
        length: typed => l10n.t('{0} bytes before Base64', typed),
        problem: l10n.t('Enter a number of bytes from 1 to {0}.', maxLength),
      }
    : {
        question: l10n.t('How many characters?'),
        length: typed => l10n.t('{0} characters', typed),
        problem: l10n.t('Enter a number of characters from 1 to {0}.', maxLength),
      };
}

function alphabetWords(alphabet: Alphabet): QuickPickItem {
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

import { InputBoxValidationSeverity, type QuickPickItem, window } from 'vscode';
import { alphabetWords, valueGeneratorLabels } from '../../labels/valueGenerator';
import { valueOriginLabels } from '../../labels/valueInput';
import { type Alphabet, alphabets, generate, maxLength, randomBits } from '../../model/generate';
import { ask, type Answer, type Position } from '../prompts/steps';
import type { ValueSourceResult } from './valueSource';

/** Somebody who can try many values can guess a value with fewer bits. */
const fewBits = 80;

/** A random value with the alphabet and length that the user chooses. */
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
        origin: valueOriginLabels.generated(randomBits(alphabet.value, Number(answer.value))),
        isGenerated: true,
      };
  }
}

interface AlphabetItem extends QuickPickItem {
  readonly alphabet: Alphabet;
}

function askAlphabet(position: Position): Promise<Answer<Alphabet>> {
  const input = window.createQuickPick<AlphabetItem>();
  input.placeholder = valueGeneratorLabels.whichCharacters();
  input.items = alphabets.map(alphabet => ({ alphabet, ...alphabetWords(alphabet) }));
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.alphabet };
  });
}

function askLength(position: Position, alphabet: Alphabet, length: string): Promise<Answer<string>> {
  const input = window.createInputBox();
  input.value = length;
  input.prompt = valueGeneratorLabels.howLong(alphabet);
  const isLength = (): boolean =>
    /^\d{1,4}$/.test(input.value) && +input.value > 0 && +input.value <= maxLength;
  const check = (): void => {
    if (!isLength()) {
      input.validationMessage = valueGeneratorLabels.notALength();
      return;
    }
    const bits = randomBits(alphabet, Number(input.value));
    input.validationMessage =
      bits < fewBits
        ? {
            message: valueGeneratorLabels.weak(alphabet, input.value, bits),
            severity: InputBoxValidationSeverity.Warning,
          }
        : {
            message: valueGeneratorLabels.strength(alphabet, input.value, bits),
            severity: InputBoxValidationSeverity.Info,
          };
  };
  input.onDidChangeValue(check);
  check();
  const entered = (): { value: string } => ({ value: input.value });
  return ask(input, position, () => (isLength() ? entered() : undefined), entered);
}

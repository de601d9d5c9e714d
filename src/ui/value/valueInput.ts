import {
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  type QuickInputButton,
  ThemeIcon,
  window,
} from 'vscode';
import { valueWords } from '../../labels/valueDescription';
import { valueInputLabels, valueSourceLabels } from '../../labels/valueInput';
import { valueProblemText } from '../../labels/valueProblems';
import { warningsIn } from '../../model/valueWarning';
import { ask, type Answer, type Position } from '../prompts/steps';

/** Where a value can come from, if it isn't typed. */
const valueSources = ['editor', 'file', 'clipboard', 'generator'] as const;
export type ValueSource = (typeof valueSources)[number];

/** What was typed, and the source that was chosen instead. */
export interface Entered {
  readonly typed: string;
  readonly source?: ValueSource;
}

/** A button of the input that leaves it open. */
export interface ExtraButton {
  readonly title: string;
  readonly run: () => string;
}

export interface ValueInput {
  /** The secrets that the value is for. */
  readonly names: readonly string[];
  readonly prompt: string;
  readonly typed: string;
  /** What else a button of the input does; it returns what the input then says. */
  readonly extra?: ExtraButton | undefined;
  /** Why the last source gave no value. */
  readonly problem: string | InputBoxValidationMessage | undefined;
}

/** Asks for one masked line, or for another source. Describes what is typed as it will be sent. */
export function askInput(
  position: Position,
  { names, prompt, typed, problem, extra }: ValueInput,
): Promise<Answer<Entered>> {
  const input = window.createInputBox();
  input.password = true;
  input.value = typed;
  input.prompt = prompt;
  input.placeholder = valueInputLabels.placeholder();
  input.validationMessage = problem;
  input.onDidChangeValue(value => {
    input.validationMessage =
      value === '' ? undefined : (valueProblemText(value) ?? aboutValue(value, names));
  });
  const accept = (): { value: Entered } | undefined => {
    const wrong = valueProblemText(input.value);
    if (wrong === undefined) return { value: { typed: input.value } };
    input.validationMessage = wrong;
    return undefined;
  };
  const buttons = new Map<QuickInputButton, () => Promise<{ value: Entered } | undefined>>(
    valueSources.map(source => [
      button(source),
      () => Promise.resolve({ value: { typed: input.value, source } }),
    ]),
  );
  if (extra)
    buttons.set({ iconPath: new ThemeIcon('sync'), tooltip: extra.title }, () => {
      input.validationMessage = { message: extra.run(), severity: InputBoxValidationSeverity.Info };
      return Promise.resolve(undefined);
    });
  return ask<Entered>(input, position, accept, () => ({ value: { typed: input.value } }), buttons);
}

function aboutValue(
  value: string,
  names: readonly string[],
): { message: string; severity: InputBoxValidationSeverity } {
  const words = valueWords(value);
  const found = warningsIn(value, names);
  if (found.length === 0) return { message: words, severity: InputBoxValidationSeverity.Info };
  const message = found.some(({ kind }) => kind === 'lostLineBreaks')
    ? valueInputLabels.lostLineBreaks(words)
    : valueInputLabels.possibleMistake(words);
  return { message, severity: InputBoxValidationSeverity.Warning };
}

const sourceIcons: Record<ValueSource, string> = {
  editor: 'list-flat',
  file: 'file',
  // An input box drops line breaks from what is pasted. The clipboard itself still has them.
  clipboard: 'clippy',
  generator: 'wand',
};

function button(source: ValueSource): QuickInputButton {
  return { iconPath: new ThemeIcon(sourceIcons[source]), tooltip: valueSourceLabels[source]() };
}

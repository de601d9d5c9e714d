import {
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  l10n,
  type QuickInputButton,
  ThemeIcon,
  window,
} from 'vscode';
import { byteCount, valueWords } from '../../labels/words';
import { warningsIn } from '../../model/valueWarning';
import { maxValueBytes, valueBytes, valueProblem } from '../../model/secretValue';
import { ask, type Answer, type Position } from '../prompts/steps';

/** Where a value can come from, beside being typed. */
export const valueSources = ['editor', 'file', 'clipboard', 'generator'] as const;
export type ValueSource = (typeof valueSources)[number];

/** What was typed, and the door that was chosen in place of going on with it. */
export interface Entered {
  readonly typed: string;
  readonly source?: ValueSource;
}

export interface ValueInput {
  /** The secrets that the value is for. */
  readonly names: readonly string[];
  readonly prompt: string;
  readonly typed: string;
  /** Why the last door gave no value. */
  readonly problem: string | InputBoxValidationMessage | undefined;
}

/** Asks for one line, masked, or for a door to a value; says about what is typed how it will be sent. */
export function askInput(
  position: Position,
  { names, prompt, typed, problem }: ValueInput,
): Promise<Answer<Entered>> {
  const input = window.createInputBox();
  input.password = true;
  input.value = typed;
  input.prompt = prompt;
  input.placeholder = l10n.t('One line, masked. Use the buttons above for other sources.');
  input.validationMessage = problem;
  input.onDidChangeValue(value => {
    input.validationMessage = value === '' ? undefined : (valueProblemText(value) ?? about(value, names));
  });
  const accept = (): { value: Entered } | undefined => {
    const wrong = valueProblemText(input.value);
    if (wrong === undefined) return { value: { typed: input.value } };
    input.validationMessage = wrong;
    return undefined;
  };
  const buttons = new Map(
    valueSources.map(source => [
      button(source),
      () => Promise.resolve({ value: { typed: input.value, source } }),
    ]),
  );
  return ask<Entered>(input, position, accept, () => ({ value: { typed: input.value } }), buttons);
}

/** What stands against sending a value, if anything, in a sentence. */
export function valueProblemText(value: string): string | undefined {
  switch (valueProblem(value)) {
    case undefined:
      return undefined;
    case 'empty':
      return l10n.t('Enter a value. GitHub does not accept empty secrets.');
    case 'tooLarge':
      return l10n.t(
        'The value has {0}. GitHub accepts at most {1}.',
        byteCount(valueBytes(value)),
        byteCount(maxValueBytes),
      );
  }
}

function about(
  value: string,
  names: readonly string[],
): { message: string; severity: InputBoxValidationSeverity } {
  const words = valueWords(value);
  const found = warningsIn(value, names);
  if (found.length === 0) return { message: words, severity: InputBoxValidationSeverity.Info };
  const message = found.some(({ kind }) => kind === 'lostLineBreaks')
    ? l10n.t('{0}. This key lost its line breaks. Press Enter to restore them.', words)
    : l10n.t("{0}. This might contain a mistake. You'll be asked before it is sent.", words);
  return { message, severity: InputBoxValidationSeverity.Warning };
}

function button(source: ValueSource): QuickInputButton {
  switch (source) {
    case 'editor':
      return { iconPath: new ThemeIcon('list-flat'), tooltip: l10n.t('Multi-Line Editor') };
    case 'file':
      return { iconPath: new ThemeIcon('file'), tooltip: l10n.t('From File...') };
    case 'clipboard':
      // An input box drops line breaks from what is pasted; the clipboard itself still has them.
      return { iconPath: new ThemeIcon('clippy'), tooltip: l10n.t('From Clipboard, Line Breaks Included') };
    case 'generator':
      return { iconPath: new ThemeIcon('wand'), tooltip: l10n.t('Generate...') };
  }
}

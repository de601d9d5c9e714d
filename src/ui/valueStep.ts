import { env, l10n, type QuickInputButton, ThemeIcon, window } from 'vscode';
import { maxValueBytes, valueBytes, valueProblem } from '../model/secretValue';
import { ask, type Answer, type Position } from './steps';

/** Asks for a value, masked. `typed`: what was typed before, when the user comes back to it. */
export function askValue(position: Position, prompt: string, typed = ''): Promise<Answer<string>> {
  const input = window.createInputBox();
  input.password = true;
  input.value = typed;
  input.prompt = prompt;
  input.placeholder = l10n.t('The value; it is sealed on this machine before it is sent');
  input.onDidChangeValue(value => {
    input.validationMessage = value === '' ? undefined : problemOf(value);
  });
  const check = (value: string): { value: string } | undefined => {
    const problem = problemOf(value);
    if (problem === undefined) return { value };
    input.validationMessage = problem;
    return undefined;
  };
  // An input box drops line breaks from what is pasted; the clipboard itself still has them.
  const clipboard: QuickInputButton = {
    iconPath: new ThemeIcon('clippy'),
    tooltip: l10n.t('Use the Clipboard, Line Breaks Included'),
  };
  const buttons = new Map([[clipboard, async () => check(await env.clipboard.readText())]]);
  return ask(
    input,
    position,
    () => check(input.value),
    () => ({ value: input.value }),
    buttons,
  );
}

function problemOf(value: string): string | undefined {
  switch (valueProblem(value)) {
    case undefined:
      return undefined;
    case 'empty':
      return l10n.t('A value is needed: GitHub keeps no empty secrets.');
    case 'tooLarge':
      return l10n.t('The value has {0} bytes; GitHub keeps at most {1}.', valueBytes(value), maxValueBytes);
  }
}

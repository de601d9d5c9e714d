import { type InputBoxValidationMessage, InputBoxValidationSeverity, window } from 'vscode';
import { nameProblemText, secretNameLabels } from '../../labels/secretNames';
import { nameProblem, normalizeName } from '../../model/secretName';
import { ask, type Answer, type Position } from './steps';

export interface NameQuestion {
  /** Whose secret it will be: an organization's login, a repository's full name, or the user's login. */
  readonly owner: string;
  readonly typed: string;
  /** The names that the owner has, in upper case. A secret with such a name is rotated. */
  readonly existing: ReadonlySet<string>;
}

/** Asks for the name of a secret, and checks it while it is typed. */
export function askName(
  position: Position,
  { owner, typed, existing }: NameQuestion,
): Promise<Answer<string>> {
  const input = window.createInputBox();
  input.value = typed;
  input.placeholder = secretNameLabels.placeholder();
  const prompt = secretNameLabels.prompt(owner);
  const check = (): void => {
    const problem = problemOf(input.value);
    input.prompt = prompt;
    if (input.value === '') input.validationMessage = undefined;
    else if (problem !== undefined) input.validationMessage = problem;
    else input.validationMessage = remarkOn(input.value, existing);
  };
  input.onDidChangeValue(check);
  check();
  const accept = (): { value: string } | undefined => {
    const problem = problemOf(input.value);
    if (problem === undefined) return { value: normalizeName(input.value) };
    input.validationMessage = problem;
    return undefined;
  };
  return ask(input, position, accept, () => ({ value: input.value }));
}

/** What happens with a valid name, if that isn't obvious. */
function remarkOn(name: string, existing: ReadonlySet<string>): InputBoxValidationMessage | undefined {
  const stored = normalizeName(name);
  const severity = InputBoxValidationSeverity.Info;
  if (existing.has(stored)) return { severity, message: secretNameLabels.isRotated(stored) };
  return name === stored ? undefined : { severity, message: secretNameLabels.upperCase(stored) };
}

function problemOf(name: string): string | undefined {
  const problem = nameProblem(name);
  return problem && nameProblemText(problem);
}

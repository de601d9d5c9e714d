import { type InputBoxValidationMessage, InputBoxValidationSeverity, l10n, window } from 'vscode';
import { type NameProblem, nameProblem, normalizeName } from '../../model/secretName';
import { ask, type Answer, type Position } from './steps';

export interface NameQuestion {
  readonly organization: string;
  readonly typed: string;
  /** The names that the organization has, in upper case. */
  readonly existing: ReadonlySet<string>;
  /** Whether the name of a secret that exists may be given, which is then rotated. */
  readonly canRotate?: boolean;
}

/** Asks for the name of a secret, and checks it as it is typed. */
export function askName(
  position: Position,
  { organization, typed, existing, canRotate = false }: NameQuestion,
): Promise<Answer<string>> {
  const taken = canRotate ? new Set<string>() : existing;
  const input = window.createInputBox();
  input.value = typed;
  input.placeholder = l10n.t('For example NPM_TOKEN');
  const prompt = l10n.t(
    'Name of the secret in {0}. A codespace gets it as an environment variable of this name.',
    organization,
  );
  const check = (): void => {
    const problem = problemOf(input.value, taken);
    input.prompt = prompt;
    if (input.value === '') input.validationMessage = undefined;
    else if (problem !== undefined) input.validationMessage = problem;
    else input.validationMessage = remarkOn(input.value, existing);
  };
  input.onDidChangeValue(check);
  check();
  const accept = (): { value: string } | undefined => {
    const problem = problemOf(input.value, taken);
    if (problem === undefined) return { value: normalizeName(input.value) };
    input.validationMessage = problem;
    return undefined;
  };
  return ask(input, position, accept, () => ({ value: input.value }));
}

/** What will become of a name that is in order, where that is not plain. */
function remarkOn(name: string, existing: ReadonlySet<string>): InputBoxValidationMessage | undefined {
  const stored = normalizeName(name);
  const severity = InputBoxValidationSeverity.Info;
  if (existing.has(stored))
    return {
      severity,
      message: l10n.t('{0} already exists. This rotates its value; access stays the same.', stored),
    };
  return name === stored
    ? undefined
    : { severity, message: l10n.t('GitHub stores names in upper case: {0}.', stored) };
}

function problemOf(name: string, taken: ReadonlySet<string>): string | undefined {
  const problem = nameProblem(name);
  if (problem) return nameProblemText(problem);
  if (!taken.has(normalizeName(name))) return undefined;
  return l10n.t('{0} already exists. Use Rotate Value to give it a new value.', normalizeName(name));
}

/** What stands against a name, in a sentence. */
export function nameProblemText(problem: NameProblem): string {
  switch (problem) {
    case 'empty':
      return l10n.t('Enter a name.');
    case 'characters':
      return l10n.t('Use only letters, digits and underscores.');
    case 'leadingDigit':
      return l10n.t('A name can’t start with a digit.');
    case 'reservedPrefix':
      return l10n.t('GitHub reserves names that start with GITHUB_.');
  }
}

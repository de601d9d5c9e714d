import { InputBoxValidationSeverity, l10n, window } from 'vscode';
import { type NameProblem, nameProblem, normalizeName } from '../model/secretName';
import { ask, type Answer, type Position } from './steps';

/** Asks for the name of a new secret. `taken`: the names that the organization has, in upper case. */
export function askName(
  position: Position,
  organization: string,
  typed: string,
  taken: ReadonlySet<string>,
): Promise<Answer<string>> {
  const input = window.createInputBox();
  input.value = typed;
  input.placeholder = l10n.t('For example NPM_TOKEN');
  const prompt = l10n.t(
    'The name of the secret in {0}, as the environment variable of a codespace',
    organization,
  );
  const check = (): void => {
    const problem = problemOf(input.value, taken);
    input.prompt = prompt;
    if (input.value === '') input.validationMessage = undefined;
    else if (problem !== undefined) input.validationMessage = problem;
    else
      input.validationMessage =
        input.value === normalizeName(input.value)
          ? undefined
          : {
              severity: InputBoxValidationSeverity.Info,
              message: l10n.t(
                'GitHub keeps names in upper case: it will be {0}.',
                normalizeName(input.value),
              ),
            };
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

function problemOf(name: string, taken: ReadonlySet<string>): string | undefined {
  const problem = nameProblem(name);
  if (problem) return nameProblemText(problem);
  if (!taken.has(normalizeName(name))) return undefined;
  return l10n.t('{0} exists already. To give it a new value, use Rotate Value.', normalizeName(name));
}

function nameProblemText(problem: NameProblem): string {
  switch (problem) {
    case 'empty':
      return l10n.t('A name is needed.');
    case 'characters':
      return l10n.t('A name has letters, digits and underscores only.');
    case 'leadingDigit':
      return l10n.t('A name cannot start with a digit.');
    case 'reservedPrefix':
      return l10n.t('Names that start with GITHUB_ are reserved by GitHub.');
  }
}

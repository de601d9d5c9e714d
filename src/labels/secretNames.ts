import { l10n } from 'vscode';
import type { NameProblem } from '../model/secretName';

/** The input of a secret's name. */
export const secretNameLabels = {
  placeholder: (): string => l10n.t('For example, NPM_TOKEN'),
  prompt: (owner: string): string =>
    l10n.t('Name of the secret in {0}. Codespaces get an environment variable with this name.', owner),
  isRotated: (name: string): string =>
    l10n.t('{0} already exists. This rotates its value. Access stays the same.', name),
  upperCase: (name: string): string => l10n.t('GitHub stores names in uppercase: {0}.', name),
};

/** Why a name can't be used. */
export function nameProblemText(problem: NameProblem): string {
  switch (problem) {
    case 'empty':
      return l10n.t('Enter a name.');
    case 'characters':
      return l10n.t('Use only letters, digits, and underscores.');
    case 'leadingDigit':
      return l10n.t("A name can't start with a digit.");
    case 'reservedPrefix':
      return l10n.t('GitHub reserves names that start with GITHUB_.');
  }
}

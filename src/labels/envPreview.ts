import { l10n } from 'vscode';
import type { EnvRefusal } from '../model/envFile';
import { ownerName, type SecretOwner } from '../model/secretStore';
import { secretCount } from './counts';
import { listed } from './names';
import { number } from './number';
import { nameProblemText } from './secretNames';
import { tooLargeText } from './valueProblems';

/** The preview of a `.env` file, in which the user selects what to import. */
export const envPreviewLabels = {
  question: (file: string, organization: string): string =>
    l10n.t('Import which variables from {0} to {1}?', file, organization),
  newSecrets: (): string => l10n.t('New'),
  existingSecrets: (): string => l10n.t('Existing'),
  refused: (): string => l10n.t("Can't be imported"),
  nothingSelected: (file: string): string => l10n.t('Select at least one variable from {0}.', file),
  /** @param excess how many of the `added` new secrets are too many */
  tooMany: (excess: number, added: number, owner: SecretOwner, existing: number, most: number): string => {
    const values = [excess, added, ownerName(owner), secretCount(existing), number(most)];
    switch (owner.kind) {
      case 'organization':
        return l10n.t(
          'Clear at least {0} of the {1} new secrets. {2} already has {3}, and GitHub allows {4} in an organization.',
          ...values,
        );
      case 'repository':
        return l10n.t(
          'Clear at least {0} of the {1} new secrets. {2} already has {3}, and GitHub allows {4} in a repository.',
          ...values,
        );
      case 'user':
        return l10n.t(
          'Clear at least {0} of the {1} new secrets. {2} already has {3}, and GitHub allows {4} for each person.',
          ...values,
        );
    }
  },
};

/** What to know about an entry of the file. */
export const envEntryLabels = {
  exists: (): string => l10n.t('Already exists. Select it to rotate its value. Access stays the same.'),
  written: (names: readonly string[]): string =>
    l10n.t('Written as {0}. GitHub stores names in uppercase.', names.join(', ')),
  writtenInSeveralWays: (names: readonly string[]): string =>
    l10n.t('Written as {0}, with the same value. GitHub stores names in uppercase.', names.join(', ')),
  defined: (times: number): string =>
    times === 2
      ? l10n.t('Defined twice. The last one is used.')
      : l10n.t('Defined {0} times. The last one is used.', times),
  lineBreaks: (): string => l10n.t('Its line breaks change from CRLF to LF.'),
  /** The lines that are not read, by their numbers. */
  lines: (numbers: readonly number[]): string =>
    numbers.length === 1
      ? l10n.t('Line {0}', numbers[0] ?? 0)
      : l10n.t('Lines {0}', listed(numbers.map(String))),
  skipped: (): string => l10n.t('Skipped: not in the form NAME=value.'),
};

/** Why an entry can't be imported. */
export function envRefusalText(refusal: EnvRefusal): string {
  switch (refusal.kind) {
    case 'name':
      return nameProblemText(refusal.problem);
    case 'empty':
      return l10n.t("The value is empty. GitHub doesn't accept empty secrets.");
    case 'tooLarge':
      return tooLargeText(refusal.bytes);
    case 'clash':
      return l10n.t(
        'GitHub treats {0} as one name, but their values differ. Keep one in the file.',
        refusal.names.join(', '),
      );
  }
}

import { l10n, type QuickInputButton, type QuickPickItem, ThemeIcon } from 'vscode';
import { byteCount, valueWords } from '../../labels/words';
import { warningsIn } from '../../model/valueWarning';
import type { EnvEntry, EnvRefusal } from '../../model/envFile';
import { maxValueBytes } from '../../model/secretValue';
import { warningWords } from '../../labels/valueWarnings';
import { listed } from '../failures';
import { nameProblemText } from './nameStep';

/** A button that fixes what is probably a mistake. */
export interface FixButton extends QuickInputButton {
  /** The value without it. */
  readonly fixed: string;
}

/** A row of the preview. */
export interface EnvItem extends QuickPickItem {
  readonly buttons?: readonly FixButton[];
}

/**
 * An entry of a `.env` file as a row: its name, what its value is like without showing it, what to know about it, and
 * what can be fixed.
 */
export function entryItem(entry: EnvEntry, exists: boolean): EnvItem {
  const { name, written, value, refusal } = entry;
  const warnings = refusal ? [] : warningsIn(value, [name]);
  const notes = [
    ...(refusal ? [`$(error) ${refusalText(refusal)}`] : []),
    ...remarks(entry),
    ...warnings.map(({ kind }) => `$(warning) ${warningWords(kind).finding}`),
    ...(exists ? [l10n.t('Already exists: select it to rotate its value. Access stays the same.')] : []),
  ];
  return {
    // Of names that clash there is one row each, and they differ only as they are written.
    label: refusal ? written.join(', ') : name,
    ...(value !== '' && { description: valueWords(value) }),
    ...(notes.length > 0 && { detail: notes.join(' ') }),
    buttons: warnings.flatMap(({ kind, fixed }): FixButton[] =>
      fixed === undefined
        ? []
        : [{ iconPath: new ThemeIcon('wrench'), tooltip: warningWords(kind).fix, fixed }],
    ),
  };
}

/** The lines that are skipped, as a row. */
export function skippedItem(lines: readonly number[]): EnvItem {
  const [first] = lines;
  return {
    label:
      lines.length === 1 ? l10n.t('Line {0}', first ?? 0) : l10n.t('Lines {0}', listed(lines.map(String))),
    detail: `$(error) ${l10n.t('Skipped: not in the form NAME=value.')}`,
  };
}

function remarks({ name, written, times, hadOtherBreaks, refusal }: EnvEntry): string[] {
  const others = written.filter(it => it !== name);
  const isMerged = written.length > 1;
  return [
    ...(refusal || others.length === 0
      ? []
      : isMerged
        ? [
            l10n.t(
              'Written as {0}, with the same value. GitHub stores names in upper case.',
              written.join(', '),
            ),
          ]
        : [l10n.t('Written as {0}. GitHub stores names in upper case.', others.join(', '))]),
    ...(times > 1
      ? [
          times === 2
            ? l10n.t('Defined twice. The last one is used.')
            : l10n.t('Defined {0} times. The last one is used.', times),
        ]
      : []),
    ...(hadOtherBreaks ? [l10n.t('Its line breaks change from CRLF to LF.')] : []),
  ];
}

function refusalText(refusal: EnvRefusal): string {
  switch (refusal.kind) {
    case 'name':
      return nameProblemText(refusal.problem);
    case 'empty':
      return l10n.t('It is empty. GitHub doesn’t store empty secrets.');
    case 'tooLarge':
      return l10n.t(
        'It has {0}. GitHub allows at most {1}.',
        byteCount(refusal.bytes),
        byteCount(maxValueBytes),
      );
    case 'clash':
      return l10n.t(
        'GitHub treats {0} as one name, but their values differ. Keep one in the file.',
        refusal.names.join(', '),
      );
  }
}

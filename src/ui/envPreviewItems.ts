import { l10n, type QuickInputButton, type QuickPickItem, ThemeIcon } from 'vscode';
import { byteCount, valueWords } from '../host/words';
import { accidentsIn } from '../model/accident';
import type { EnvEntry, EnvRefusal } from '../model/envFile';
import { maxValueBytes } from '../model/secretValue';
import { accidentWords } from './accidentWords';
import { listed } from './failures';
import { nameProblemText } from './nameStep';

/** A button that mends what looks like an accident. */
export interface MendButton extends QuickInputButton {
  /** The value without it. */
  readonly mended: string;
}

/** A row of the preview. */
export interface EnvItem extends QuickPickItem {
  readonly buttons?: readonly MendButton[];
}

/**
 * An entry of a `.env` file as a row: its name, what its value is like without showing it, what to know of it, and what
 * can be mended.
 */
export function entryItem(entry: EnvEntry): EnvItem {
  const { name, written, value, refusal } = entry;
  const accidents = refusal ? [] : accidentsIn(value, [name]);
  const notes = [
    ...(refusal ? [`$(error) ${refusalText(refusal)}`] : []),
    ...remarks(entry),
    ...accidents.map(({ kind }) => `$(warning) ${accidentWords(kind).finding}`),
  ];
  return {
    // Of names that clash there is one row each, and they differ only as they are written.
    label: refusal ? written.join(', ') : name,
    ...(value !== '' && { description: valueWords(value) }),
    ...(notes.length > 0 && { detail: notes.join(' ') }),
    buttons: accidents.flatMap(({ kind, mended }): MendButton[] =>
      mended === undefined
        ? []
        : [{ iconPath: new ThemeIcon('wrench'), tooltip: accidentWords(kind).mend, mended }],
    ),
  };
}

/** The lines of which nothing is read, as a row. */
export function skippedItem(lines: readonly number[]): EnvItem {
  const [first] = lines;
  return {
    label:
      lines.length === 1 ? l10n.t('Line {0}', first ?? 0) : l10n.t('Lines {0}', listed(lines.map(String))),
    detail: `$(error) ${l10n.t('Not of the form NAME=value, so nothing is read there.')}`,
  };
}

function remarks({ name, written, times, hadOtherBreaks, refusal }: EnvEntry): string[] {
  const others = written.filter(it => it !== name);
  const isMerged = written.length > 1;
  return [
    ...(refusal || others.length === 0
      ? []
      : isMerged
        ? [l10n.t('Written as {0}, with equal values; GitHub keeps names in upper case.', written.join(', '))]
        : [l10n.t('Written as {0}; GitHub keeps names in upper case.', others.join(', '))]),
    ...(times > 1
      ? [
          times === 2
            ? l10n.t('Stands twice; the last one is taken.')
            : l10n.t('Stands {0} times; the last one is taken.', times),
        ]
      : []),
    ...(hadOtherBreaks ? [l10n.t('Its line breaks are CRLF in the file, and become LF.')] : []),
  ];
}

function refusalText(refusal: EnvRefusal): string {
  switch (refusal.kind) {
    case 'name':
      return nameProblemText(refusal.problem);
    case 'empty':
      return l10n.t('It is empty, and GitHub keeps no empty secrets.');
    case 'tooLarge':
      return l10n.t(
        'It has {0}; GitHub keeps at most {1}.',
        byteCount(refusal.bytes),
        byteCount(maxValueBytes),
      );
    case 'clash':
      return l10n.t(
        'One name to GitHub: {0}. Their values differ; leave one in the file.',
        refusal.names.join(', '),
      );
  }
}

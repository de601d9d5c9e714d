import { type QuickInputButton, type QuickPickItem, ThemeIcon } from 'vscode';
import { envEntryLabels, envRefusalText } from '../../labels/envPreview';
import { valueWords } from '../../labels/valueDescription';
import { warningWords } from '../../labels/valueWarnings';
import { warningsIn } from '../../model/valueWarning';
import type { EnvEntry } from '../../model/envFile';

/** A button that fixes a likely mistake. */
export interface FixButton extends QuickInputButton {
  /** The value without the mistake. */
  readonly fixed: string;
}

/** A row of the preview. */
export interface EnvItem extends QuickPickItem {
  readonly buttons?: readonly FixButton[];
}

/** An entry of a `.env` file: its name, a description of its value, what to know about it, and what can be fixed. */
export function entryItem(entry: EnvEntry, exists: boolean): EnvItem {
  const { name, written, value, refusal } = entry;
  const warnings = refusal ? [] : warningsIn(value, [name]);
  const notes = [
    ...(refusal ? [`$(error) ${envRefusalText(refusal)}`] : []),
    ...remarks(entry),
    ...warnings.map(({ kind }) => `$(warning) ${warningWords(kind).finding}`),
    ...(exists ? [envEntryLabels.exists()] : []),
  ];
  return {
    // Names that clash have one row each, and differ only in how they are written.
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

/** One row for all skipped lines. */
export function skippedItem(lines: readonly number[]): EnvItem {
  return { label: envEntryLabels.lines(lines), detail: `$(error) ${envEntryLabels.skipped()}` };
}

function remarks({ name, written, times, hadOtherBreaks, refusal }: EnvEntry): string[] {
  const others = written.filter(it => it !== name);
  const isMerged = written.length > 1;
  return [
    ...(refusal || others.length === 0
      ? []
      : [isMerged ? envEntryLabels.writtenInSeveralWays(written) : envEntryLabels.written(others)]),
    ...(times > 1 ? [envEntryLabels.defined(times)] : []),
    ...(hadOtherBreaks ? [envEntryLabels.lineBreaks()] : []),
  ];
}

import { l10n } from 'vscode';
import type { Repository } from '../model/repository';
import type { Visibility } from '../model/secret';
import { figuresOf, type LineBreaks } from '../model/valueText';

/** A visibility in the words of GitHub's own page. */
export function visibilityLabel(visibility: Visibility): string {
  switch (visibility) {
    case 'all':
      return l10n.t('All repositories');
    case 'private':
      return l10n.t('Private and internal repositories');
    case 'selected':
      return l10n.t('Selected repositories');
  }
}

/** The id of the icon that stands for a visibility everywhere. */
export function visibilityIcon(visibility: Visibility): string {
  switch (visibility) {
    case 'all':
      return 'globe';
    case 'private':
      return 'lock';
    case 'selected':
      return 'checklist';
  }
}

/** Who can see a repository, and whether it is archived, in words. */
export function repositoryWords({ visibility, archived }: Repository): string {
  const words = { public: l10n.t('public'), private: l10n.t('private'), internal: l10n.t('internal') }[
    visibility
  ];
  return archived ? l10n.t('{0}, archived', words) : words;
}

/** The id of the icon that stands for a repository everywhere. */
export function repositoryIcon({ visibility, archived }: Repository): string {
  if (archived) return 'archive';
  return visibility === 'public' ? 'repo' : 'lock';
}

export function repositoryCount(count: number): string {
  return count === 1 ? l10n.t('1 repository') : l10n.t('{0} repositories', count);
}

export function secretCount(count: number): string {
  return count === 1 ? l10n.t('1 secret') : l10n.t('{0} secrets', count);
}

export function byteCount(count: number): string {
  return count === 1 ? l10n.t('1 byte') : l10n.t('{0} bytes', count.toLocaleString());
}

/** A value described, not shown: "1,675 bytes, 28 lines with LF, line break at the end". */
export function valueWords(value: string): string {
  const { bytes, lines, lineBreaks, endsInLineBreak } = figuresOf(value);
  return [
    byteCount(bytes),
    lines === 1 ? l10n.t('1 line') : l10n.t('{0} lines', lines.toLocaleString()),
    ...(lineBreaks === 'none' ? [] : [lineBreakWords(lineBreaks)]),
    endsInLineBreak ? l10n.t('line break at the end') : l10n.t('no line break at the end'),
  ].join(', ');
}

function lineBreakWords(kind: Exclude<LineBreaks, 'none'>): string {
  switch (kind) {
    case 'lf':
      return l10n.t('breaks are LF');
    case 'crlf':
      return l10n.t('breaks are CRLF');
    case 'cr':
      return l10n.t('breaks are CR');
    case 'mixed':
      return l10n.t('breaks are mixed');
  }
}

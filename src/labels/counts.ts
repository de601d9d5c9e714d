import { l10n } from 'vscode';

export function repositoryCount(count: number): string {
  return count === 1 ? l10n.t('1 repository') : l10n.t('{0} repositories', count);
}

export function secretCount(count: number): string {
  return count === 1 ? l10n.t('1 secret') : l10n.t('{0} secrets', count);
}

export function byteCount(count: number): string {
  return count === 1 ? l10n.t('1 byte') : l10n.t('{0} bytes', count.toLocaleString());
}

export function lineCount(count: number): string {
  return count === 1 ? l10n.t('1 line') : l10n.t('{0} lines', count.toLocaleString());
}

/** A length of time, rounded up: "30 seconds", "2 minutes". */
export function duration(seconds: number): string {
  if (seconds === 1) return l10n.t('1 second');
  return seconds < 90 ? l10n.t('{0} seconds', seconds) : l10n.t('{0} minutes', Math.ceil(seconds / 60));
}

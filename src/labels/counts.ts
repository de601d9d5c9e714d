import { l10n } from 'vscode';
import { number } from './number';

export function repositoryCount(count: number): string {
  return count === 1 ? l10n.t('1 repository') : l10n.t('{0} repositories', number(count));
}

export function secretCount(count: number): string {
  return count === 1 ? l10n.t('1 secret') : l10n.t('{0} secrets', number(count));
}

export function byteCount(count: number): string {
  return count === 1 ? l10n.t('1 byte') : l10n.t('{0} bytes', number(count));
}

export function lineCount(count: number): string {
  return count === 1 ? l10n.t('1 line') : l10n.t('{0} lines', number(count));
}

/** A length of time, rounded up: "30 seconds", "2 minutes". */
export function duration(seconds: number): string {
  if (seconds === 1) return l10n.t('1 second');
  return seconds < 90 ? l10n.t('{0} seconds', seconds) : l10n.t('{0} minutes', Math.ceil(seconds / 60));
}

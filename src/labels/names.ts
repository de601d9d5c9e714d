import { l10n } from 'vscode';
import type { SecretId } from '../model/secret';
import { secretTitle } from './apps';
import { secretCount } from './counts';

/**
 * Names, separated by commas. If there are too many, the first ones and how many more there are.
 * @param room how many fit; a message has room for twenty
 */
export function listed(names: readonly string[], room = 20, separator = ', '): string {
  const shown = names.slice(0, room).join(separator);
  return names.length > room ? l10n.t('{0} and {1} more', shown, names.length - room) : shown;
}

/** Secrets in a few words: the name of a single one, or how many there are. */
export function names(secrets: readonly Pick<SecretId, 'app' | 'name'>[]): string {
  const [first] = secrets;
  return first && secrets.length === 1 ? secretTitle(first) : secretCount(secrets.length);
}

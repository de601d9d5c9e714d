import { l10n } from 'vscode';
import type { SecretId, Visibility } from '../model/secret';
import { secretTitle } from './apps';
import { visibilityLabel } from './visibility';
import { number } from './number';

/** What happens to changes of access, and what undoing them does. */
export const accessChangeLabels = {
  /** @param secrets one name, or how many secrets */
  progress: (secrets: string): string => l10n.t('Changing access to {0}', secrets),
  result: (done: number, all: number): string =>
    l10n.t('{0} of {1} changes were made.', number(done), number(all)),
  /** @param secrets one name, or how many secrets */
  failed: (secrets: string): string => l10n.t("Couldn't change access to {0}.", secrets),
  /**
   * The request was sent, but we don't know whether GitHub made the change.
   * @param secrets one name, or how many secrets
   */
  unconfirmed: (secrets: string): string => l10n.t("Couldn't confirm that access to {0} changed.", secrets),
  undo: (): string => l10n.t('Undo'),
  /** @param secrets one name, or how many secrets */
  undoQuestion: (secrets: string): string => l10n.t('Undo the last access change to {0}?', secrets),
  /** @param secrets one name, or how many secrets */
  undone: (secrets: string): string => l10n.t('The access change to {0} was undone.', secrets),
  /** @param secrets one name, or how many secrets */
  alreadyBack: (secrets: string): string => l10n.t('Access to {0} is already as it was before.', secrets),
  alreadyUndone: (): string => l10n.t('This access change was already undone.'),
  nothingToUndo: (): string => l10n.t('There is no access change to undo.'),
  nothingUndone: (): string => l10n.t('Nothing was undone.'),
  /** @param secrets one name, or how many secrets */
  changedSince: (secrets: string): string =>
    l10n.t('Access to {0} changed again, so it was not undone.', secrets),
  /**
   * What was changed together with what was undone.
   * @param secrets one name, or how many secrets
   */
  lasting: (secrets: string): string =>
    l10n.t('Access to {0} was not undone, because GitHub changes it only together with the value.', secrets),
  /** @param repositories their names */
  notGranted: (repositories: string): string =>
    l10n.t('Not granted, because these repositories no longer exist: {0}.', repositories),
};

/** Which secrets a command skips: they have no selection to change. */
export function skippedSentence(
  secrets: readonly { readonly secret: SecretId; readonly visibility: Visibility }[],
): string {
  const names = secrets.map(
    ({ secret, visibility }) => `${secretTitle(secret)} (${visibilityLabel(visibility).toLocaleLowerCase()})`,
  );
  return l10n.t("Skipped, because they don't have selected repositories: {0}.", names.join(', '));
}

import { l10n } from 'vscode';

/** The words of Delete Secret. */
export const deleteSecretLabels = {
  pickTitle: (): string => l10n.t('Delete Secret'),
  nothingDeleted: (): string => l10n.t('Nothing was deleted.'),
  progress: (): string => l10n.t('Deleting secrets'),
  result: (done: number): string =>
    done === 1 ? l10n.t('1 secret was deleted.') : l10n.t('{0} secrets were deleted.', done),
  /** @param secrets one name, or how many secrets */
  failed: (secrets: string): string => l10n.t("Couldn't delete {0}.", secrets),
  /**
   * A request was sent, but we don't know whether GitHub deleted the secret.
   * @param secrets one name, or how many secrets
   */
  unconfirmed: (secrets: string): string => l10n.t("Couldn't confirm the deletion of {0}.", secrets),
};

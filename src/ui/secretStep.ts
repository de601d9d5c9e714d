import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { visibilityIcon, visibilityLabel } from '../host/words';
import type { Secret } from '../model/secret';
import { ask, type Answer, type Position } from './steps';

interface SecretItem extends QuickPickItem {
  readonly secret: Secret;
}

/** Asks which secret is meant. */
export function askSecret(position: Position, secrets: readonly Secret[]): Promise<Answer<Secret>> {
  const input = window.createQuickPick<SecretItem>();
  input.placeholder =
    secrets.length > 0 ? l10n.t('Which secret?') : l10n.t('The organization has no Codespaces secrets.');
  input.items = secrets.map(secret => ({
    secret,
    label: secret.name,
    description: visibilityLabel(secret.visibility),
    iconPath: new ThemeIcon(visibilityIcon(secret.visibility)),
  }));
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.secret };
  });
}

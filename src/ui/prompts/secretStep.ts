import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { visibilityIcon, visibilityLabel } from '../../labels/words';
import type { Secret } from '../../model/secret';
import { ask, type Answer, type Position } from './steps';

interface SecretItem<S extends Secret> extends QuickPickItem {
  readonly secret: S;
}

/** Asks which secret is meant. */
export function askSecret(
  position: Position,
  secrets: readonly Secret[],
  question = l10n.t('Which secret?'),
): Promise<Answer<Secret>> {
  const input = window.createQuickPick<SecretItem<Secret>>();
  input.placeholder = secrets.length > 0 ? question : l10n.t('The organization has no Codespaces secrets.');
  input.items = secrets.map(secret => toItem(secret, visibilityLabel(secret.visibility)));
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.secret };
  });
}

/**
 * Asks which secrets are meant, `chosen` checked and first.
 * @param describe what stands beside a name
 */
export function askSecrets<S extends Secret>(
  position: Position,
  question: string,
  secrets: readonly S[],
  chosen: readonly S[],
  describe: (secret: S) => string,
): Promise<Answer<readonly S[]>> {
  const input = window.createQuickPick<SecretItem<S>>();
  input.canSelectMany = true;
  input.placeholder = question;
  const isChosen = ({ name }: S): boolean => chosen.some(secret => secret.name === name);
  const items = [...secrets.filter(isChosen), ...secrets.filter(secret => !isChosen(secret))];
  input.items = items.map(secret => toItem(secret, describe(secret)));
  input.selectedItems = input.items.filter(({ secret }) => isChosen(secret));
  return ask(input, position, () => ({ value: input.selectedItems.map(({ secret }) => secret) }));
}

function toItem<S extends Secret>(secret: S, description: string): SecretItem<S> {
  return {
    secret,
    label: secret.name,
    description,
    iconPath: new ThemeIcon(visibilityIcon(secret.visibility)),
  };
}

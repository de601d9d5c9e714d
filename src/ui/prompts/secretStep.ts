import { type QuickPickItem, ThemeIcon, window } from 'vscode';
import { pickLabels } from '../../labels/picks';
import { visibilityIcon, visibilityLabel } from '../../labels/visibility';
import type { Secret } from '../../model/secret';
import { ask, type Answer, type Position } from './steps';

interface SecretItem<S extends Secret> extends QuickPickItem {
  readonly secret: S;
}

/** Asks for a secret. */
export function askSecret(
  position: Position,
  secrets: readonly Secret[],
  question = pickLabels.secret(),
): Promise<Answer<Secret>> {
  const input = window.createQuickPick<SecretItem<Secret>>();
  input.placeholder = secrets.length > 0 ? question : pickLabels.noSecrets();
  input.items = secrets.map(secret => toItem(secret, visibilityLabel(secret.visibility)));
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.secret };
  });
}

/**
 * Asks for secrets. Those in `chosen` are checked and come first.
 * @param describe gives the text beside a name
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

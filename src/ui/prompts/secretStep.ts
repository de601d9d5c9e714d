import { type QuickPickItem, ThemeIcon, window } from 'vscode';
import { pickLabels } from '../../labels/picks';
import { visibilityIcon, visibilityLabel } from '../../labels/visibility';
import { inApp } from '../../labels/apps';
import { withMissingApps } from '../../labels/missingApps';
import type { AppFailure, ListedSecret } from '../../model/access';
import type { SecretOwner } from '../../model/secretStore';
import { isSameSecret } from '../../model/secret';
import { ask, type Answer, type Position } from './steps';

interface SecretItem extends QuickPickItem {
  readonly secret: ListedSecret;
}

/** What to show of secrets beside the secrets themselves. */
export interface SecretOptions {
  /** Whether each names its app, also if all are of the same. */
  readonly isAppShown?: boolean;
  /** The apps whose secrets are missing. */
  readonly failures?: readonly AppFailure[];
}

/** Asks for a secret of an owner. */
export function askSecret(
  position: Position,
  secrets: readonly ListedSecret[],
  { owner, question }: { readonly owner: SecretOwner; readonly question: string },
  { isAppShown = false, failures = [] }: SecretOptions = {},
): Promise<Answer<ListedSecret>> {
  const input = window.createQuickPick<SecretItem>();
  input.placeholder = withMissingApps(secrets.length > 0 ? question : pickLabels.noSecrets(owner), failures);
  input.items = toItems(secrets, ({ secret }) => visibilityLabel(secret.visibility), isAppShown);
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.secret };
  });
}

/**
 * Asks for secrets. Those in `chosen` are checked and come first.
 * @param describe gives the text beside a name
 */
export function askSecrets(
  position: Position,
  question: string,
  secrets: readonly ListedSecret[],
  chosen: readonly ListedSecret[],
  describe: (secret: ListedSecret) => string,
): Promise<Answer<readonly ListedSecret[]>> {
  const input = window.createQuickPick<SecretItem>();
  input.canSelectMany = true;
  input.placeholder = question;
  const isChosen = (secret: ListedSecret): boolean => chosen.some(it => isSameSecret(it, secret));
  const items = [...secrets.filter(isChosen), ...secrets.filter(secret => !isChosen(secret))];
  input.items = toItems(items, describe);
  input.selectedItems = input.items.filter(({ secret }) => isChosen(secret));
  return ask(input, position, () => ({ value: input.selectedItems.map(({ secret }) => secret) }));
}

/** The secrets of several apps name theirs. */
function toItems(
  secrets: readonly ListedSecret[],
  describe: (secret: ListedSecret) => string,
  isAppShown = false,
): SecretItem[] {
  const isMixed = isAppShown || new Set(secrets.map(({ app }) => app)).size > 1;
  return secrets.map(listed => {
    const description = describe(listed);
    return {
      secret: listed,
      label: listed.name,
      description: isMixed ? inApp(listed.app, description) : description,
      iconPath: new ThemeIcon(visibilityIcon(listed.secret.visibility)),
    };
  });
}

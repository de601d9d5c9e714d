import { type QuickPickItem, ThemeIcon, window } from 'vscode';
import { appIcon, appLabel } from '../../labels/apps';
import { pickLabels } from '../../labels/picks';
import type { SecretApp } from '../../model/secretApp';
import { ask, type Answer, type Position } from './steps';

interface AppItem extends QuickPickItem {
  readonly app: SecretApp;
}

/** An app to choose, and what to know about it. */
export interface AppChoice {
  readonly app: SecretApp;
  readonly detail?: string;
}

/** Asks for an app. `chosen` is highlighted. */
export function askApp(
  position: Position,
  apps: readonly SecretApp[],
  chosen: SecretApp,
): Promise<Answer<SecretApp>> {
  const input = window.createQuickPick<AppItem>();
  input.placeholder = pickLabels.app();
  input.items = apps.map(app => toItem({ app }));
  input.activeItems = input.items.filter(({ app }) => app === chosen);
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.app };
  });
}

/** Asks for at least one app. Those in `chosen` are checked. */
export function askApps(
  position: Position,
  apps: readonly AppChoice[],
  chosen: readonly SecretApp[],
  question: string,
): Promise<Answer<readonly SecretApp[]>> {
  const input = window.createQuickPick<AppItem>();
  input.canSelectMany = true;
  input.placeholder = question;
  input.items = apps.map(toItem);
  input.selectedItems = input.items.filter(({ app }) => chosen.includes(app));
  const selected = (): { value: readonly SecretApp[] } => ({
    value: input.selectedItems.map(({ app }) => app),
  });
  return ask(input, position, () => (input.selectedItems.length > 0 ? selected() : undefined), selected);
}

function toItem({ app, detail }: AppChoice): AppItem {
  const item = { app, label: appLabel(app), iconPath: new ThemeIcon(appIcon(app)) };
  return detail === undefined ? item : { ...item, detail };
}

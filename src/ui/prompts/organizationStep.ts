import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { Organization } from '../../model/organization';
import { ask, type Answer, type Position } from './steps';

/** Asks which organization is meant. */
export function askOrganization(
  position: Position,
  organizations: readonly Organization[],
): Promise<Answer<string>> {
  const input = window.createQuickPick<QuickPickItem>();
  input.placeholder = l10n.t('Which organization?');
  input.items = organizations.map(({ login }) => ({ label: login, iconPath: new ThemeIcon('organization') }));
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.label };
  });
}

import { type QuickPickItem, ThemeIcon, window } from 'vscode';
import { pickLabels } from '../../labels/picks';
import type { Organization } from '../../model/organization';
import { ask, type Answer, type Position } from './steps';

/** Asks for an organization. */
export function askOrganization(
  position: Position,
  organizations: readonly Organization[],
): Promise<Answer<string>> {
  const input = window.createQuickPick<QuickPickItem>();
  input.placeholder = pickLabels.organization();
  input.items = organizations.map(({ login }) => ({ label: login, iconPath: new ThemeIcon('organization') }));
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.label };
  });
}

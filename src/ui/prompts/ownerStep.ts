import { type QuickPickItem, ThemeIcon, window } from 'vscode';
import { ownerIcon, ownerLabels } from '../../labels/owners';
import { plainName } from '../../model/plainText';
import { ownerName, type SecretOwner } from '../../model/secretStore';
import { ask, type Answer, type Position } from './steps';

interface OwnerItem extends QuickPickItem {
  readonly owner: SecretOwner;
}

/** Asks whose secrets a flow works on. */
export function askOwner(position: Position, owners: readonly SecretOwner[]): Promise<Answer<SecretOwner>> {
  const input = window.createQuickPick<OwnerItem>();
  input.placeholder = ownerLabels.question(owners);
  input.items = owners.map(toItem);
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.owner };
  });
}

function toItem(owner: SecretOwner): OwnerItem {
  const description = ownerLabels.description(owner);
  return {
    owner,
    label: plainName(ownerName(owner)),
    iconPath: new ThemeIcon(ownerIcon(owner)),
    ...(description !== undefined && { description }),
  };
}

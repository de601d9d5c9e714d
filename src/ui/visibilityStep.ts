import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { visibilityIcon, visibilityLabel } from '../host/words';
import { visibilities, type Visibility } from '../model/secret';
import { ask, type Answer, type Position } from './steps';

interface VisibilityItem extends QuickPickItem {
  readonly visibility: Visibility;
}

/** Asks which repositories receive a secret. `current`: today's, which is marked; `chosen`: an earlier answer. */
export function askVisibility(
  position: Position,
  current?: Visibility,
  chosen = current,
): Promise<Answer<Visibility>> {
  const input = window.createQuickPick<VisibilityItem>();
  input.placeholder = l10n.t('Which repositories receive it?');
  input.items = visibilities.map(visibility => ({
    visibility,
    label: visibilityLabel(visibility),
    iconPath: new ThemeIcon(visibilityIcon(visibility)),
    ...(visibility === current && { description: l10n.t('today') }),
  }));
  if (chosen !== undefined) input.activeItems = input.items.filter(({ visibility }) => visibility === chosen);
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.visibility };
  });
}

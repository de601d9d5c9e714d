import { type QuickPickItem, ThemeIcon, window } from 'vscode';
import { compareAppsLabels as labels, copyDescription } from '../../labels/compareApps';
import type { AppDifference } from '../../model/appComparison';
import { type SecretId, secretIdOf } from '../../model/secret';
import type { SecretApp } from '../../model/secretApp';
import { ask, type Answer, type Position } from './steps';

/** What the user wants to do about a difference between apps. */
export type DifferenceAction =
  | { readonly kind: 'create'; readonly app: SecretApp }
  | { readonly kind: 'copy'; readonly from: SecretId; readonly to: SecretId };

interface ActionItem extends QuickPickItem {
  readonly action: DifferenceAction;
}

/** Asks what to do about a difference between apps. */
export function askDifferenceAction(
  position: Position,
  difference: AppDifference,
): Promise<Answer<DifferenceAction>> {
  const input = window.createQuickPick<ActionItem>();
  input.placeholder = labels.actionQuestion();
  input.items = [...creations(difference), ...copies(difference)];
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.action };
  });
}

function creations({ missing }: AppDifference): ActionItem[] {
  return missing.map(app => ({
    action: { kind: 'create', app },
    label: labels.create(app),
    description: labels.createHint(),
    iconPath: new ThemeIcon('add'),
  }));
}

/** Both directions for each pair of apps whose access differs. The one that gives most repositories access comes first. */
function copies({ secrets, gaps }: AppDifference): ActionItem[] {
  const count = (canUse: SecretApp, cannotUse: SecretApp): number =>
    gaps.find(gap => gap.canUse === canUse && gap.cannotUse === cannotUse)?.repositories ?? 0;
  return secrets
    .flatMap(({ secret: from }) =>
      secrets.map(({ secret: to }) => ({
        from,
        to,
        gained: count(from.app, to.app),
        lost: count(to.app, from.app),
      })),
    )
    .filter(({ gained, lost }) => gained + lost > 0)
    .sort((a, b) => b.gained - b.lost - (a.gained - a.lost))
    .map(({ from, to, gained, lost }) => ({
      action: { kind: 'copy', from: secretIdOf(from), to: secretIdOf(to) },
      label: labels.copy(from.app, to.app),
      description: copyDescription(gained, lost),
      iconPath: new ThemeIcon('copy'),
    }));
}

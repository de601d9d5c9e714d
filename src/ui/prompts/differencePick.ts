import { ThemeIcon } from 'vscode';
import type { OrganizationLoads } from '../../cache/organizationLoads';
import {
  appNames,
  compareAppsLabels as labels,
  differenceDescription,
  differenceDetail,
} from '../../labels/compareApps';
import { type AccessMatrix, loadedApps } from '../../model/access';
import { type AppDifference, compareApps } from '../../model/appComparison';
import { askWhileLoading, type GrowingItem, type PickPlace } from './growingPick';
import { loadFailureItems } from './loadFailureItems';

/** A difference that the user chose, and where they were in the list. */
export interface DifferenceChoice {
  readonly difference: AppDifference;
  readonly place: PickPlace;
}

interface DifferenceItem extends GrowingItem {
  readonly difference?: AppDifference;
}

/**
 * Asks for a secret that is not the same in all apps of an organization. Undefined if the user leaves or there is none.
 * @param loads of the one organization
 * @param start where the user was when the list was last shown
 */
export async function askDifference(
  organization: string,
  loads: OrganizationLoads,
  start: PickPlace | undefined,
): Promise<DifferenceChoice | undefined> {
  /** The rows of each matrix, which are made once: there can be a thousand. */
  const made = new WeakMap<AccessMatrix, DifferenceItem[]>();
  const itemsOf = (access: AccessMatrix): DifferenceItem[] => {
    const items = made.get(access) ?? differenceItems(access);
    made.set(access, items);
    return items;
  };
  const picked = await askWhileLoading<DifferenceItem>({
    title: labels.title(organization),
    placeholder: () => labels.question(loads.isLoading),
    items: () => [
      ...loads.all.flatMap(({ access }) => (access ? itemsOf(access) : [])),
      ...loadFailureItems(loads),
    ],
    isLoading: () => loads.isLoading,
    onDidChange: loads.onDidChange,
    start,
  });
  const difference = picked?.item.difference;
  return difference && { difference, place: picked.place };
}

function differenceItems(access: AccessMatrix): DifferenceItem[] {
  const apps = loadedApps(access);
  // A single app that was loaded can't be compared. The failures of the others say why.
  if (apps.length < 2) return [];
  const items = compareApps(access).map(difference => ({
    key: difference.name,
    difference,
    label: difference.name,
    description: differenceDescription(difference),
    detail: differenceDetail(difference),
    iconPath: new ThemeIcon(difference.missing.length > 0 ? 'diff-removed' : 'diff-modified'),
  }));
  if (items.length > 0) return items;
  const iconPath = new ThemeIcon('check');
  return [{ key: 'none', label: labels.none(), description: appNames(apps), iconPath, alwaysShow: true }];
}

import type { OrganizationLoad, OrganizationLoads } from '../../cache/organizationLoads';
import type { OtherLevels } from '../../cache/otherLevels';
import { findSecretLabels as labels } from '../../labels/findSecret';
import type { Event } from '../../model/event';
import { accountOf } from '../../model/secretStore';
import { type Extra, type Found, type FoundItem, repositoryItems, secretItems } from './foundItems';
import { askWhileLoading } from './growingPick';
import { levelFailureItems, loadFailureItems } from './loadFailureItems';

/**
 * Asks for one of all secrets and repositories. Undefined if the user leaves.
 * @param levels what codespaces get besides the secrets of the organizations
 */
export async function askForFound(
  loads: OrganizationLoads,
  levels: OtherLevels,
  staleAfterDays: number,
): Promise<Found | undefined> {
  /** The rows of each load, which are made once: there can be thousands. */
  let made = new WeakMap<OrganizationLoad, FoundItem[]>();
  let extra: Extra = new Map();
  const onLevels = levels.onDidChange(() => {
    made = new WeakMap();
    extra = levels.received();
  });
  const itemsOf = (load: OrganizationLoad): FoundItem[] => {
    const items = made.get(load) ?? [
      ...secretItems(
        labels.secrets(load.organization),
        load.secrets ?? [],
        load.access?.secrets,
        staleAfterDays,
      ),
      ...repositoryItems(load, extra),
    ];
    made.set(load, items);
    return items;
  };
  const items = (): FoundItem[] => [
    ...loadFailureItems(loads),
    ...levelFailureItems(levels),
    ...loads.all.flatMap(itemsOf),
    ...itemsOfLevels(levels, loads, extra, staleAfterDays),
  ];
  const isLoading = (): boolean => loads.isLoading || levels.isLoading;
  const onDidChange: Event<void> = listener => {
    const subscriptions = [loads.onDidChange(listener), levels.onDidChange(listener)];
    return {
      dispose: () => {
        for (const subscription of subscriptions) subscription.dispose();
      },
    };
  };
  try {
    const picked = await askWhileLoading<FoundItem>({
      title: labels.title(),
      placeholder: () =>
        isLoading() || items().length > 0 ? labels.question(isLoading()) : labels.nothing(),
      items,
      isLoading,
      onDidChange,
    });
    return picked?.item.found;
  } finally {
    onLevels.dispose();
  }
}

/** The user's own secrets, those of the open repositories, and the open repositories of other owners. */
function itemsOfLevels(
  levels: OtherLevels,
  loads: OrganizationLoads,
  extra: Extra,
  staleAfterDays: number,
): FoundItem[] {
  const others = levels.openElsewhere(loads.all.map(({ organization }) => organization));
  return [
    ...secretItems(labels.userSecrets(), levels.user, levels.user, staleAfterDays),
    ...levels.open.flatMap(({ owner, secrets }) =>
      secretItems(labels.ownSecrets(owner.fullName), secrets, undefined, staleAfterDays),
    ),
    ...others.flatMap(({ owner, details }) =>
      repositoryItems(
        { organization: accountOf(owner) ?? '', repositories: [details.repository], failures: [] },
        extra,
      ),
    ),
  ];
}

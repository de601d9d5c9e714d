import { l10n } from 'vscode';
import { limitTime } from './limitTime';
import { listed } from './names';
import { number } from './number';

/** What an item of a series is called: a secret, and what of it. */
export interface ItemName {
  readonly name: string;
  /** A repository of the secret. */
  readonly part?: string;
}

/** How many repositories are named for each secret. */
const partsRoom = 5;

/** Items in a few words, by secret: "NPM_TOKEN / billing, docs; PYPI_TOKEN / docs". */
export function groupedNames(items: readonly ItemName[]): string {
  const groups = new Map<string, string[]>();
  for (const { name, part } of items) {
    const parts = groups.get(name) ?? [];
    if (part !== undefined) parts.push(part);
    groups.set(name, parts);
  }
  const words = [...groups].map(([name, parts]) =>
    parts.length === 0 ? name : `${name} / ${listed(parts, partsRoom)}`,
  );
  return listed(words, undefined, items.some(({ part }) => part !== undefined) ? '; ' : ', ');
}

/** A series of calls: progress and result. */
export const batchLabels = {
  /** The title of a wait that belongs to no series. */
  product: (): string => 'Codespaces Secrets',
  progress: (tried: number, all: number): string => l10n.t('{0} of {1}', number(tried), number(all)),
  progressWhileWaiting: (tried: number, all: number, until: Date): string =>
    `${batchLabels.progress(tried, all)}, ${batchLabels.waiting(until)}`,
  waiting: (until: Date): string => l10n.t("waiting until {0} for GitHub's rate limit", limitTime(until)),
  unknown: (items: readonly ItemName[]): string =>
    l10n.t("We don't know whether these were done: {0}.", groupedNames(items)),
  notTried: (items: readonly ItemName[]): string => l10n.t('Not tried: {0}.', groupedNames(items)),
};

/** The buttons that try again. */
export const retryLabels = {
  tryAgain: (): string => l10n.t('Try Again'),
  /** @param count how many items are sent again */
  retry: (count: number): string =>
    count === 1 ? l10n.t('Retry Failed') : l10n.t('Retry {0}', number(count)),
  /** Where secrets of these names already exist. */
  rotateInstead: (names: string): string => l10n.t('Rotate {0}', names),
  /** Where a secret of this name no longer exists. */
  createInstead: (name: string): string => l10n.t('Create {0}', name),
  continue: (): string => l10n.t('Continue'),
};

import { l10n, type QuickPick, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { visibilityIcon, visibilityLabel } from '../../labels/words';
import type { RepositoryCounts } from '../../model/repository';
import { visibilities, type Visibility } from '../../model/secret';
import { ask, askAnew, type Answer, type Position } from './steps';

export interface VisibilityQuestion {
  /** Today's, which is marked. */
  readonly current?: Visibility | undefined;
  /** An earlier answer, which is highlighted at first; else today's is, and where there is none, never the widest. */
  readonly chosen?: Visibility | undefined;
  /** How many repositories the organization has; each choice shows its count as soon as it is known. */
  readonly counts?: Promise<RepositoryCounts | undefined> | undefined;
}

interface VisibilityItem extends QuickPickItem {
  readonly visibility: Visibility;
}

/** Asks which repositories can use a secret. It can be answered while the repositories are still being counted. */
export async function askVisibility(
  position: Position,
  { current, chosen, counts }: VisibilityQuestion,
): Promise<Answer<Visibility>> {
  let known: RepositoryCounts | undefined;
  let isCounted = counts === undefined;
  const counted = Promise.resolve(counts)
    .then(
      all => (known = all),
      () => undefined,
    )
    .then(() => (isCounted = true));
  // What is known already is there within a turn.
  await Promise.race([counted, new Promise(resolve => setTimeout(resolve))]);

  let shown: QuickPick<VisibilityItem> | undefined;
  return askAnew(renew => {
    const before = shown;
    const input = (shown = window.createQuickPick<VisibilityItem>());
    const start = (before && highlighted(before)) ?? chosen ?? current ?? 'private';
    input.items = visibilities.map(visibility => itemOf(visibility, current, known));
    highlight(input, start);
    input.busy = !isCounted;
    input.placeholder = isCounted
      ? l10n.t('Which repositories can use it?')
      : l10n.t('Which repositories can use it? (Counting them...)');
    if (!isCounted)
      void counted.then(() => {
        whenNothingIsTyped(input, renew);
      });

    // A key that was pressed while this input took the other's place moved the highlight there, unseen.
    let missed = before && (() => highlighted(before));
    const accept = (): { value: Visibility } | undefined => {
      const [item] = input.selectedItems;
      const meant = missed?.();
      missed = undefined;
      if (!item || meant === undefined || meant === start || item.visibility !== start)
        return item && { value: item.visibility };
      highlight(input, meant);
      return undefined;
    };
    return { input, answer: ask(input, position, accept) };
  });
}

function highlighted(input: QuickPick<VisibilityItem>): Visibility | undefined {
  return input.activeItems[0]?.visibility;
}

function highlight(input: QuickPick<VisibilityItem>, visibility: Visibility): void {
  input.activeItems = input.items.filter(item => item.visibility === visibility);
}

/** Does something at once, or as soon as what is typed is deleted: it would be lost with the input. */
function whenNothingIsTyped(input: QuickPick<VisibilityItem>, work: () => void): void {
  if (input.value === '') {
    work();
    return;
  }
  input.busy = false;
  const listener = input.onDidChangeValue(value => {
    if (value !== '') return;
    listener.dispose();
    work();
  });
}

function itemOf(
  visibility: Visibility,
  current: Visibility | undefined,
  counts: RepositoryCounts | undefined,
): VisibilityItem {
  const remarks = [
    ...(counts ? countWords(visibility, counts) : []),
    ...(visibility === current ? [l10n.t('today')] : []),
  ];
  return {
    visibility,
    label: visibilityLabel(visibility),
    iconPath: new ThemeIcon(visibilityIcon(visibility)),
    ...(remarks.length > 0 && { description: remarks.map(remark => `· ${remark}`).join(' ') }),
  };
}

/** How many repositories a choice means: "240, 12 public". */
function countWords(visibility: Visibility, { all, public: open }: RepositoryCounts): string[] {
  switch (visibility) {
    case 'all':
      return [
        open === 0
          ? all.toLocaleString()
          : l10n.t('{0}, {1} public', all.toLocaleString(), open.toLocaleString()),
      ];
    case 'private':
      return [(all - open).toLocaleString()];
    case 'selected':
      return [];
  }
}

import { type QuickPick, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { changeVisibilityLabels } from '../../labels/accessCommands';
import { visibilityIcon, visibilityLabel, visibilityPickLabels } from '../../labels/visibility';
import type { RepositoryCounts } from '../../model/repository';
import { visibilities, type Visibility } from '../../model/secret';
import { ask, askAnew, type Answer, type Position } from './steps';

export interface VisibilityQuestion {
  /** The current visibility, which is marked. */
  readonly current?: Visibility | undefined;
  /** An earlier answer, highlighted first. The default is the current visibility, or else "private", never the widest. */
  readonly chosen?: Visibility | undefined;
  /** Whether the value is asked for next, because GitHub requires it. */
  readonly isValueNeeded?: boolean;
  /** How many repositories the organization has. Each choice shows its count as soon as it is known. */
  readonly counts?: Promise<RepositoryCounts | undefined> | undefined;
}

interface VisibilityItem extends QuickPickItem {
  readonly visibility: Visibility;
}

/** Asks which repositories can use a secret. The user can answer while the repositories are still being counted. */
export async function askVisibility(
  position: Position,
  { current, chosen, counts, isValueNeeded = false }: VisibilityQuestion,
): Promise<Answer<Visibility>> {
  let known: RepositoryCounts | undefined;
  let isCounted = counts === undefined;
  const counted = Promise.resolve(counts)
    .then(
      all => (known = all),
      () => undefined,
    )
    .then(() => (isCounted = true));
  // Counts that are already known arrive within one turn.
  await Promise.race([counted, new Promise(resolve => setTimeout(resolve))]);

  let shown: QuickPick<VisibilityItem> | undefined;
  return askAnew(renew => {
    const before = shown;
    const input = (shown = window.createQuickPick<VisibilityItem>());
    const start = (before && highlighted(before)) ?? chosen ?? current ?? 'private';
    input.items = visibilities.map(visibility => itemOf(visibility, current, known));
    highlight(input, start);
    input.busy = !isCounted;
    const question = isValueNeeded ? changeVisibilityLabels.valueNeeded() : visibilityPickLabels.question();
    input.placeholder = isCounted ? question : visibilityPickLabels.counting();
    if (!isCounted)
      void counted.then(() => {
        whenNothingIsTyped(input, renew);
      });

    // A key that was pressed while this input replaced the last one moved the highlight there, where nobody saw it.
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

/** Works at once, or as soon as the user deletes what they typed, because a new input would lose it. */
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
  const count = counts && visibilityPickLabels.count(visibility, counts);
  const remarks = [
    ...(count === undefined ? [] : [count]),
    ...(visibility === current ? [visibilityPickLabels.current()] : []),
  ];
  return {
    visibility,
    label: visibilityLabel(visibility),
    iconPath: new ThemeIcon(visibilityIcon(visibility)),
    ...(remarks.length > 0 && { description: remarks.map(remark => `· ${remark}`).join(' ') }),
  };
}

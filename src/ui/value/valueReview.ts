import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { valueWords } from '../../host/words';
import { type Accident, accidentsIn } from '../../model/accident';
import { accidentWords } from '../accidentWords';
import { listed } from '../failures';
import { ask, type Answer, type Position } from '../steps';
import type { TakenValue } from './taken';
import { valueProblemText } from './valueInput';

/** A value as it is to be sent, and whether it is to be put on the clipboard, too. */
export interface Reviewed {
  readonly value: string;
  readonly isCopied: boolean;
}

/** What an item stands for: to go on, to go on with a copy, to mend something, or to take another value. */
type Choice = 'use' | 'copy' | 'another' | { readonly mended: string };

interface ChoiceItem extends QuickPickItem {
  readonly choice?: Choice;
}

/**
 * Describes a value before it is sent, without showing it, and offers to mend what looks like an accident; as often as
 * something is mended it is described anew. Going back means that another value is wanted.
 * @param names the secrets that the value is for
 * @param receivers what they are called where there are several
 */
export async function reviewValue(
  position: Position,
  taken: TakenValue,
  names: readonly string[],
  receivers: readonly string[] = [],
): Promise<Answer<Reviewed>> {
  let { value } = taken;
  for (;;) {
    const answer = await askChoice(position, { ...taken, value }, names, receivers);
    if (!answer || 'back' in answer) return answer && { back: undefined };
    const choice = answer.value;
    if (choice === 'another') return { back: undefined };
    if (choice === 'use' || choice === 'copy') return { value: { value, isCopied: choice === 'copy' } };
    value = choice.mended;
  }
}

function askChoice(
  position: Position,
  taken: TakenValue,
  names: readonly string[],
  receivers: readonly string[],
): Promise<Answer<Choice>> {
  const accidents = accidentsIn(taken.value, names);
  const input = window.createQuickPick<ChoiceItem>();
  input.placeholder = l10n.t('What is sent is described here, not shown');
  input.items = [
    ...(accidents.length > 0 ? [heading(l10n.t('seldom meant'))] : []),
    ...accidents.map(accident => mendItem(accident)),
    heading(taken.origin),
    ...useItems(taken, receivers, accidents.length > 0),
  ];
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item?.choice && { value: item.choice };
  });
}

function useItems(
  { value, isGenerated }: TakenValue,
  receivers: readonly string[],
  isKept: boolean,
): ChoiceItem[] {
  const problem = valueProblemText(value);
  if (problem !== undefined) return [{ label: `$(error) ${problem}`, choice: 'another' }];
  const use: ChoiceItem = {
    label: `$(check) ${isKept ? l10n.t('Use it as it is') : l10n.t('Use it')}`,
    description: valueWords(value),
    ...(receivers.length > 0 && { detail: l10n.t('To {0}', listed(receivers)) }),
    choice: 'use',
  };
  if (isGenerated !== true) return [use];
  return [
    use,
    {
      label: `$(clippy) ${l10n.t('Use it, and copy it once')}`,
      detail: l10n.t('The clipboard is cleared after 60 seconds, if it still holds the value.'),
      choice: 'copy',
    },
  ];
}

function mendItem({ kind, mended }: Accident): ChoiceItem {
  const { finding, mend } = accidentWords(kind);
  return {
    label: `$(wrench) ${mend}`,
    description: mended === undefined ? '' : l10n.t('then {0}', valueWords(mended)),
    detail: finding,
    choice: mended === undefined ? 'another' : { mended },
  };
}

function heading(label: string): ChoiceItem {
  return { label, kind: QuickPickItemKind.Separator };
}

import { env, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { valueWords } from '../../labels/words';
import { type ValueWarning, warningsIn } from '../../model/valueWarning';
import { hasItsLineBreaks } from '../../model/armor';
import { warningWords } from '../../labels/valueWarnings';
import { listed } from '../failures';
import { ask, type Answer, type Position } from '../prompts/steps';
import type { ValueSourceResult, SourceValue } from './valueSource';
import { valueProblemText } from './valueInput';

/** A value as it is to be sent, and whether it is to be put on the clipboard, too. */
export interface Reviewed {
  readonly value: string;
  readonly isCopied: boolean;
}

/** Opens the multi-line editor with a text in it. */
export type OpenEditor = (draft: string) => Promise<ValueSourceResult>;

/** What an item stands for: to go on, to go on with a copy, to fix something, or to take the value from elsewhere. */
type Choice = 'use' | 'copy' | 'another' | 'clipboard' | 'editor' | { readonly value: string };

interface ChoiceItem extends QuickPickItem {
  readonly choice?: Choice;
}

interface ReviewQuestion {
  readonly result: SourceValue;
  readonly names: readonly string[];
  readonly targets: readonly string[];
  /** Whether a key that lost its line breaks can be taken from the clipboard or edited. */
  readonly hasSources: boolean;
  /** Why the last choice did nothing. */
  readonly problem: string | undefined;
}

/**
 * Describes a value before it is sent, without showing it, and offers a fix for each likely mistake. After a fix the
 * value is described again. Going back means that another value is wanted.
 * @param names the secrets that the value is for
 * @param targets what they are called where there are several
 * @param openEditor for a value that was pasted: a key without its line breaks can be entered again
 */
export async function reviewValue(
  position: Position,
  result: SourceValue,
  names: readonly string[],
  targets: readonly string[] = [],
  openEditor?: OpenEditor,
): Promise<Answer<Reviewed>> {
  let current = result;
  let draft = result.value;
  let problem: string | undefined;
  for (;;) {
    const hasSources = openEditor !== undefined;
    const answer = await askChoice(position, {
      result: current,
      names,
      targets: targets,
      hasSources,
      problem,
    });
    if (!answer || 'back' in answer) return answer && { back: undefined };
    const choice = answer.value;
    if (choice === 'another') return { back: undefined };
    if (choice === 'use' || choice === 'copy')
      return { value: { value: current.value, isCopied: choice === 'copy' } };
    const result = await chosenText(choice, current, draft, openEditor);
    problem = result && 'problem' in result ? result.problem : undefined;
    if (result && 'left' in result) draft = result.left;
    if (result && 'value' in result) {
      current = result;
      draft = current.value;
    }
  }
}

async function chosenText(
  choice: Exclude<Choice, 'use' | 'copy' | 'another'>,
  current: SourceValue,
  draft: string,
  openEditor: OpenEditor | undefined,
): Promise<ValueSourceResult> {
  if (choice === 'editor') return openEditor?.(draft);
  if (choice !== 'clipboard') return { ...current, value: choice.value };
  const text = await env.clipboard.readText();
  return hasItsLineBreaks(text, current.value)
    ? { value: text, origin: l10n.t('From the clipboard') }
    : { problem: l10n.t("The clipboard doesn't have this key. Copy the key, then try again.") };
}

function askChoice(position: Position, question: ReviewQuestion): Promise<Answer<Choice>> {
  const { result, names, targets: targets, hasSources, problem } = question;
  const warnings = warningsIn(result.value, names);
  const input = window.createQuickPick<ChoiceItem>();
  input.placeholder = problem ?? l10n.t('The value is described here, not shown');
  input.items = [
    ...(warnings.length > 0 ? [heading(l10n.t('Possible mistakes'))] : []),
    ...warnings.flatMap(warning => fixItems(warning, hasSources)),
    heading(result.origin),
    ...useItems(result, targets, warnings.length > 0),
  ];
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item?.choice && { value: item.choice };
  });
}

function useItems(
  { value, isGenerated }: SourceValue,
  targets: readonly string[],
  isKept: boolean,
): ChoiceItem[] {
  const problem = valueProblemText(value);
  if (problem !== undefined) return [{ label: `$(error) ${problem}`, choice: 'another' }];
  const use: ChoiceItem = {
    label: `$(check) ${isKept ? l10n.t('Use it as it is') : l10n.t('Use it')}`,
    description: valueWords(value),
    ...(targets.length > 0 && { detail: l10n.t('To {0}', listed(targets)) }),
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

function fixItems({ kind, fixed }: ValueWarning, hasSources: boolean): ChoiceItem[] {
  const { finding, fix } = warningWords(kind);
  const sources = kind === 'lostLineBreaks' && hasSources ? sourceItems(finding) : [];
  if (fixed !== undefined)
    return [
      {
        label: `$(wrench) ${fix}`,
        description: l10n.t('then {0}', valueWords(fixed)),
        detail: finding,
        choice: { value: fixed },
      },
      ...sources,
    ];
  if (sources.length > 0) return sources;
  return [{ label: `$(wrench) ${l10n.t('Enter another value')}`, detail: finding, choice: 'another' }];
}

function sourceItems(finding: string): ChoiceItem[] {
  return [
    {
      label: `$(clippy) ${l10n.t('Take it from the clipboard, line breaks included')}`,
      detail: finding,
      choice: 'clipboard',
    },
    {
      label: `$(list-flat) ${l10n.t('Enter it in the multi-line editor')}`,
      detail: finding,
      choice: 'editor',
    },
  ];
}

function heading(label: string): ChoiceItem {
  return { label, kind: QuickPickItemKind.Separator };
}

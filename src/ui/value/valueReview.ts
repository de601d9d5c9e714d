import { env, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { clipboardLabels } from '../../labels/clipboard';
import { valueWords } from '../../labels/valueDescription';
import { valueOriginLabels } from '../../labels/valueInput';
import { valueProblemText } from '../../labels/valueProblems';
import { valueReviewLabels } from '../../labels/valueReview';
import { type ValueWarning, warningsIn } from '../../model/valueWarning';
import { hasItsLineBreaks } from '../../model/armor';
import { enterAnotherLabel, warningWords } from '../../labels/valueWarnings';
import { ask, type Answer, type Position } from '../prompts/steps';
import type { ValueSourceResult, SourceValue } from './valueSource';

/** A value to send, and whether to copy it to the clipboard, too. */
export interface Reviewed {
  readonly value: string;
  readonly isCopied: boolean;
}

/** Opens the multi-line editor with a text in it. */
export type OpenEditor = (draft: string) => Promise<ValueSourceResult>;

/** What an item does: use the value, also copy it, use a fixed value, or ask another source. */
type Choice = 'use' | 'copy' | 'another' | 'clipboard' | 'editor' | { readonly value: string };

interface ChoiceItem extends QuickPickItem {
  readonly choice?: Choice;
}

interface ReviewQuestion {
  readonly result: SourceValue;
  readonly names: readonly string[];
  readonly targets: readonly string[];
  /** Whether a key that lost its line breaks can be pasted again or edited. */
  readonly hasSources: boolean;
  /** Why the last choice did nothing. */
  readonly problem: string | undefined;
}

/** Whether there is something to decide about a value that the user has entered: warnings, or several secrets. */
export function needsReview(value: string, names: readonly string[], targets: readonly string[]): boolean {
  return targets.length > 0 || warningsIn(value, names).length > 0;
}

/**
 * Describes a value before it is sent, without showing it, and offers a fix for each likely mistake. After a fix the
 * value is described again; after the multi-line editor only if it needs a review. Going back means that the user wants
 * another value.
 * @param names the secrets that the value is for
 * @param targets what several secrets are called
 * @param openEditor for a pasted value: a key that lost its line breaks can be edited
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
      targets,
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
      if (choice === 'editor' && !needsReview(draft, names, targets))
        return { value: { value: draft, isCopied: false } };
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
    ? { value: text, origin: valueOriginLabels.clipboard() }
    : { problem: clipboardLabels.otherText() };
}

function askChoice(position: Position, question: ReviewQuestion): Promise<Answer<Choice>> {
  const { result, names, targets, hasSources, problem } = question;
  const warnings = warningsIn(result.value, names);
  const input = window.createQuickPick<ChoiceItem>();
  input.placeholder = problem ?? valueReviewLabels.question();
  input.items = [
    ...(warnings.length > 0 ? [heading(valueReviewLabels.possibleMistakes())] : []),
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
    label: `$(check) ${isKept ? valueReviewLabels.useAsIs() : valueReviewLabels.use()}`,
    description: valueWords(value),
    ...(targets.length > 0 && { detail: valueReviewLabels.targets(targets) }),
    choice: 'use',
  };
  if (isGenerated !== true) return [use];
  return [
    use,
    {
      label: `$(clippy) ${valueReviewLabels.useAndCopy()}`,
      detail: valueReviewLabels.copyDetail(),
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
        description: valueReviewLabels.result(fixed),
        detail: finding,
        choice: { value: fixed },
      },
      ...sources,
    ];
  if (sources.length > 0) return sources;
  return [{ label: `$(wrench) ${enterAnotherLabel()}`, detail: finding, choice: 'another' }];
}

function sourceItems(finding: string): ChoiceItem[] {
  return [
    {
      label: `$(clippy) ${valueReviewLabels.fromClipboard()}`,
      detail: finding,
      choice: 'clipboard',
    },
    {
      label: `$(list-flat) ${valueReviewLabels.inEditor()}`,
      detail: finding,
      choice: 'editor',
    },
  ];
}

function heading(label: string): ChoiceItem {
  return { label, kind: QuickPickItemKind.Separator };
}

import {
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  type LogOutputChannel,
  type Uri,
} from 'vscode';
import { valueEditorLabels } from '../../labels/valueEditor';
import { valueInputLabels, valueOriginLabels } from '../../labels/valueInput';
import type { Clipboard } from '../../platform/clipboard';
import type { Answer, Position } from '../prompts/steps';
import { editValue } from '../panels/valueEditor';
import { fromClipboard } from './fromClipboard';
import { fromFile } from './fromFile';
import { fromGenerator } from './fromGenerator';
import type { ValueSourceResult, SourceValue } from './valueSource';
import { askInput, type ExtraButton, type ValueSource } from './valueInput';
import { needsReview, reviewValue } from './valueReview';

/** What the sources of a value need. */
export interface ValueTools {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  readonly clipboard: Clipboard;
}

export interface ValueQuestion {
  /** The secrets that the value is for. */
  readonly names: readonly string[];
  readonly prompt: string;
  /** What several secrets are called. If given, the value is always reviewed. */
  readonly targets?: readonly string[];
  /** What the user entered before going back. */
  readonly entered?: string;
  /** A further button of the input. */
  readonly extra?: ExtraButton | undefined;
}

/**
 * Asks for a value, typed or from another source. The user reviews a description of the value unless they typed it here
 * or in the multi-line editor, it has no warnings, and it is for one secret.
 */
export async function askValue(
  position: Position,
  { names, prompt, targets = [], entered = '', extra }: ValueQuestion,
  tools: ValueTools,
): Promise<Answer<string>> {
  let typed = isOneLine(entered) ? entered : '';
  let given: SourceValue | undefined = isOneLine(entered)
    ? undefined
    : { value: entered, origin: valueOriginLabels.enteredBefore() };
  // The multi-line editor starts with the last text, so that going back to it loses nothing.
  let draft = entered;
  let problem: string | InputBoxValidationMessage | undefined;
  const keepDraft = (left: string): void => {
    typed = isOneLine(left) ? left : '';
    draft = left;
  };
  for (;;) {
    if (!given) {
      const answer = await askInput(position, { names, prompt, typed, problem, extra });
      if (!answer) return undefined;
      if ('back' in answer) {
        const last = answer.back?.value.typed ?? typed;
        return { back: { value: last === '' ? draft : last } };
      }
      const { source } = answer.value;
      typed = answer.value.typed;
      const result = source
        ? await valueFrom(source, position, names, typed === '' ? draft : typed, tools)
        : { value: typed, origin: valueOriginLabels.typed() };
      problem = result && 'problem' in result ? result.problem : undefined;
      if (result && 'left' in result) {
        keepDraft(result.left);
        if (typed !== draft)
          problem = {
            message: valueInputLabels.textIsKept(),
            severity: InputBoxValidationSeverity.Info,
          };
      }
      if (!result || !('value' in result)) continue;
      const isSeen = !source || source === 'editor';
      if (isSeen && !needsReview(result.value, names, targets)) return { value: result.value };
      given = result;
    }
    draft = given.value;
    const review = { ...position, isNested: true };
    const openEditor = async (text: string): Promise<ValueSourceResult> => {
      const result = await fromEditor(names, text, tools);
      if (result && 'left' in result) keepDraft(result.left);
      return result;
    };
    const reviewed = await reviewValue(review, given, names, targets, openEditor);
    if (!reviewed) return undefined;
    if ('value' in reviewed) {
      if (reviewed.value.isCopied) await tools.clipboard.lend(reviewed.value.value);
      return { value: reviewed.value.value };
    }
    given = undefined;
  }
}

function valueFrom(
  source: ValueSource,
  position: Position,
  names: readonly string[],
  draft: string,
  tools: ValueTools,
): Promise<ValueSourceResult> {
  switch (source) {
    case 'editor':
      return fromEditor(names, draft, tools);
    case 'file':
      return fromFile(position);
    case 'clipboard':
      return fromClipboard();
    case 'generator':
      return fromGenerator(position);
  }
}

async function fromEditor(
  names: readonly string[],
  draft: string,
  tools: ValueTools,
): Promise<ValueSourceResult> {
  const result = await editValue(tools, { title: valueEditorLabels.title(names), draft });
  return 'value' in result ? { value: result.value, origin: valueOriginLabels.editor() } : result;
}

/** An input box drops line breaks, so it can show only a value that has none. */
function isOneLine(value: string): boolean {
  return !/[\r\n]/.test(value);
}

import {
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  l10n,
  type LogOutputChannel,
  type Uri,
} from 'vscode';
import type { Clipboard } from '../../platform/clipboard';
import { warningsIn } from '../../model/valueWarning';
import type { Answer, Position } from '../prompts/steps';
import { editValue } from '../panels/valueEditor';
import { fromClipboard } from './fromClipboard';
import { fromFile } from './fromFile';
import { fromGenerator } from './fromGenerator';
import type { ValueSourceResult, SourceValue } from './valueSource';
import { askInput, type ValueSource } from './valueInput';
import { reviewValue } from './valueReview';

/** What the doors to a value need. */
export interface ValueTools {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  readonly clipboard: Clipboard;
}

export interface ValueQuestion {
  /** The secrets that the value is for. */
  readonly names: readonly string[];
  readonly prompt: string;
  /** What the secrets are called where there are several; the value is then always described before it goes on. */
  readonly targets?: readonly string[];
  /** What was entered before, when the user comes back to it. */
  readonly entered?: string;
}

/**
 * Asks for a value: typed, or taken through a door. What was not seen while it was typed, what looks like an accident,
 * and what goes to several secrets is described before it goes on.
 */
export async function askValue(
  position: Position,
  { names, prompt, targets: targets = [], entered = '' }: ValueQuestion,
  tools: ValueTools,
): Promise<Answer<string>> {
  let typed = isOneLine(entered) ? entered : '';
  let given: SourceValue | undefined = isOneLine(entered)
    ? undefined
    : { value: entered, origin: l10n.t('As entered before') };
  // The multi-line editor begins with what was there last, so that going back to it loses nothing.
  let draft = entered;
  let problem: string | InputBoxValidationMessage | undefined;
  const keepDraft = (left: string): void => {
    typed = isOneLine(left) ? left : '';
    draft = left;
  };
  for (;;) {
    if (!given) {
      const answer = await askInput(position, { names, prompt, typed, problem });
      if (!answer) return undefined;
      if ('back' in answer) {
        const last = answer.back?.value.typed ?? typed;
        return { back: { value: last === '' ? draft : last } };
      }
      const { source } = answer.value;
      typed = answer.value.typed;
      const result = source
        ? await takeThrough(source, position, names, typed === '' ? draft : typed, tools)
        : { value: typed, origin: l10n.t('As typed') };
      problem = result && 'problem' in result ? result.problem : undefined;
      if (result && 'left' in result) {
        keepDraft(result.left);
        if (typed !== draft)
          problem = {
            message: l10n.t('The multi-line editor still has your text.'),
            severity: InputBoxValidationSeverity.Info,
          };
      }
      if (!result || !('value' in result)) continue;
      if (!source && targets.length === 0 && warningsIn(typed, names).length === 0) return { value: typed };
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

function takeThrough(
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
  const result = await editValue(tools, { title: l10n.t('Value of {0}', names.join(', ')), draft });
  return 'value' in result ? { value: result.value, origin: l10n.t('From the multi-line editor') } : result;
}

/** An input box drops line breaks, so it can be given only a value without any. */
function isOneLine(value: string): boolean {
  return !/[\r\n]/.test(value);
}

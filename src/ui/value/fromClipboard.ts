import { env } from 'vscode';
import { clipboardLabels } from '../../labels/clipboard';
import { valueOriginLabels } from '../../labels/valueInput';
import { valueProblemText } from '../../labels/valueProblems';
import type { ValueSourceResult } from './valueSource';

/** The text on the clipboard, exactly as it is. */
export async function fromClipboard(): Promise<ValueSourceResult> {
  const value = await env.clipboard.readText();
  if (value === '') return { problem: clipboardLabels.noText() };
  const problem = valueProblemText(value);
  return problem === undefined ? { value, origin: valueOriginLabels.clipboard() } : { problem };
}

import { env, l10n } from 'vscode';
import type { ValueSourceResult } from './valueSource';
import { valueProblemText } from './valueInput';

/** The text on the clipboard, exactly as it is. */
export async function fromClipboard(): Promise<ValueSourceResult> {
  const value = await env.clipboard.readText();
  if (value === '') return { problem: l10n.t('The clipboard has no text. Copy the value, then try again.') };
  const problem = valueProblemText(value);
  return problem === undefined ? { value, origin: l10n.t('From the clipboard') } : { problem };
}

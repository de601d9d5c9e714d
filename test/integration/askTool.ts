import assert from 'node:assert/strict';
import { CancellationTokenSource, type CancellationToken, LanguageModelTextPart, lm } from 'vscode';
import type { ToolId } from '../../src/manifest';

/** Everything that tools have answered. */
export const answers: string[] = [];

/** What a tool answers to a language model. */
export async function askTool(id: ToolId, input: object = {}, token?: CancellationToken): Promise<string> {
  const options = { input, toolInvocationToken: undefined };
  const { content } = await lm.invokeTool(id, options, token ?? new CancellationTokenSource().token);
  const texts = content.map(part =>
    part instanceof LanguageModelTextPart ? part.value : assert.fail('no text'),
  );
  answers.push(...texts);
  return texts.join('\n');
}

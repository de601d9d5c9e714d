// A separate bundle, so that the tools are loaded only when a language model first invokes one.
import {
  CancellationError,
  type CancellationToken,
  LanguageModelTextPart,
  LanguageModelToolResult,
} from 'vscode';
import { toolLabels as labels } from '../labels/tools';
import { type ToolId, tools as ids } from '../manifest';
import { isFailure } from '../model/failure';
import { plainName } from '../model/plainText';
import { tellUnexpected } from '../ui/unexpected';
import { InvalidInput, ToolInput } from './input';
import { listRepositorySecrets } from './listRepositorySecrets';
import { missingInDevcontainer } from './missingInDevcontainer';
import type { Tools } from './register';
import type { Tool, ToolContext } from './tool';
import { untilCancelled } from './untilCancelled';
import { whoCanUseSecret } from './whoCanUseSecret';

/** Every tool of the manifest. */
export function createTools(context: ToolContext): Tools {
  const tools: Record<ToolId, Tool> = {
    [ids.listRepositorySecrets]: listRepositorySecrets,
    [ids.whoCanUseSecret]: whoCanUseSecret,
    [ids.missingInDevcontainer]: missingInDevcontainer,
  };
  return {
    prepare: (id, input) => {
      try {
        return { invocationMessage: tools[id](new ToolInput(input)).message };
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        return {};
      }
    },
    invoke: async (id, input, token) => {
      const lines = await answer(context, tools[id], input, token);
      return new LanguageModelToolResult([new LanguageModelTextPart(lines.map(plainName).join('\n'))]);
    },
  };
}

/** What went wrong is an answer, too, for the model to tell. */
async function answer(
  context: ToolContext,
  tool: Tool,
  input: unknown,
  token: CancellationToken,
): Promise<readonly string[]> {
  try {
    const call = tool(new ToolInput(input));
    return await untilCancelled(token, wait => call.answer(context, wait));
  } catch (error) {
    if (error instanceof CancellationError) throw error;
    if (error instanceof InvalidInput) return [labels.invalid(error.property, error.rule)];
    if (isFailure(error)) return [labels.failure(error.reason)];
    void tellUnexpected(context.log, error);
    return [labels.failure({ kind: 'broken' })];
  }
}

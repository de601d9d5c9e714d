import {
  type CancellationToken,
  Disposable,
  type LanguageModelToolResult,
  lm,
  type PreparedToolInvocation,
} from 'vscode';
import { type ToolId, tools } from '../manifest';
import { loadOnce } from '../model/loadOnce';

/** The tools, once their code is loaded. */
export interface Tools {
  /** What VS Code shows while a tool runs. */
  readonly prepare: (id: ToolId, input: unknown) => PreparedToolInvocation;
  /** Rejects only if the token was cancelled. */
  readonly invoke: (id: ToolId, input: unknown, token: CancellationToken) => Promise<LanguageModelToolResult>;
}

/** Registers the tools for language models. Their code is loaded when one is first invoked. Without any where VS Code has none. */
export function registerTools(load: () => Promise<Tools>): Disposable {
  // Forks of VS Code can lack it.
  const api = lm as Partial<typeof lm> | undefined;
  if (!api?.registerTool) return Disposable.from();
  const { registerTool } = api;
  const loaded = loadOnce(load);
  return Disposable.from(
    ...Object.values(tools).map(id =>
      registerTool<unknown>(id, {
        prepareInvocation: async ({ input }) => (await loaded()).prepare(id, input),
        invoke: async ({ input }, token) => (await loaded()).invoke(id, input, token),
      }),
    ),
  );
}

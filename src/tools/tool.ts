import type { LogOutputChannel } from 'vscode';
import type { Connections } from '../cache/connections';
import type { CheckDeclarations } from '../model/declarationsCheck';
import type { OpenRepositories } from '../platform/openRepositories';
import type { ToolInput } from './input';
import type { Wait } from './untilCancelled';

/** What tools work with. */
export interface ToolContext {
  readonly connections: Connections;
  readonly openRepositories: OpenRepositories;
  readonly log: LogOutputChannel;
  readonly checkDeclarations: CheckDeclarations;
}

/** A tool for language models, given what a model wrote. It only reads, and asks the user for nothing. Throws `InvalidInput`. */
export type Tool = (input: ToolInput) => ToolCall;

/** A tool with an input that it can use. */
export interface ToolCall {
  /** What VS Code shows while it runs. */
  readonly message: string;
  /**
   * The answer, in lines. Rejects with a failure, or with what `wait` rejects with.
   * @param wait waits for each step, so that no other begins once nobody wants the answer
   */
  readonly answer: (context: ToolContext, wait: Wait) => Promise<readonly string[]>;
}

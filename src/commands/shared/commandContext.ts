import type { LogOutputChannel, Uri } from 'vscode';
import type { Clipboard } from '../../platform/clipboard';
import type { GitHubPages } from '../../platform/gitHubPages';
import type { OpenRepositories } from '../../platform/openRepositories';
import type { Session } from '../../platform/session';
import type { Connections } from '../../cache/connections';
import type { SecretReference } from '../../model/secret';
import type { Store } from '../../cache/store';

/** What the commands work with. */
export interface CommandContext {
  readonly connections: Connections;
  readonly session: Session;
  readonly openRepositories: OpenRepositories;
  readonly clipboard: Clipboard;
  readonly log: LogOutputChannel;
  /** Where the extension's own files are. */
  readonly extensionUri: Uri;
  /** The pages of the GitHub that is in use. */
  readonly pages: () => GitHubPages;
  /** Shows a secret selected in the view, if it can be shown. */
  readonly reveal: (secret: SecretReference) => Promise<void>;
}

/** One run of a command. It keeps the connection that it began with, whichever account is in use meanwhile. */
export interface Flow extends CommandContext {
  /** The connection's id. */
  readonly connectionId: string;
  readonly store: Store;
}

/**
 * Begins a command's run, after signing in where that is needed.
 * @param target what the command was run on: where there is something, it is of an account that was signed in, and may
 *   not be of the one that would be signed in now
 */
export async function begin(product: CommandContext, target?: unknown): Promise<Flow> {
  const { connections, session } = product;
  if (!connections.current && target === undefined) await session.signIn(false);
  const { id, store } = await connections.opened();
  return { ...product, connectionId: id, store };
}

import type { LogOutputChannel, Uri } from 'vscode';
import type { Clipboard } from '../host/clipboard';
import type { GitHubPages } from '../host/gitHubPages';
import type { OpenRepositories } from '../host/openRepositories';
import type { Session } from '../host/session';
import type { Connections } from '../model/connections';
import type { SecretReference } from '../model/secret';
import type { Store } from '../model/store';

/** What the commands work with. */
export interface Product {
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
export interface Flow extends Product {
  /** The connection's id. */
  readonly connectionId: string;
  readonly store: Store;
}

/**
 * Begins a command's run, after signing in where that is needed.
 * @param target what the command was run on: where there is something, it is of an account that was signed in, and may
 *   not be of the one that would be signed in now
 */
export async function begin(product: Product, target?: unknown): Promise<Flow> {
  const { connections, session } = product;
  if (!connections.current && target === undefined) await session.signIn(false);
  const { id, store } = await connections.opened();
  return { ...product, connectionId: id, store };
}

import type { LogOutputChannel, Uri } from 'vscode';
import type { LoadChunk } from '../../platform/chunk';
import type { Clipboard } from '../../platform/clipboard';
import type { GitHubPages } from '../../platform/gitHubPages';
import type { OpenRepositories } from '../../platform/openRepositories';
import type { Session } from '../../platform/session';
import type { Settings } from '../../platform/settings';
import type { UserSecretsSession } from '../../platform/userSecretsSession';
import type { Revealers } from '../../tree/reveal';
import type { Connections } from '../../cache/connections';
import type { LastAccessChange } from '../../cache/lastAccessChange';
import type { EditDeclarations } from '../../model/declarationEdits';
import { Failure } from '../../model/failure';
import type { Identity } from '../../model/identity';
import type { SecretOwner } from '../../model/secretStore';
import type { Store } from '../../cache/store';
import type { SelectedRows } from '../../tree/selectedRows';

/** What the commands work with. */
export interface CommandContext extends Revealers {
  readonly connections: Connections;
  readonly session: Session;
  readonly userSecrets: UserSecretsSession;
  readonly settings: Settings;
  readonly openRepositories: OpenRepositories;
  readonly lastAccessChange: LastAccessChange;
  readonly clipboard: Clipboard;
  readonly log: LogOutputChannel;
  /** The folder of the extension's files. */
  readonly extensionUri: Uri;
  readonly loadChunk: LoadChunk;
  /** The web pages of the current GitHub host. */
  readonly pages: () => GitHubPages;
  /** Loads what edits the secrets of a devcontainer.json. */
  readonly editDeclarations: () => Promise<EditDeclarations>;
  /** The rows of the views that a command starts from if VS Code passes none. */
  readonly rows: SelectedRows;
}

/**
 * What the bundle that is loaded first hands over to that of the commands. Both have a copy of each module that both
 * import, so what both use is in here, and not in a module's variables.
 */
export type HandedOver = Omit<CommandContext, 'clipboard'>;

/** One run of a command. It keeps the connection that it started with, even if the account changes. */
export interface Flow extends CommandContext {
  /** The connection's id. */
  readonly connectionId: string;
  /** The login of the connection's account. */
  readonly account: string;
  /** The connection's site. */
  readonly host: string;
  readonly store: Store;
  /** Whose token is used. */
  readonly identity: Identity;
}

/**
 * Starts a run of a command, and signs in first if needed.
 * @param target what the command was run on. If there is something, it belongs to an account that was signed in before,
 *   so another sign-in could be for another account
 * @param owners whose secrets the target is about
 */
export async function begin(
  context: CommandContext,
  target?: unknown,
  owners: readonly SecretOwner[] = [],
): Promise<Flow> {
  const { connections, session } = context;
  if (!connections.current && target === undefined) await session.signIn(false);
  const { id, store, ...identity } = await connections.opened();
  if (isOfAnother(id, target)) throw new Failure({ kind: 'accountChanged' });
  const { account, host } = identity;
  const flow = { ...context, connectionId: id, account: account.label, host, store, identity };
  await requireUserAccess(flow, owners);
  return flow;
}

/**
 * Has VS Code ask for access to the user's own secrets if a flow is about them. It asks once: later flows have it.
 * Rejects if the user declines, which ends the flow, and with an `otherAccount` failure if another account answers.
 */
export async function requireUserAccess(
  { account, identity, userSecrets }: Pick<Flow, 'account' | 'identity' | 'userSecrets'>,
  owners: readonly SecretOwner[],
): Promise<void> {
  const ofUser = owners.filter(owner => owner.kind === 'user');
  if (ofUser.length === 0) return;
  // What is on the screen, or in a key binding, can be of an account that was in use before.
  if (ofUser.some(({ login }) => login.toLowerCase() !== account.toLowerCase()))
    throw new Failure({ kind: 'accountChanged' });
  await userSecrets.request(identity);
}

/** Throws an `accountChanged` failure where the flow's connection is no longer in use. */
export function requireInUse({ connections, connectionId }: Flow): void {
  if (connections.current?.id !== connectionId) throw new Failure({ kind: 'accountChanged' });
}

/** Whether a target names a connection and it is another one, as of an access map that stayed open or a made change. */
function isOfAnother(id: string, target: unknown): boolean {
  return (
    typeof target === 'object' && target !== null && 'connectionId' in target && target.connectionId !== id
  );
}

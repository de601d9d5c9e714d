import type { CommandContext } from './shared/commandContext';

/** What a sign-in is for. */
export interface SignInOptions {
  /** The current session does not work. */
  readonly again?: boolean;
  /** It is for the user's own Codespaces secrets, which need a session of their own. */
  readonly userSecrets?: boolean;
}

/** Signs in to GitHub. Asking again means that the current session does not work: GitHub may have revoked its token. */
export async function signIn(
  { connections, session, userSecrets }: CommandContext,
  { again = false, userSecrets: isForUser = false }: SignInOptions,
): Promise<void> {
  if (isForUser) await userSecrets.request(await connections.opened(), again);
  else await session.signIn(again || connections.current !== undefined);
}

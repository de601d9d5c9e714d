import { authentication, type AuthenticationGetSessionOptions, type AuthenticationSession } from 'vscode';
import { sessionScopes } from '../model/scopes';
import type { AuthenticationProvider, SignInTarget } from './settings';

/** What a sign-in asks for: a session, a new one because the present one doesn't work, or which account to use. */
export type SignInKind = 'any' | 'again' | 'switch';

/** VS Code lists the accounts for `switch`, and remembers the choice. */
const optionsOf: Record<SignInKind, AuthenticationGetSessionOptions> = {
  any: { createIfNone: true },
  again: { forceNewSession: true },
  switch: { clearSessionPreference: true, createIfNone: true },
};

/** A sign-in that the user has not ended yet. */
interface OpenSignIn {
  readonly target: SignInTarget;
  readonly session: Promise<AuthenticationSession | undefined>;
}

/**
 * Asks VS Code for sessions, one question after the other. VS Code answers a question that equals an open one together
 * with it, so that an answer could be older than the question, and of another host.
 */
export class SessionRequests {
  readonly #restores = new Map<AuthenticationProvider, Promise<unknown>>();
  readonly #signIns = new Map<string, OpenSignIn>();

  /** The session that there is; nothing, and no question, where it is not wanted any more when its turn comes. */
  restore(
    provider: AuthenticationProvider,
    isWanted: () => boolean,
  ): Promise<AuthenticationSession | undefined> {
    const before = this.#restores.get(provider);
    const session = (async () => {
      await settled(before);
      await listenersDone();
      return isWanted()
        ? await authentication.getSession(provider, sessionScopes, { silent: true })
        : undefined;
    })();
    this.#restores.set(provider, session);
    return session;
  }

  /**
   * The session that the user signs in for; nothing, and no question, where it is not wanted any more when its turn
   * comes. Who asks for the same while the user signs in gets the same session. Rejects where the user declines.
   */
  signIn(
    target: SignInTarget,
    kind: SignInKind,
    isWanted: () => boolean,
  ): Promise<AuthenticationSession | undefined> {
    const key = `${target.provider} ${kind}`;
    const before = this.#signIns.get(key);
    if (before?.target === target) return before.session;
    const session = (async () => {
      await settled(before?.session);
      await listenersDone();
      return isWanted()
        ? await authentication.getSession(target.provider, sessionScopes, optionsOf[kind])
        : undefined;
    })();
    const open = { target, session };
    this.#signIns.set(key, open);
    const end = (): void => {
      if (this.#signIns.get(key) === open) this.#signIns.delete(key);
    };
    session.then(end, end);
    return session;
  }
}

async function settled(work: Promise<unknown> | undefined): Promise<void> {
  await work?.catch(() => undefined);
}

/** Ends when all have heard what is being told now: VS Code's own provider hears of another host as we do, perhaps after us. */
function listenersDone(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}

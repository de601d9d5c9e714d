import { authentication, type AuthenticationSession } from 'vscode';
import type { AuthenticationProvider, SignInTarget } from './settings';

/**
 * What a token needs: to manage organization secrets, and to see private repositories.
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets
 */
const scopes = ['admin:org', 'repo'];

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
      return isWanted() ? await authentication.getSession(provider, scopes, { silent: true }) : undefined;
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
    again: boolean,
    isWanted: () => boolean,
  ): Promise<AuthenticationSession | undefined> {
    const key = `${target.provider} ${again ? 'again' : 'once'}`;
    const before = this.#signIns.get(key);
    if (before?.target === target) return before.session;
    const options = again ? { forceNewSession: true } : { createIfNone: true };
    const session = (async () => {
      await settled(before?.session);
      await listenersDone();
      return isWanted() ? await authentication.getSession(target.provider, scopes, options) : undefined;
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

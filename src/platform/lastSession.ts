import type { Disposable, Memento } from 'vscode';
import type { Session } from './session';

const key = 'hadSession';

/** Whether there was a session when one was last looked for, also before VS Code was closed. */
export function hadSession(state: Pick<Memento, 'get'>): boolean {
  return state.get(key) === true;
}

/** Keeps whether there is a session, and nothing of it. */
export function keepHadSession(
  state: Pick<Memento, 'update'>,
  session: Pick<Session, 'current' | 'onDidChange'>,
): Disposable {
  return session.onDidChange(() => void state.update(key, session.current !== undefined));
}

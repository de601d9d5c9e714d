import { addressesOf, type NamedAddress } from '../model/namedAddress';
import type { Subscription } from '../model/event';
import type { GitRepository } from './git';

/** The addresses of the remotes that the Git extension has found. */
export function remotesOf({ state }: GitRepository): NamedAddress[] {
  return state.remotes.flatMap(({ name, fetchUrl, pushUrl }) => addressesOf(name, [fetchUrl, pushUrl]));
}

/** Calls `listener` when a repository has other remotes. Its state changes with every edit. */
export function onDidChangeRemotes({ state }: GitRepository, listener: () => void): Subscription {
  const remotes = (): string =>
    JSON.stringify(state.remotes.map(({ name, fetchUrl, pushUrl }) => [name, fetchUrl, pushUrl]));
  let known = remotes();
  return state.onDidChange(() => {
    if (remotes() === known) return;
    known = remotes();
    listener();
  });
}

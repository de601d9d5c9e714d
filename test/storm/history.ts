import type { Visibility } from '../../src/model/secret';
import type { Site } from './sites';
import { secretOn, selectableFor, titlesOn } from './storedSecrets';

/** Who can use a secret. Of a user's, only the repositories that the user can reach; of a repository's own, always the same. */
export interface AccessState {
  readonly visibility: Visibility;
  /** Ids; empty unless the visibility is `selected`. */
  readonly selected: ReadonlySet<number>;
}

/** From when on a secret was as it says, and who made it so: a flow, or another admin. */
export interface Entry {
  readonly at: number;
  readonly by: unknown;
  /** Nothing: there is no such secret. */
  readonly state: AccessState | undefined;
}

/** Stands for all other admins. */
export const anotherAdmin = 'another admin';

/** What the secrets of both GitHubs, of all owners, were at each moment. Moments are counted, not timed. */
export class History {
  readonly #entries = new Map<string, Entry[]>();
  #moment = 0;

  get moment(): number {
    return this.#moment;
  }

  /** A new moment: something is about to be handled. */
  next(): number {
    this.#moment += 1;
    return this.#moment;
  }

  /** Notes what has changed at this moment. Gives the titles of the secrets that did. */
  note(site: Site, by: unknown): string[] {
    const prefix = `${site.api} `;
    const known = [...this.#entries.keys()].filter(key => key.startsWith(prefix));
    const titles = new Set([...titlesOn(site), ...known.map(key => key.slice(prefix.length))]);
    return [...titles].filter(title => {
      const entries = this.#of(site, title);
      const state = currentState(site, title);
      if (isSame(entries.at(-1)?.state, state)) return false;
      entries.push({ at: this.#moment, by, state });
      return true;
    });
  }

  /** What a secret was right before a moment. */
  before(site: Site, title: string, moment: number): AccessState | undefined {
    return this.#of(site, title).findLast(({ at }) => at < moment)?.state;
  }

  /** What a secret was before `until`, back to what it was at `since`: the newest first. */
  window(site: Site, title: string, since: number, until: number): readonly Entry[] {
    const entries = this.#of(site, title).filter(({ at }) => at < until);
    const first = entries.findLastIndex(({ at }) => at <= since);
    return entries.slice(Math.max(0, first)).reverse();
  }

  #of(site: Site, title: string): Entry[] {
    const key = `${site.api} ${title}`;
    const entries = this.#entries.get(key) ?? [];
    this.#entries.set(key, entries);
    return entries;
  }
}

/** What a secret is on GitHub now. */
export function currentState(site: Site, title: string): AccessState | undefined {
  const secret = secretOn(site, title);
  if (!secret) return undefined;
  const ids = 'repositoryIds' in secret ? [...secret.repositoryIds] : [];
  const visibility = 'visibility' in secret ? secret.visibility : 'selected';
  const selected = new Set('visibility' in secret ? ids : ids.filter(selectableFor(site, title)));
  return { visibility, selected };
}

export function isSame(a: AccessState | undefined, b: AccessState | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.visibility === b.visibility &&
    a.selected.size === b.selected.size &&
    [...a.selected].every(id => b.selected.has(id))
  );
}

/** A state in words, for a person who reads what went wrong. */
export function stateWords(state: AccessState | undefined): string {
  if (!state) return 'no secret';
  if (state.visibility !== 'selected') return state.visibility;
  return `selected for ${state.selected.size}: ${[...state.selected].sort((a, b) => a - b).join(' ')}`;
}

/**
 * Whether an access is what a secret was at some moment of a window. Each repository counts for itself, so that of an
 * edit within the window only those are excused that it touched.
 */
export function isOfWindow(access: AccessState, window: readonly Entry[]): boolean {
  const states = window.flatMap(({ state }) => (state?.visibility === access.visibility ? [state] : []));
  if (states.length === 0) return false;
  const ids = new Set([...access.selected, ...states.flatMap(state => [...state.selected])]);
  return [...ids].every(id => states.some(state => state.selected.has(id) === access.selected.has(id)));
}

/** Whether a secret was selected for all these repositories at some moment of a window, each for itself. */
export function isPartOfWindow({ visibility, selected }: AccessState, window: readonly Entry[]): boolean {
  return (
    visibility === 'selected' &&
    [...selected].every(id => window.some(({ state }) => state?.selected.has(id)))
  );
}

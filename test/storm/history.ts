import type { Visibility } from '../../src/model/secret';
import type { Organization } from '../github/fixture';
import { organization } from './sequence';
import type { Site } from './sites';

/** Who can use a secret. */
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

/** What the secrets of both GitHubs were at each moment. Moments are counted, not timed. */
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

  /** Notes what has changed at this moment. Gives the names of the secrets that did. */
  note(site: Site, by: unknown): string[] {
    const { secrets } = organizationOf(site).stores.codespaces;
    const prefix = `${site.api} `;
    const known = [...this.#entries.keys()].filter(key => key.startsWith(prefix));
    const names = new Set([...secrets.keys(), ...known.map(key => key.slice(prefix.length))]);
    return [...names].filter(name => {
      const entries = this.#of(site, name);
      const state = currentState(site, name);
      if (isSame(entries.at(-1)?.state, state)) return false;
      entries.push({ at: this.#moment, by, state });
      return true;
    });
  }

  /** What a secret was right before a moment. */
  before(site: Site, name: string, moment: number): AccessState | undefined {
    return this.#of(site, name).findLast(({ at }) => at < moment)?.state;
  }

  /** What a secret was before `until`, back to what it was at `since`: the newest first. */
  window(site: Site, name: string, since: number, until: number): readonly Entry[] {
    const entries = this.#of(site, name).filter(({ at }) => at < until);
    const first = entries.findLastIndex(({ at }) => at <= since);
    return entries.slice(Math.max(0, first)).reverse();
  }

  #of(site: Site, name: string): Entry[] {
    const key = `${site.api} ${name}`;
    const entries = this.#entries.get(key) ?? [];
    this.#entries.set(key, entries);
    return entries;
  }
}

export function organizationOf(site: Site): Organization {
  const found = site.gitHub.fixture.organizations.get(organization);
  if (!found) throw new Error('The fixture has lost its organization.');
  return found;
}

/** What a secret is on GitHub now. */
export function currentState(site: Site, name: string): AccessState | undefined {
  const secret = organizationOf(site).stores.codespaces.secrets.get(name);
  return secret && { visibility: secret.visibility, selected: new Set(secret.repositoryIds) };
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

import type { Again, RepositoryKnowledge } from './repositoryKnowledge';

/** Keeps what is known of each repository, and loads it once for all that is asked for at the same time. */
export class Loads {
  readonly #namesFor: (knowledge: RepositoryKnowledge) => Iterable<string> | undefined;
  readonly #onUnexpected: (error: unknown) => void;
  readonly #known = new Map<string, RepositoryKnowledge>();
  /** What is loaded next, each with which failures are asked about once more. */
  readonly #requested = new Map<RepositoryKnowledge, Again>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param namesFor the names that are declared for a repository, when it is loaded; nothing if nobody needs it by then */
  constructor(
    namesFor: (knowledge: RepositoryKnowledge) => Iterable<string> | undefined,
    onUnexpected: (error: unknown) => void,
  ) {
    this.#namesFor = namesFor;
    this.#onUnexpected = onUnexpected;
  }

  /** What is known under a key. */
  of(key: string, create: () => RepositoryKnowledge): RepositoryKnowledge {
    const knowledge = this.#known.get(key) ?? create();
    this.#known.set(key, knowledge);
    return knowledge;
  }

  /** Forgets what nobody needs now, with its failures: nothing of it would be asked for again. */
  forgetUnneeded(): void {
    for (const [key, knowledge] of this.#known) if (!this.#namesFor(knowledge)) this.#known.delete(key);
  }

  /** Forgets all. */
  forget(): void {
    this.#known.clear();
    this.#requested.clear();
  }

  /** Has a repository be loaded in a moment, together with what else is asked for until then. */
  request(knowledge: RepositoryKnowledge, again: Again = 'none'): void {
    const before = this.#requested.get(knowledge) ?? 'none';
    this.#requested.set(knowledge, before === 'all' || again === 'none' ? before : again);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const requested = [...this.#requested];
      this.#requested.clear();
      for (const [one, isAgain] of requested) {
        const names = this.#namesFor(one);
        if (names) one.load(names, isAgain).catch(this.#onUnexpected);
      }
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.forget();
  }
}

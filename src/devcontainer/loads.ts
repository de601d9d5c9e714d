import type { RepositoryKnowledge } from './repositoryKnowledge';

/** Keeps what is known of each repository, and loads it once for all that is asked for at the same time. */
export class Loads {
  readonly #namesFor: (knowledge: RepositoryKnowledge) => Iterable<string>;
  readonly #onUnexpected: (error: unknown) => void;
  readonly #known = new Map<string, RepositoryKnowledge>();
  /** What is loaded next, each with whether what failed is asked for again. */
  readonly #requested = new Map<RepositoryKnowledge, boolean>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param namesFor the names that are declared for a repository, when it is loaded */
  constructor(
    namesFor: (knowledge: RepositoryKnowledge) => Iterable<string>,
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

  /** Forgets all. */
  forget(): void {
    this.#known.clear();
    this.#requested.clear();
  }

  /** Has a repository be loaded in a moment, together with what else is asked for until then. */
  request(knowledge: RepositoryKnowledge, again = false): void {
    this.#requested.set(knowledge, again || this.#requested.get(knowledge) === true);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const requested = [...this.#requested];
      this.#requested.clear();
      for (const [one, isAgain] of requested)
        one.load(this.#namesFor(one), isAgain).catch(this.#onUnexpected);
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.forget();
  }
}

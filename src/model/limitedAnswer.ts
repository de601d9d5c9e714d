import { type Clock, systemClock } from './clock';

/** How long an answer is waited for. */
export interface AnswerLimit<T> {
  /** In milliseconds. */
  readonly limit: number;
  /** What counts as the answer when the limit is over. */
  readonly meanwhile: T;
  /** Called with an answer that comes after that. */
  readonly onLate: (answer: T) => void;
}

/** An answer that nobody waits for longer than a limit, and that still counts if it comes later. */
export class LimitedAnswer<T> {
  #value: Promise<T>;

  /** @param answer one that fails after the limit is never known */
  constructor(answer: Promise<T>, { limit, meanwhile, onLate }: AnswerLimit<T>, clock: Clock = systemClock) {
    let isLate = false;
    let callOff = (): void => undefined;
    const over = new Promise<T>(resolve => {
      callOff = clock.after(limit, () => {
        isLate = true;
        resolve(meanwhile);
      });
    });
    this.#value = Promise.race([answer, over]);
    const answered = (value: T): void => {
      callOff();
      if (!isLate) return;
      this.#value = Promise.resolve(value);
      onLate(value);
    };
    answer.then(answered, () => callOff());
  }

  /** What counts as the answer now. Resolves when the limit is over at the latest. */
  get value(): Promise<T> {
    return this.#value;
  }
}

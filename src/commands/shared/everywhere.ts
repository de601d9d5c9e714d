import { SameName } from '../../cache/sameName';
import { rotateEverywhereLabels as labels } from '../../labels/rotateEverywhere';
import { showDone } from '../../ui/messages';
import { askLoaded } from '../../ui/prompts/loadingStep';
import { askPlaces } from '../../ui/prompts/placesStep';
import type { Step } from '../../ui/prompts/steps';
import { type SecretId, secretIdOf, secretKey } from '../../model/secret';
import { rotateSecretLabels } from '../../labels/rotateSecret';
import type { Flow } from './commandContext';
import { kept } from './kept';
import { rotateEach } from './rotateEach';

/** Rotating a secret also in the other apps and organizations that have one of its name. */
export class Everywhere {
  readonly #flow: Flow;
  readonly #secret: SecretId;
  #search: SameName | undefined;
  /** Whether the user has asked for it, so that the search is waited for. */
  #isAsked = false;
  #checked: ReadonlySet<string>;
  readonly #prepared: Set<string>;

  /** With more than one app shown, the search starts at once. */
  constructor(flow: Flow, secret: SecretId) {
    this.#flow = flow;
    this.#secret = secret;
    this.#checked = new Set([secretKey(secret)]);
    this.#prepared = new Set(this.#checked);
    const { apps } = flow.store;
    if (apps.length > 1) this.#search = new SameName(flow.store, secret, apps);
  }

  /** The button beside the value that starts the search; nothing where it started automatically. */
  get button(): { readonly title: string; readonly run: () => string } | undefined {
    if (this.#search && !this.#isAsked) return undefined;
    return { title: labels.button(), run: () => this.#ask() };
  }

  /** Asks where to rotate. No step where nothing was found by then: a rotation never waits for the search unasked. */
  steps(): readonly Step[] {
    const search = this.#search;
    if (!search || (!this.#isAsked && search.found.length === 0)) return [];
    return [position => kept(this.#askWhere(position, search), keys => (this.#checked = keys))];
  }

  /** The secrets to rotate. */
  get chosen(): readonly SecretId[] {
    const all = [this.#secret, ...(this.#search?.found ?? [])];
    return all.filter(secret => this.#checked.has(secretKey(secret))).map(secretIdOf);
  }

  /** Rotates several secrets of one name, and says which. Returns those that GitHub confirmed. */
  async rotate(secrets: readonly SecretId[], value: string): Promise<readonly SecretId[]> {
    const { name } = this.#secret;
    const rotated = await rotateEach(this.#flow, secrets, value, {
      title: labels.progress(name),
      done: ({ done }) => (done.length > 0 ? labels.rotated(name, done) : labels.noneRotated(name)),
      name: labels.placeName,
      createdAgain: again => rotateSecretLabels.allCreatedAgain(again.join(', ')),
      // Each secret has its own key and access: all are read at once, and written at once.
      concurrency: secrets.length,
    });
    if (rotated.length === secrets.length) showDone(labels.rotated(name, rotated));
    return rotated;
  }

  /** Has each secret that is checked be ready, so that together they take no more round trips than one. */
  #prepare(secrets: readonly SecretId[]): void {
    for (const secret of secrets) {
      const key = secretKey(secret);
      if (this.#prepared.has(key)) continue;
      this.#prepared.add(key);
      // If something can't be loaded, the rotation reports it.
      this.#flow.store.prepareRotation(secret).catch(() => undefined);
    }
  }

  #ask(): string {
    const { store, settings, host } = this.#flow;
    this.#isAsked = true;
    this.#search ??= new SameName(store, this.#secret, settings.existingApps(host));
    return labels.started();
  }

  #askWhere(position: Parameters<Step>[0], search: SameName): ReturnType<typeof askPlaces> {
    const { store } = this.#flow;
    const { name } = this.#secret;
    const start = { ...this.#secret, secret: store.knownSecret(this.#secret) };
    const question = (): ReturnType<typeof askPlaces> =>
      askPlaces(position, {
        start,
        others: [...search.found],
        failed: search.failed,
        pending: search.pending,
        checked: this.#checked,
        onCheck: secrets => this.#prepare(secrets),
      });
    if (!this.#isAsked) return question();
    return askLoaded(
      position,
      {
        question: labels.question(),
        words: labels.searching(name),
        failed: labels.searchFailed(name),
        load: () => search.ended,
      },
      () => ({ input: { dispose: () => undefined }, answer: question() }),
    );
  }
}

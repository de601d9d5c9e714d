import { createInAppsLabels as labels } from '../../labels/createInApps';
import { loadFailures } from '../../labels/loadFailures';
import { withMissingApps } from '../../labels/missingApps';
import { type Failure, isFailure } from '../../model/failure';
import { type SecretId, secretIn } from '../../model/secret';
import type { SecretApp } from '../../model/secretApp';
import { ownerName, type SecretOwner, type StoreId } from '../../model/secretStore';
import { withRetryPrompt } from '../../ui/failures';
import { type AppChoice, askApps } from '../../ui/prompts/appStep';
import type { Step } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';
import { kept } from './kept';
import { existingNames, loadedNames } from './targets';

/** What is known of an app's secrets: their names, or why they are not known. */
type Known = ReadonlySet<string> | Failure;

/** In which apps of an owner a secret is created. Only an organization has several. */
export class CreateTargets {
  readonly #flow: Flow;
  readonly #apps: readonly SecretApp[];
  /** The app that the flow started from: then it is the only one. */
  readonly #only: SecretApp | undefined;
  readonly #owner: () => SecretOwner;
  #known = new Map<SecretApp, Known>();
  #selected: readonly SecretApp[];

  constructor(flow: Flow, owner: () => SecretOwner, app: SecretApp | undefined) {
    this.#flow = flow;
    this.#apps = flow.store.apps;
    this.#only = app;
    this.#owner = owner;
    this.#selected = [app ?? this.#apps[0] ?? 'codespaces'];
  }

  /** Loads which names exist. Of several apps, those that can't be loaded can't be chosen; if none can, the user is told. */
  async load(): Promise<void> {
    const owner = this.#owner();
    if (!this.#isChoice) {
      const [app = 'codespaces'] = this.#chosen;
      this.#known = new Map([[app, await existingNames(this.#flow, { app, owner })]]);
      return;
    }
    this.#known = await withRetryPrompt(loadFailures.secrets(ownerName(owner)), async () => {
      const known = await Promise.all(
        this.#apps.map(async app => [app, await this.#load({ app, owner })] as const),
      );
      const [first] = known.map(([, names]) => names).filter(names => isFailure(names));
      if (first && known.every(([, names]) => isFailure(names))) throw first;
      return new Map(known);
    });
  }

  async #load(id: StoreId): Promise<Known> {
    try {
      return await loadedNames(this.#flow, id);
    } catch (error) {
      if (isFailure(error)) return error;
      throw error;
    }
  }

  /** The names that exist in the only app; with several, each app says so when it is chosen. */
  get existing(): ReadonlySet<string> {
    return this.#isChoice ? new Set() : this.#namesIn(this.#chosen[0] ?? 'codespaces');
  }

  /** Asks for the apps, if there is a choice. */
  steps(name: string): readonly Step[] {
    if (!this.#isChoice) return [];
    const missing = this.#apps.flatMap(app => {
      const failure = this.#known.get(app);
      return isFailure(failure) ? { app, failure } : [];
    });
    const usable = this.#apps.filter(app => !missing.some(it => it.app === app));
    const question = withMissingApps(labels.question(name), missing);
    return [
      position =>
        kept(
          askApps(
            position,
            usable.map(app => this.#choice(app, name)),
            this.#chosen,
            question,
          ),
          apps => (this.#selected = apps),
        ),
    ];
  }

  /** The secrets to create. */
  created(name: string): readonly SecretId[] {
    return this.#ids(name).filter(({ app }) => !this.#namesIn(app).has(name));
  }

  /** The secrets that exist, and are rotated instead. */
  rotated(name: string): readonly SecretId[] {
    return this.#ids(name).filter(({ app }) => this.#namesIn(app).has(name));
  }

  /** The owner might be picked after this was made. */
  get #isChoice(): boolean {
    return this.#owner().kind === 'organization' && this.#only === undefined && this.#apps.length > 1;
  }

  get #chosen(): readonly SecretApp[] {
    return this.#owner().kind === 'organization' ? this.#selected : ['codespaces'];
  }

  #ids(name: string): SecretId[] {
    return this.#chosen.map(app => secretIn({ app, owner: this.#owner() }, name));
  }

  #choice(app: SecretApp, name: string): AppChoice {
    return this.#namesIn(app).has(name) ? { app, detail: labels.exists() } : { app };
  }

  #namesIn(app: SecretApp): ReadonlySet<string> {
    const known = this.#known.get(app);
    return known && !isFailure(known) ? known : new Set();
  }
}

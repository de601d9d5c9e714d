import { type Disposable, l10n } from 'vscode';
import type { Change } from '../model/plan';
import type { Store } from '../model/store';
import type { OrganizationNode } from '../tree/nodes';
import { AccessMapChanges } from '../ui/accessMapChanges';
import { AccessMapPanel } from '../ui/accessMapPanel';
import { applyChanges } from './applyChanges';
import { guarded } from './boundary';
import type { Product } from './product';
import { organizationOf } from './targets';

/** The access maps that are open, one for each organization of a connection. */
export class AccessMaps implements Disposable {
  readonly #product: Product;
  readonly #panels = new Set<AccessMapPanel>();
  /** What is pending in the maps of each connection, by organization. */
  readonly #changes = new WeakMap<Store, Map<string, AccessMapChanges>>();

  constructor(product: Product) {
    this.#product = product;
  }

  /** Opens the map of an organization, or shows it where it is open. */
  async open(node?: OrganizationNode): Promise<void> {
    const { store } = this.#product;
    const organization = await organizationOf(this.#product, l10n.t('Open Access Map'), node);
    if (organization !== undefined) this.#show(store, organization);
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
  }

  #show(store: Store, organization: string): void {
    for (const panel of this.#panels)
      if (panel.store === store && panel.organization === organization) {
        panel.reveal();
        return;
      }
    const { log, extensionUri } = this.#product;
    const parts = {
      store,
      log,
      extensionUri,
      changes: this.#changesOf(store, organization),
      apply: (changes: readonly Change[]) => this.#apply(store, changes),
      reopen: () => this.#show(store, organization),
    };
    const panel = new AccessMapPanel(organization, parts, () => this.#panels.delete(panel));
    this.#panels.add(panel);
  }

  /** Applies changes and tells what went wrong. Returns those that GitHub confirmed, also of a series that broke off. */
  async #apply(store: Store, changes: readonly Change[]): Promise<readonly Change[]> {
    const confirmed: Change[] = [];
    await guarded(this.#product.log, () =>
      applyChanges({ ...this.#product, store }, changes, async change => {
        await store.apply(change);
        confirmed.push(change);
      }),
    );
    return [...confirmed];
  }

  #changesOf(store: Store, organization: string): AccessMapChanges {
    const known = this.#changes.get(store) ?? new Map<string, AccessMapChanges>();
    this.#changes.set(store, known);
    const changes = known.get(organization) ?? new AccessMapChanges();
    known.set(organization, changes);
    return changes;
  }
}

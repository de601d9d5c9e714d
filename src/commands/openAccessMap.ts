import { type Disposable, l10n } from 'vscode';
import type { OrganizationNode } from '../tree/nodes';
import { AccessMapPanel, type AccessMapParts } from '../ui/accessMapPanel';
import { applyChanges } from './applyChanges';
import { guarded } from './boundary';
import type { Product } from './product';
import { organizationOf } from './targets';

/** The access maps that are open, one for each organization. */
export class AccessMaps implements Disposable {
  readonly #product: Product;
  readonly #panels = new Map<string, AccessMapPanel>();

  constructor(product: Product) {
    this.#product = product;
  }

  /** Opens the map of an organization, or shows it where it is open. */
  async open(node?: OrganizationNode): Promise<void> {
    const organization = await organizationOf(this.#product, l10n.t('Open Access Map'), node);
    if (organization === undefined) return;
    const open = this.#panels.get(organization);
    if (open) open.reveal();
    else this.#panels.set(organization, this.#create(organization));
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
  }

  #create(organization: string): AccessMapPanel {
    const product = this.#product;
    const { store, log, extensionUri } = product;
    const apply: AccessMapParts['apply'] = changes => guarded(log, () => applyChanges(product, changes));
    return new AccessMapPanel(organization, { store, log, extensionUri, apply }, () =>
      this.#panels.delete(organization),
    );
  }
}

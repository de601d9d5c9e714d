import type { Disposable } from 'vscode';
import { openLabels } from '../labels/open';
import { type Change, withoutGone } from '../model/plan';
import type { Store } from '../cache/store';
import { AccessMapChanges } from '../ui/panels/accessMapChanges';
import { AccessMapPanel } from '../ui/panels/accessMapPanel';
import { applyChanges } from './shared/applyChanges';
import { withErrorReporting } from './shared/withErrorReporting';
import type { Flow } from './shared/commandContext';
import { organizationOf } from './shared/organization';
import type { Place } from './shared/place';

/** The open access maps: one for each organization of a connection. */
export class AccessMaps implements Disposable {
  readonly #panels = new Set<AccessMapPanel>();
  /** The pending changes of each connection, by organization. */
  readonly #changes = new WeakMap<Store, Map<string, AccessMapChanges>>();

  /** Opens the map of an organization, or shows it if it is open. A map keeps the connection it was opened with. */
  async open(flow: Flow, place?: Place): Promise<void> {
    const organization = await organizationOf(flow, openLabels.accessMapTitle(), place);
    if (organization !== undefined) this.#show(flow, organization);
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
  }

  #show(flow: Flow, organization: string): void {
    const { store, connectionId, log, extensionUri } = flow;
    for (const panel of this.#panels)
      if (panel.store === store && panel.organization === organization) {
        panel.reveal();
        return;
      }
    const parts = {
      store,
      connectionId,
      log,
      extensionUri,
      changes: this.#changesOf(store, organization),
      apply: (changes: readonly Change[]) => apply(flow, changes),
      reopen: () => this.#show(flow, organization),
    };
    const panel = new AccessMapPanel(organization, parts, () => this.#panels.delete(panel));
    this.#panels.add(panel);
  }

  #changesOf(store: Store, organization: string): AccessMapChanges {
    const known = this.#changes.get(store) ?? new Map<string, AccessMapChanges>();
    this.#changes.set(store, known);
    const changes = known.get(organization) ?? new AccessMapChanges();
    known.set(organization, changes);
    return changes;
  }
}

/** Applies changes and reports failures. Returns the changes that GitHub confirmed, even if an error ended the batch. */
async function apply(flow: Flow, changes: readonly Change[]): Promise<readonly Change[]> {
  const confirmed: Change[] = [];
  await withErrorReporting(flow.log, () =>
    applyChanges(flow, changes, {
      isReviewed: true,
      apply: async (plan, change) => {
        const gone = await plan.apply(change);
        confirmed.push(...withoutGone(change, gone));
        return gone;
      },
    }),
  );
  return [...confirmed];
}

import { isCancelled } from '../../src/model/batch';
import { isFailure } from '../../src/model/failure';
import { isSecretApp } from '../../src/model/secretApp';
import {
  type RepositoryOwner,
  repositoryStore,
  type StoreId,
  storeOf,
  userStore,
} from '../../src/model/secretStore';
import { changeVisibility, copyAccess, grantOrRevoke, type LastChange, undo } from './accessFlows';
import { askWords } from './asks';
import { StormFlow } from './flow';
import { type Action, actionWords, type Flow, organization } from './sequence';
import type { Stage } from './stage';
import { create, deleteSecrets, importSecrets, rotate } from './valueFlows';

/** The person at the product: begins flows, and remembers what can be undone. */
export class User {
  readonly #stage: Stage;
  #last: LastChange | undefined;
  #flows = 0;
  /** The repositories whose rows are on the screen, by what they were called when they were found. */
  readonly #rows = new Map<string, RepositoryOwner>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Resolves when the flow has ended, however that is. */
  async perform(flow: Flow): Promise<void> {
    const { action } = flow;
    const number = (this.#flows += 1);
    this.#stage.note(`${action.do} ${number} begins: ${actionWords(action)}`);
    if (action.do === 'signOut' || action.do === 'signIn') {
      this.#stage.use(action.do === 'signIn' ? action.account : undefined);
      return;
    }
    // As src/commands/shared/commandContext.ts: a command signs in where nobody is.
    if (!this.#stage.account) this.#stage.use('octocat');
    const running = new StormFlow(this.#stage, flow, number, this.#storeAt(flow));
    await this.#stage.network.flows.run(running, () => this.#run(running, flow));
    for (const ask of running.asks)
      if (ask.unreported.length > 0)
        this.#stage.violation(`"${askWords(ask)}" was done, and nobody was told`);
    this.#stage.note(`${running.title} ends`);
  }

  async #run(flow: StormFlow, { action, place }: Flow): Promise<void> {
    try {
      if (!(await this.#open(flow, place))) return;
      const last = await this.#act(flow, action);
      if (last) this.#last = last;
    } catch (error) {
      // Before a flow has asked for anything, a failure ends it and is told.
      if (isCancelled(error) || (isFailure(error) && flow.asks.length === 0)) return;
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#stage.violation(`"${flow.title}" ended in what nobody foresaw: ${words}`);
    }
  }

  async #act(flow: StormFlow, action: Action): Promise<LastChange | undefined> {
    switch (action.do) {
      case 'create':
        await create(flow, action.secret, action.wish);
        return undefined;
      case 'rotate':
        await rotate(flow, action.secret);
        return undefined;
      case 'import':
        await importSecrets(flow, action.secrets, action.wish);
        return undefined;
      case 'delete':
        await deleteSecrets(flow, action.secrets);
        return undefined;
      case 'visibility':
        return changeVisibility(flow, action.secret, action.wish);
      case 'grant':
      case 'revoke':
        return grantOrRevoke(flow, action.do, action.secrets, action.repositories);
      case 'copy':
        return copyAccess(flow, { app: action.fromApp, name: action.from }, action.to);
      case 'undo':
        await this.#undo(flow);
        return undefined;
      case 'refresh':
        this.#rows.clear();
        this.#stage.connections.refresh();
        await this.#look(flow);
        return undefined;
      case 'look':
        await this.#look(flow);
        return undefined;
      case 'signIn':
      case 'signOut':
        return undefined;
    }
  }

  /** Where the secrets are, as far as that can be told before anything is asked. */
  #storeAt({ place }: Flow): StoreId {
    if (isSecretApp(place)) return storeOf(place, organization);
    const { account } = this.#stage.connections.required;
    return place === 'user' ? userStore(account.label) : repositoryStore({ id: 0, fullName: place });
  }

  /** Finds the repository that a flow is about, and asks for access to the user's own secrets. */
  async #open(flow: StormFlow, place: Flow['place']): Promise<boolean> {
    if (flow.owner.kind === 'user') flow.requireUserAccess();
    if (flow.owner.kind !== 'repository') return true;
    const key = `${flow.connectionId} ${place}`;
    const known = this.#rows.get(key);
    if (known) {
      flow.secrets = repositoryStore(known);
      return true;
    }
    const { repository, fullName, canWrite } = await flow.attempt(() => flow.store.repository(place));
    if (!canWrite) return false;
    this.#rows.set(key, { kind: 'repository', id: repository.id, fullName });
    flow.secrets = repositoryStore({ id: repository.id, fullName });
    return true;
  }

  /** The last change can be undone once, by the account that made it. */
  async #undo(flow: StormFlow): Promise<void> {
    const last = this.#last;
    if (last?.connectionId !== flow.connectionId) return;
    this.#last = undefined;
    await undo(flow, last);
  }

  /** What the views show. */
  async #look(flow: StormFlow): Promise<void> {
    await flow.attempt(async () => {
      await flow.store.organizations();
      await flow.store.access(organization);
      if (flow.owner.kind !== 'organization') await flow.store.secrets(flow.secrets);
      if (flow.owner.kind === 'user') await flow.store.userAccess();
    });
  }
}

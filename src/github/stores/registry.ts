import type { SecretApp } from '../../model/secretApp';
import type { StoreId } from '../../model/secretStore';
import { actions } from './actions';
import { agents } from './agents';
import { codespaces } from './codespaces';
import { dependabot } from './dependabot';
import type { CreateStore, SecretStore, StoreTools } from './secretStore';

/** Every kind of store. */
const kinds: Readonly<Record<SecretApp, CreateStore>> = {
  codespaces,
  actions,
  dependabot,
  agents,
};

/** Finds the store of an address. */
export function storeRegistry(tools: StoreTools): (id: Pick<StoreId, 'app'>) => SecretStore {
  const stores = new Map<SecretApp, SecretStore>();
  return ({ app }) => {
    const store = stores.get(app) ?? kinds[app](tools);
    stores.set(app, store);
    return store;
  };
}

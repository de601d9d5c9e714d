import { Failure } from '../../model/failure';
import type { StoreId } from '../../model/secretStore';
import { actions } from './actions';
import { agents } from './agents';
import { codespaces } from './codespaces';
import { dependabot } from './dependabot';
import { repositoryCodespaces } from './repositoryCodespaces';
import type { CreateStore, SecretStore, StoreTools } from './secretStore';
import { userCodespaces } from './userCodespaces';

/** Every kind of store that GitHub has, by the kind of its owner and its app. */
const kinds: Readonly<Record<string, CreateStore>> = {
  'organization codespaces': codespaces,
  'organization actions': actions,
  'organization dependabot': dependabot,
  'organization agents': agents,
  'repository codespaces': repositoryCodespaces,
  'user codespaces': userCodespaces,
};

/** Finds the store of an address. Throws a `notFound` failure where GitHub has no such kind. */
export function storeRegistry(tools: StoreTools): (id: StoreId) => SecretStore {
  const stores = new Map<string, SecretStore>();
  return ({ app, owner }) => {
    const kind = `${owner.kind} ${app}`;
    const store = stores.get(kind) ?? kinds[kind]?.(tools);
    if (!store) throw new Failure({ kind: 'notFound' });
    stores.set(kind, store);
    return store;
  };
}

import type { ShownOrganizations } from '../cache/shownOrganizations';
import type { Store } from '../cache/store';
import { accessLines, toolLabels as labels, unknownPlace } from '../labels/tools';
import { type ListedSecret, listedIn, type SecretAccess } from '../model/access';
import { type Failure, isFailure } from '../model/failure';
import { receives } from '../model/receives';
import type { Repository } from '../model/repository';
import { isAt, secretIn } from '../model/secret';
import { type StoreId, storeOf } from '../model/secretStore';
import type { Tool } from './tool';
import type { Wait } from './untilCancelled';

/** Tells which repositories can use an organization's secret, in every place that has one of the name. */
export const whoCanUseSecret: Tool = input => {
  const name = input.secretName('name');
  const organization = input.organization('organization');
  const app = input.app('app');
  return {
    message: labels.lookingUp(name),
    answer: async ({ connections }, wait) => {
      const { store } = await wait(() => connections.opened());
      const shown: ShownOrganizations =
        organization === undefined
          ? await wait(() => store.organizations())
          : { organizations: [{ login: organization }], hidden: 0 };
      if (shown.organizations.length === 0) return [labels.nameOrganization(shown.hidden)];
      const apps = app === undefined ? store.apps : [app];
      const places = shown.organizations.flatMap(({ login }) => apps.map(one => storeOf(one, login)));
      const answer = await answerOf(store, places, name, wait);
      return shown.hidden > 0 ? [...answer, labels.hidden(shown.hidden)] : answer;
    },
  };
};

async function answerOf(
  store: Store,
  places: readonly StoreId[],
  name: string,
  wait: Wait,
): Promise<string[]> {
  const looked = await wait(() => Promise.all(places.map(place => lookUp(store, place, name))));
  const found = looked.flatMap(({ secret }) => (secret ? [secret] : []));
  const answers = await wait(() => Promise.all(found.map(secret => accessOf(store, secret))));
  const room = found.length > 1 ? fewNames : manyNames;
  const lookedAt = looked.filter(({ failure }) => !failure).map(({ place }) => place);
  return [
    ...(found.length === 0 ? [labels.nowhere(name, lookedAt)] : []),
    ...answers.flatMap(({ secret, access, repositories }) =>
      isFailure(access) ? [unknownPlace(secret, access)] : accessLines(secret, access, repositories, room),
    ),
    ...looked.flatMap(({ place, failure }) => (failure ? [unknownPlace(place, failure)] : [])),
  ];
}

/** How many repositories are named, so that the answer does not fill what the model can take. */
const [manyNames, fewNames] = [100, 20];

interface LookedUp {
  readonly place: StoreId;
  readonly secret?: ListedSecret;
  readonly failure?: Failure;
}

/** Looks into the list: asked for a single secret, GitHub tells a member of the organization that there is none. */
async function lookUp(store: Store, place: StoreId, name: string): Promise<LookedUp> {
  try {
    const secret = (await store.secrets(place)).find(it => isAt(secretIn(place, name), it));
    return secret ? { place, secret: listedIn(place, secret) } : { place };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { place, failure: error };
  }
}

interface Answer {
  readonly secret: ListedSecret;
  readonly access: SecretAccess | Failure;
  /** Those that can use it, or why they are not known. */
  readonly repositories: readonly Repository[] | Failure;
}

async function accessOf(store: Store, secret: ListedSecret): Promise<Answer> {
  try {
    const access = await store.currentAccess(secret);
    return { secret, access, repositories: await usersOf(store, secret, access).catch(orFailure) };
  } catch (error) {
    return { secret, access: orFailure(error), repositories: [] };
  }
}

async function usersOf(
  store: Store,
  { owner }: ListedSecret,
  { visibility, selection }: SecretAccess,
): Promise<readonly Repository[]> {
  if (visibility === 'selected') return selection;
  const all = await store.selectable(owner);
  return all.filter(repository => receives(visibility, repository));
}

function orFailure(error: unknown): Failure {
  if (!isFailure(error)) throw error;
  return error;
}

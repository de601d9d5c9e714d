import { isFailure } from '../../src/model/failure';
import type { AccessMatrix } from '../../src/model/access';
import { isSecretApp } from '../../src/model/secretApp';
import type { Store } from '../../src/cache/store';
import { currentState, isSame, stateWords } from './history';
import { ownSecretProblems } from './ownViews';
import { titleOf } from './secretTitle';
import { organization, otherOrganization } from './sequence';
import { accounts, type Site } from './sites';
import type { Stage } from './stage';
import { organizationOf } from './storedSecrets';

/**
 * What the views show and GitHub has otherwise. Where a rate limit is in the way it is sat out, however long it takes.
 * @param isRefreshed whether the user refreshes first
 */
export async function viewProblems(stage: Stage, isRefreshed: boolean): Promise<string[]> {
  const account = stage.account ?? 'octocat';
  const site = stage.sites.find(({ api }) => api === accounts[account].api);
  if (!site) return ['the account has no GitHub'];
  const flow = { title: `a look at the views of ${account}`, account, asks: [] };
  return stage.network.flows.run(flow, async () => {
    const { store } = stage.connections.required;
    if (isRefreshed) store.refresh();
    for (;;)
      try {
        const { organizations } = await store.organizations();
        const ofOrganization = stage.places.some(isSecretApp) ? await organizationProblems(store, site) : [];
        // One behind single sign-on is shown whatever the user's role is.
        const isListed =
          organizations
            .map(({ login }) => login)
            .filter(login => login !== otherOrganization)
            .join() === organization;
        return [
          ...(isListed ? [] : [`the organizations are shown as ${JSON.stringify(organizations)}`]),
          ...ofOrganization,
          ...(await ownSecretProblems(stage, site)),
        ];
      } catch (error) {
        if (!isFailure(error)) throw error;
        if (error.reason.kind !== 'rateLimited') return [`the views cannot be read: ${error.reason.kind}`];
        await stage.clock.pause(error.reason.until.getTime() - stage.clock.now() + 1000);
      }
  });
}

async function organizationProblems(store: Store, site: Site): Promise<string[]> {
  const access = await store.access(organization);
  const [limited] = access.failures.filter(({ failure }) => isFailure(failure, 'rateLimited'));
  if (limited) throw limited.failure;
  return differences(access, site);
}

function differences({ apps, secrets, repositories, failures }: AccessMatrix, site: Site): string[] {
  const { stores, repositories: all } = organizationOf(site);
  const shown = repositories.map(({ id, name, visibility }) => `${id} ${name} ${visibility}`).sort();
  const real = [...all.values()].map(({ id, name, visibility }) => `${id} ${name} ${visibility}`).sort();
  const titles = secrets.map(titleOf).sort();
  const there = apps.flatMap(app => [...stores[app].secrets.keys()].map(name => `${app} ${name}`));
  return [
    ...(shown.join() === real.join()
      ? []
      : [`the repositories are shown as ${shown.join()} and are ${real.join()}`]),
    ...failures.map(({ app, failure }) => `${app} cannot be read: ${failure.reason.kind}`),
    ...(titles.join() === there.sort().join() ? [] : [`the secrets are shown as ${titles.join()}`]),
    ...secrets.flatMap(({ access: { visibility, selection }, ...id }) => {
      const state = { visibility, selected: new Set(selection.map(({ id }) => id)) };
      const now = currentState(site, titleOf(id));
      return isSame(state, now)
        ? []
        : [`${titleOf(id)} is shown as ${stateWords(state)} and is ${stateWords(now)}`];
    }),
  ];
}

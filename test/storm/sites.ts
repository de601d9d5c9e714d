import type { Clock } from '../../src/model/clock';
import type { Identity } from '../../src/model/identity';
import type { FixtureEdit } from '../github/edits';
import { FakeGitHub } from '../github/fakeGitHub';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import { type Fixture, secretApps } from '../github/fixture';
import { fixtureOf } from '../github/fixtures/empty';
import { ownRepositories } from './places';
import { type AccountName, organization, otherOrganization, type Size } from './sequence';

/** Sends a request to a simulated GitHub, and gives the whole answer unless that `stalls`. */
export type Transport = (url: string, init: RequestInit, stalls: boolean) => Promise<Response>;

/** One of the two GitHubs. */
export interface Site {
  /** The origin of its API. */
  readonly api: string;
  readonly gitHub: FakeGitHub;
  readonly send: Transport;
  readonly close: () => Promise<void>;
}

export interface Account extends Identity {
  readonly api: string;
}

const gitHubHost = { provider: 'github', host: 'https://github.com', api: 'https://api.github.com' };
const enterpriseHost = {
  provider: 'github-enterprise',
  host: 'https://acme.ghe.com',
  api: 'https://api.acme.ghe.com',
};

/** Two accounts of one GitHub, and one of another. */
export const accounts: Readonly<Record<AccountName, Account>> = {
  octocat: { ...gitHubHost, account: { id: '1', label: 'octocat' } },
  hubot: { ...gitHubHost, account: { id: '2', label: 'hubot' } },
  enterprise: { ...enterpriseHost, account: { id: '1', label: 'octocat' } },
};

/** The secrets of each app: the first four are there at the beginning. */
export const secretNames = ['ALPHA', 'BETA', 'GAMMA', 'DELTA', 'NEW_ONE', 'NEW_TWO'] as const;

/** How many repositories there are, and how many the first two secrets have selected. */
const sizes = { small: { all: 7, selected: [3, 0] }, large: { all: 230, selected: [150, 200] } };

export function repositoryName(index: number): string {
  return `r${String(index).padStart(3, '0')}`;
}

/** The names that actions and edits use: such as stand at the ends of pages, and one that is created on the way. */
export function repositoryNames(size: Size): readonly string[] {
  const indices =
    size === 'small' ? [0, 1, 2, 3, 4, 5, 6] : [0, 1, 50, 99, 100, 101, 149, 150, 199, 200, 229];
  return [...indices.map(repositoryName), 'z-new'];
}

/** The same for the users' own secrets, with those of other owners: they go by their names without the owner. */
export function userRepositoryNames(size: Size): readonly string[] {
  return [...repositoryNames(size).slice(0, 6), 'g000', 'g001', 'dotfiles'];
}

/** Both GitHubs of a run, behind real HTTP servers or in this process. */
export async function openSites(
  { size, requiresValue }: { readonly size: Size; readonly requiresValue: boolean },
  clock: Clock,
  overHttp: boolean,
): Promise<readonly Site[]> {
  const open = overHttp ? httpSite : localSite;
  return [
    await open(gitHubHost.api, fixtureFor(['octocat', 'hubot'], size, requiresValue, clock.now()), clock),
    await open(enterpriseHost.api, fixtureFor(['octocat'], 'small', requiresValue, clock.now()), clock),
  ];
}

function localSite(api: string, fixture: Fixture, clock: Clock): Promise<Site> {
  const gitHub = new FakeGitHub({ fixture, clock });
  return Promise.resolve({
    api,
    gitHub,
    send: (url, init) => gitHub.fetch(url, init),
    close: () => {
      gitHub.endFaults();
      return Promise.resolve();
    },
  });
}

async function httpSite(api: string, fixture: Fixture, clock: Clock): Promise<Site> {
  const gitHub: FakeGitHubServer = await startFakeGitHub({ fixture, clock });
  return {
    api,
    gitHub,
    // The server takes itself for the host that the client addressed.
    send: async (url, init, stalls) => {
      const response = await fetch(url.replace(api, gitHub.url), {
        ...init,
        headers: {
          ...(init.headers as Record<string, string>),
          'x-forwarded-host': new URL(api).host,
          'x-forwarded-proto': 'https',
        },
      });
      return stalls && response.body ? response : wholeOf(response, url);
    },
    close: () => gitHub.close(),
  };
}

/** Sealing values takes long, so that each fixture is made once. */
const fixtures = new Map<string, Fixture>();

function fixtureFor(users: readonly string[], size: Size, requiresValue: boolean, now: number): Fixture {
  const key = JSON.stringify([users, size, requiresValue, now]);
  const fixture = fixtures.get(key) ?? newFixture(users, size, requiresValue, now);
  fixtures.set(key, fixture);
  return fixture;
}

function newFixture(users: readonly string[], size: Size, requiresValue: boolean, now: number): Fixture {
  const { all, selected } = sizes[size];
  const repositories = Array.from({ length: all }, (_, index) => repositoryName(index));
  const kinds = ['private', 'public', 'internal'] as const;
  const secret = (name: string, visibility: 'all' | 'private' | 'selected', count = 0): FixtureEdit[] =>
    secretApps.map(app => ({
      edit: 'createSecret',
      organization,
      app,
      name,
      visibility,
      repositories: repositories.slice(0, count),
    }));
  return fixtureOf(
    [
      { edit: 'createOrganization', organization, requiresValue },
      ...users.flatMap((user): FixtureEdit[] => [
        { edit: 'createUser', user },
        { edit: 'setMembership', organization, user, role: 'admin' },
      ]),
      ...repositories.map((repository, index): FixtureEdit => {
        const visibility = kinds[index % kinds.length] ?? 'private';
        return { edit: 'createRepository', organization, repository, visibility };
      }),
      ...secret('ALPHA', 'selected', selected[0]),
      ...secret('BETA', 'selected', selected[1]),
      ...secret('GAMMA', 'all'),
      ...secret('DELTA', 'private'),
      ...otherOwners(users),
      ...ownRepositories.flatMap(fullName =>
        ['ALPHA', 'BETA'].map((name): FixtureEdit => ({ edit: 'setRepositorySecret', fullName, name })),
      ),
      ...users.flatMap(user => userSecrets(user, repositories.slice(0, selected[0]))),
    ],
    now,
  );
}

/** Repositories of another organization, which the users are members of, and of the first user. */
function otherOwners(users: readonly string[]): FixtureEdit[] {
  const names = ['g000', 'g001'];
  return [
    { edit: 'createOrganization', organization: otherOrganization },
    ...users.map((user): FixtureEdit => {
      return { edit: 'setMembership', organization: otherOrganization, user, role: 'member' };
    }),
    ...names.map((repository): FixtureEdit => {
      return { edit: 'createRepository', organization: otherOrganization, repository };
    }),
    ...users.map((user): FixtureEdit => {
      const fullName = `${otherOrganization}/g000`;
      return { edit: 'setCollaborator', fullName, user, permission: 'write' };
    }),
    { edit: 'createUserRepository', user: 'octocat', repository: 'dotfiles' },
  ];
}

function userSecrets(user: string, many: readonly string[]): FixtureEdit[] {
  const ofOrganization = (names: readonly string[]): string[] => names.map(name => `${organization}/${name}`);
  const others = [`${otherOrganization}/g000`, `${otherOrganization}/g001`];
  const own = user === 'octocat' ? ['octocat/dotfiles'] : [];
  return [
    { edit: 'setUserSecret', user, name: 'ALPHA', repositories: ofOrganization(many) },
    { edit: 'setUserSecret', user, name: 'BETA', repositories: [] },
    {
      edit: 'setUserSecret',
      user,
      name: 'GAMMA',
      repositories: [...ofOrganization(['r003']), ...others, ...own],
    },
    { edit: 'setUserSecret', user, name: 'DELTA', repositories: [others[1] ?? ''] },
  ];
}

/** What is left to read of it takes no time of the machine's. */
async function wholeOf(response: Response, url: string): Promise<Response> {
  const { status, statusText, headers } = response;
  const body = response.body && (await response.arrayBuffer());
  return Object.defineProperty(new Response(body, { status, statusText, headers }), 'url', { value: url });
}

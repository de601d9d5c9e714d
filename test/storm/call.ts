import { isSecretApp } from '../../src/model/secretApp';
import { open } from '../github/keys';
import type { RunningFlow } from './asks';
import { partsOf } from './secretTitle';
import type { AccountName } from './sequence';
import { accounts, type Site } from './sites';
import { keysOn, repositoryStoreOn } from './storedSecrets';

/** One request. */
export interface Call {
  readonly flow: RunningFlow | undefined;
  readonly site: Site;
  readonly method: string;
  /** The title of the secret that its path leads to now. */
  readonly titleNow: () => string | undefined;
  /** The same when GitHub handled it; and the id of a repository of its selection. */
  secret: string | undefined;
  readonly repository: number | undefined;
  /** Whether it is about the selection as a whole. */
  readonly isSelection: boolean;
  /** What the client sent as a value, opened. */
  readonly value: string | undefined;
  readonly path: string;
  /** The moment at which GitHub handled it; nothing before that, and where it never did. */
  handledAt: number | undefined;
  /** Nothing where the client has no answer. */
  status: number | undefined;
}

/** Whose a token is, and whether it is the one for the user's own secrets. */
export interface TokenUse {
  readonly account: AccountName;
  readonly isForUser: boolean;
}

/** A request as it leaves the client. */
export function callOf(
  address: string,
  init: RequestInit,
  { sites, flow }: { readonly sites: readonly Site[]; readonly flow: RunningFlow | undefined },
): Call {
  const url = new URL(address);
  const site = sites.find(({ api }) => api === url.origin);
  if (!site) throw new Error(`There is no GitHub at ${url.origin}.`);
  const [, owner = '', name, id] =
    /^(.*)\/secrets(?:\/([^/]+)(?:\/repositories(?:\/(\d+))?)?)?$/.exec(url.pathname) ?? [];
  const storeNow = (): string | undefined => storeAt(site, owner, flow);
  return {
    flow,
    site,
    method: init.method ?? 'GET',
    path: url.pathname + url.search,
    titleNow: () => {
      const store = storeNow();
      return store === undefined || !name || name === 'public-key' ? undefined : `${store} ${name}`;
    },
    secret: undefined,
    repository: id === undefined ? undefined : Number(id),
    isSelection: url.pathname.endsWith('/repositories'),
    value: valueIn(init.body, site, [storeNow(), ...askedStores(flow)]),
    handledAt: undefined,
    status: undefined,
  };
}

/** The store whose secrets are below a path now; nothing where it is about something else. */
function storeAt(site: Site, path: string, flow: RunningFlow | undefined): string | undefined {
  const [, app = ''] = /^\/orgs\/[^/]+\/([a-z]+)$/.exec(path) ?? [];
  if (isSecretApp(app)) return app;
  if (path === '/user/codespaces') return flow && `user/${accounts[flow.account].account.label}`;
  const [, fullName] = /^\/repos\/([^/]+\/[^/]+)\/codespaces$/.exec(path) ?? [];
  return fullName === undefined ? undefined : repositoryStoreOn(site, fullName);
}

/** A value for a repository is sealed for the one that the flow is about, whatever has its name by now. */
function askedStores(flow: RunningFlow | undefined): string[] {
  return (flow?.asks ?? [])
    .map(({ secret }) => partsOf(secret).store)
    .filter(it => it.startsWith('repository/'));
}

/** What is sent goes to the account and the host that its flow began with, and is sealed for them. Says where it does not. */
export function misaddressed(
  { flow, site, value, method, path }: Call,
  init: RequestInit,
  tokens: ReadonlyMap<string, TokenUse>,
): string[] {
  const what = `${method} ${site.api}${path}`;
  if (!flow) return [`nobody asked for ${what}`];
  const authorization = (init.headers as Record<string, string>)['authorization'] ?? '';
  const { account, isForUser = false } = tokens.get(authorization.replace('Bearer ', '')) ?? {};
  return [
    ...(account === flow.account
      ? []
      : [`"${flow.title}" of ${flow.account} sent the token of ${account ?? 'nobody'}: ${what}`]),
    ...(isForUser === path.startsWith('/user/codespaces/')
      ? []
      : [`"${flow.title}" sent the ${isForUser ? 'second' : 'first'} token: ${what}`]),
    ...(site.api === accounts[flow.account].api
      ? []
      : [`"${flow.title}" of ${flow.account} went to another host: ${what}`]),
    ...(value === undefined || flow.asks.some(ask => ask.value === value)
      ? []
      : [`"${flow.title}" sent a value that is not its own (${value}): ${what}`]),
  ];
}

/** The value in a body, opened with whichever key of these stores it was sealed for. */
function valueIn(
  body: unknown,
  site: Site,
  [store, ...asked]: readonly (string | undefined)[],
): string | undefined {
  if (typeof body !== 'string' || body === '') return undefined;
  const { encrypted_value: sealed } = JSON.parse(body) as { encrypted_value?: string };
  if (sealed === undefined) return undefined;
  const box = Uint8Array.from(Buffer.from(sealed, 'base64'));
  // Of repositories only those count that were asked for.
  const stores = store?.startsWith('repository/') === false ? [store] : asked;
  for (const key of stores.flatMap(it => keysOn(site, it ?? '').toReversed())) {
    const opened = open(box, key);
    if (opened) return new TextDecoder().decode(opened);
  }
  return 'sealed for somebody else';
}

/** Whether it reads a page of a selection. */
export function isPage({ method, path }: Call): boolean {
  return method === 'GET' && /\/secrets\/[^/]+\/repositories(\?|$)/.test(path);
}

/** A request in a few words. */
export function callWords({ flow, method, site, path }: Call): string {
  return `[${flow?.title ?? 'nobody'}] ${method} ${site.api.replace('https://api.', '')}${path}`;
}

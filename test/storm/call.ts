import { isSecretApp, type SecretApp } from '../../src/model/secretApp';
import { open } from '../github/keys';
import type { RunningFlow } from './asks';
import { organizationOf } from './history';
import { titleOf } from './secretTitle';
import type { AccountName } from './sequence';
import { accounts, type Site } from './sites';

/** One request. */
export interface Call {
  readonly flow: RunningFlow | undefined;
  readonly site: Site;
  readonly method: string;
  /** Below the organization's secrets of an app: the title, and the id of a repository. */
  readonly secret: string | undefined;
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

/** A request as it leaves the client. */
export function callOf(
  address: string,
  init: RequestInit,
  { sites, flow }: { readonly sites: readonly Site[]; readonly flow: RunningFlow | undefined },
): Call {
  const url = new URL(address);
  const site = sites.find(({ api }) => api === url.origin);
  if (!site) throw new Error(`There is no GitHub at ${url.origin}.`);
  const [, app = '', name, id] =
    /\/orgs\/[^/]+\/([a-z]+)\/secrets\/([^/]+)(?:\/repositories(?:\/(\d+))?)?$/.exec(url.pathname) ?? [];
  const known = isSecretApp(app) ? app : undefined;
  return {
    flow,
    site,
    method: init.method ?? 'GET',
    path: url.pathname + url.search,
    secret: !known || !name || name === 'public-key' ? undefined : titleOf({ app: known, name }),
    repository: id === undefined ? undefined : Number(id),
    isSelection: url.pathname.endsWith('/repositories'),
    value: known && valueIn(init.body, site, known),
    handledAt: undefined,
    status: undefined,
  };
}

/** What is sent goes to the account and the host that its flow began with, and is sealed for them. Says where it does not. */
export function misaddressed(
  { flow, site, value, method, path }: Call,
  init: RequestInit,
  tokens: ReadonlyMap<string, AccountName>,
): string[] {
  const what = `${method} ${site.api}${path}`;
  if (!flow) return [`nobody asked for ${what}`];
  const authorization = (init.headers as Record<string, string>)['authorization'] ?? '';
  const account = tokens.get(authorization.replace('Bearer ', ''));
  return [
    ...(account === flow.account
      ? []
      : [`"${flow.title}" of ${flow.account} sent the token of ${account ?? 'nobody'}: ${what}`]),
    ...(site.api === accounts[flow.account].api
      ? []
      : [`"${flow.title}" of ${flow.account} went to another host: ${what}`]),
    ...(value === undefined || flow.asks.some(ask => ask.value === value)
      ? []
      : [`"${flow.title}" sent a value that is not its own (${value}): ${what}`]),
  ];
}

/** The value in a body, opened with whichever key of the site's and the app's it was sealed for. */
function valueIn(body: unknown, site: Site, app: SecretApp): string | undefined {
  if (typeof body !== 'string' || body === '') return undefined;
  const { encrypted_value: sealed } = JSON.parse(body) as { encrypted_value?: string };
  if (sealed === undefined) return undefined;
  const box = Uint8Array.from(Buffer.from(sealed, 'base64'));
  for (const key of organizationOf(site).stores[app].keys.toReversed()) {
    const opened = open(box, key);
    if (opened) return new TextDecoder().decode(opened);
  }
  return 'sealed for somebody else';
}

/** Whether it reads a page of a selection. */
export function isPage({ method, path }: Call): boolean {
  return method === 'GET' && path.includes('/repositories?');
}

/** A request in a few words. */
export function callWords({ flow, method, site, path }: Call): string {
  return `[${flow?.title ?? 'nobody'}] ${method} ${site.api.replace('https://api.', '')}${path}`;
}

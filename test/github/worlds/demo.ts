import type { WorldEdit } from '../edits';
import type { World } from '../world';
import { demoRepositories } from './demoRepositories';
import { worldOf } from './empty';

/** The demo's token, of `octocat`, with the scopes that the extension asks for. */
export const demoToken = 'ghp_demo';

const day = 24 * 60 * 60 * 1000;
const user = 'octocat';

/**
 * What a visitor can play with, its times relative to `now` (milliseconds since 1970): `acme` with some 240
 * repositories and a dozen secrets, `globex` behind a single sign-on that has not been made, `initrode` on the free
 * plan, `umbrella` without secrets, all owned; and `hooli`, merely joined.
 */
export function demoWorld(now = Date.now()): World {
  return worldOf([...people, ...acme(now), ...globex(now), ...others], now);
}

const people: readonly WorldEdit[] = [
  { edit: 'createUser', user, name: 'The Octocat', id: 583231 },
  {
    edit: 'setToken',
    token: demoToken,
    user,
    scopes: ['admin:org', 'repo', 'read:user', 'user:email', 'workflow'],
  },
];

function acme(now: number): WorldEdit[] {
  const organization = 'acme';
  const repositories = demoRepositories(now);
  const names = repositories.map(({ repository }) => repository);
  const secret = secretsOf(organization, now);
  return [
    { edit: 'createOrganization', organization, id: 9001, plan: 'team' },
    { edit: 'setMembership', organization, user, role: 'admin' },
    ...repositories.map(repository => ({
      edit: 'createRepository' as const,
      organization,
      ...repository,
    })),
    secret('NPM_TOKEN', 3, ['service-catalog', 'billing', 'checkout-web', 'design-system']),
    secret('PYPI_TOKEN', 150, ['sdk-python', 'data-pipeline']),
    secret('SENTRY_DSN', 730, 'all'),
    secret('DB_URL', 1, 'private'),
    secret(
      'ARTIFACTORY_PASSWORD',
      41,
      names.filter((_, index) => index % 2 === 0 || index < 20).slice(0, 130),
    ),
    secret('AWS_ACCESS_KEY_ID', 88, ['infrastructure', 'billing-api', 'billing-worker']),
    secret('AWS_SECRET_ACCESS_KEY', 88, ['infrastructure', 'billing-api', 'billing-worker']),
    secret('DATADOG_API_KEY', 12, 'private'),
    secret('FEATURE_FLAGS_SDK_KEY', 210, 'all'),
    secret('OPENAI_API_KEY', 0.1, ['search-api']),
    secret('SLACK_WEBHOOK_URL', 400, 'private'),
    secret('STRIPE_TEST_KEY', 26, ['checkout-web', 'checkout-api', 'billing-api', 'billing-worker']),
  ];
}

function globex(now: number): WorldEdit[] {
  const organization = 'globex';
  const secret = secretsOf(organization, now);
  return [
    { edit: 'createOrganization', organization, id: 9002, plan: 'enterprise', sso: true },
    { edit: 'setMembership', organization, user, role: 'admin' },
    ...['reactor', 'control-room', 'safety-manual'].map(repository => ({
      edit: 'createRepository' as const,
      organization,
      repository,
      visibility: 'internal' as const,
    })),
    secret('REACTOR_KEY', 9, ['reactor', 'control-room']),
    secret('NPM_TOKEN', 60, 'all'),
    secret('VAULT_TOKEN', 5, 'private'),
  ];
}

const others: readonly WorldEdit[] = [
  { edit: 'createOrganization', organization: 'initrode', id: 9003, plan: 'free' },
  { edit: 'setMembership', organization: 'initrode', user, role: 'admin' },
  { edit: 'createRepository', organization: 'initrode', repository: 'tps-reports', visibility: 'public' },
  { edit: 'createOrganization', organization: 'umbrella', id: 9004, plan: 'team' },
  { edit: 'setMembership', organization: 'umbrella', user, role: 'admin' },
  { edit: 'createRepository', organization: 'umbrella', repository: 'raccoon' },
  { edit: 'createRepository', organization: 'umbrella', repository: 'hive', visibility: 'internal' },
  { edit: 'createOrganization', organization: 'hooli', id: 9005, plan: 'enterprise' },
  { edit: 'setMembership', organization: 'hooli', user },
  { edit: 'createRepository', organization: 'hooli', repository: 'nucleus', visibility: 'public' },
];

/** Makes secrets whose last change is some days ago, for all or private repositories or for those named. */
function secretsOf(organization: string, now: number) {
  return (name: string, daysAgo: number, access: 'all' | 'private' | readonly string[]): WorldEdit => ({
    edit: 'createSecret',
    organization,
    name,
    ...(typeof access === 'string'
      ? { visibility: access }
      : { visibility: 'selected', repositories: [...access] }),
    createdAt: now - (daysAgo + 200) * day,
    updatedAt: now - daysAgo * day,
  });
}

import type { WorldEdit } from '../edits';
import type { World } from '../world';
import { worldOf } from './empty';

/** The test world's token, of `octocat`, with the scopes that the extension asks for. */
export const testToken = 'gho_test';

const organization = 'acme';

/**
 * A small world that is the same in every run: `octocat` owns `acme` with twelve repositories and five secrets,
 * `globex` behind single sign-on, `initrode` on the free plan and `umbrella` without secrets, and is a member of
 * `hooli`. `hubot`, whose token is `gho_hubot`, is the other owner of `acme`.
 */
export function testWorld(): World {
  return worldOf([...people, ...acme, ...others], Date.UTC(2025, 0, 15));
}

const scopes = ['admin:org', 'repo', 'read:user', 'user:email', 'workflow'];

const people: readonly WorldEdit[] = [
  { edit: 'createUser', user: 'octocat', name: 'The Octocat', id: 583231 },
  { edit: 'setToken', token: testToken, user: 'octocat', scopes },
  { edit: 'createUser', user: 'hubot', name: 'Hubot', id: 480938 },
  { edit: 'setToken', token: 'gho_hubot', user: 'hubot', scopes },
];

const repositories: readonly Omit<
  Extract<WorldEdit, { edit: 'createRepository' }>,
  'edit' | 'organization'
>[] = [
  { repository: 'api-gateway', description: 'Everything comes in here', language: 'Go' },
  { repository: 'billing', language: 'TypeScript' },
  { repository: 'design-system', visibility: 'public', language: 'TypeScript' },
  { repository: 'docs', visibility: 'public' },
  { repository: 'infrastructure', visibility: 'internal', language: 'HCL' },
  { repository: 'legacy-billing', archived: true },
  { repository: 'mobile-app', language: 'Kotlin' },
  { repository: 'payments', language: 'Go' },
  { repository: 'sdk-python', visibility: 'public', language: 'Python' },
  { repository: 'search-fork', visibility: 'public', fork: true, language: 'Rust' },
  { repository: 'service-catalog', visibility: 'internal' },
  { repository: 'website', visibility: 'public', language: 'TypeScript' },
];

const acme: readonly WorldEdit[] = [
  { edit: 'createOrganization', organization, id: 9001 },
  { edit: 'setMembership', organization, user: 'octocat', role: 'admin' },
  { edit: 'setMembership', organization, user: 'hubot', role: 'admin' },
  ...repositories.map((repository, index) => ({
    edit: 'createRepository' as const,
    organization,
    id: 70001 + index,
    createdAt: Date.UTC(2024, 0, 1 + index),
    ...repository,
  })),
  secret('NPM_TOKEN', 'selected', Date.UTC(2025, 0, 10), ['service-catalog', 'billing']),
  secret('PYPI_TOKEN', 'selected', Date.UTC(2024, 7, 1), ['sdk-python']),
  secret('SENTRY_DSN', 'all', Date.UTC(2023, 1, 1)),
  secret('DB_URL', 'private', Date.UTC(2025, 0, 14)),
  secret('UNUSED', 'selected', Date.UTC(2024, 11, 24), []),
];

const others: readonly WorldEdit[] = [
  { edit: 'createOrganization', organization: 'globex', id: 9002, sso: true, plan: 'enterprise' },
  { edit: 'setMembership', organization: 'globex', user: 'octocat', role: 'admin' },
  { edit: 'createRepository', organization: 'globex', repository: 'reactor', id: 70101 },
  { edit: 'createSecret', organization: 'globex', name: 'REACTOR_KEY', visibility: 'all' },
  { edit: 'createOrganization', organization: 'initrode', id: 9003, plan: 'free' },
  { edit: 'setMembership', organization: 'initrode', user: 'octocat', role: 'admin' },
  { edit: 'createRepository', organization: 'initrode', repository: 'tps-reports', id: 70201 },
  { edit: 'createOrganization', organization: 'umbrella', id: 9004 },
  { edit: 'setMembership', organization: 'umbrella', user: 'octocat', role: 'admin' },
  { edit: 'createRepository', organization: 'umbrella', repository: 'raccoon', id: 70301 },
  { edit: 'createOrganization', organization: 'hooli', id: 9005 },
  { edit: 'setMembership', organization: 'hooli', user: 'octocat' },
  { edit: 'createRepository', organization: 'hooli', repository: 'nucleus', id: 70401 },
];

function secret(
  name: string,
  visibility: 'all' | 'private' | 'selected',
  updatedAt: number,
  selected: string[] = [],
): WorldEdit {
  const createdAt = Date.UTC(2022, 5, 1);
  return {
    edit: 'createSecret',
    organization,
    name,
    visibility,
    repositories: selected,
    createdAt,
    updatedAt,
  };
}

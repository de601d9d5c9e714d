import type { WorldEdit } from '../edits';
import type { World } from '../world';
import { worldOf } from './empty';

/** The large world's token, of `octocat`. */
export const largeToken = 'gho_large';

/** How large. */
export interface LargeWorldSize {
  /** At most three; one if not given. */
  readonly organizations?: number;
  readonly repositories: number;
  /** At most 100. */
  readonly secrets: number;
  /** How many repositories each secret has selected. */
  readonly selectedPerSecret: number;
}

/**
 * Organizations of one size, `acme` first, all owned by `octocat`: for benchmarks. The repositories of each are
 * `repository-00000` and so on, its secrets `SECRET_000` and so on.
 */
export function largeWorld({ organizations = 1, ...size }: LargeWorldSize): World {
  const edits: WorldEdit[] = [
    { edit: 'createUser', user: 'octocat', id: 583231 },
    { edit: 'setToken', token: largeToken, user: 'octocat', scopes: ['admin:org', 'repo'] },
    ...['acme', 'globex', 'umbrella']
      .slice(0, organizations)
      .flatMap(login => largeOrganization(login, size)),
  ];
  return worldOf(edits, Date.UTC(2025, 0, 15));
}

function largeOrganization(organization: string, size: Omit<LargeWorldSize, 'organizations'>): WorldEdit[] {
  const names = Array.from({ length: size.repositories }, (_, index) => {
    return `repository-${String(index).padStart(5, '0')}`;
  });
  return [
    { edit: 'createOrganization', organization, plan: 'enterprise' },
    { edit: 'setMembership', organization, user: 'octocat', role: 'admin' },
    ...names.map(repository => ({ edit: 'createRepository' as const, organization, repository })),
    ...Array.from({ length: size.secrets }, (_, index) => ({
      edit: 'createSecret' as const,
      organization,
      name: `SECRET_${String(index).padStart(3, '0')}`,
      visibility: 'selected' as const,
      repositories: names.slice(0, size.selectedPerSecret),
    })),
  ];
}

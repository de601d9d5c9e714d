import type { WorldEdit } from '../edits';
import type { World } from '../world';
import { worldOf } from './empty';

/** The large world's token, of `octocat`. */
export const largeToken = 'gho_large';

/** How large. */
export interface LargeWorldSize {
  readonly repositories: number;
  /** At most 100. */
  readonly secrets: number;
  /** How many repositories each secret has selected. */
  readonly selectedPerSecret: number;
}

/** One organization, `acme`, owned by `octocat`: for benchmarks. Its repositories are `repository-00000` and so on. */
export function largeWorld(size: LargeWorldSize): World {
  const organization = 'acme';
  const names = Array.from({ length: size.repositories }, (_, index) => {
    return `repository-${String(index).padStart(5, '0')}`;
  });
  const edits: WorldEdit[] = [
    { edit: 'createUser', user: 'octocat', id: 583231 },
    { edit: 'setToken', token: largeToken, user: 'octocat', scopes: ['admin:org', 'repo'] },
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
  return worldOf(edits, Date.UTC(2025, 0, 15));
}

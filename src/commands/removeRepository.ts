import type { Repository } from '../model/repository';
import type { SecretReference } from '../model/secret';
import { applyChanges } from './shared/applyChanges';
import type { Flow } from './shared/commandContext';

/** A repository that a secret is selected for. */
export interface Selected {
  readonly secret: SecretReference;
  readonly repository: Repository;
}

/** Removes repositories from the selections of their secrets. */
export async function removeRepositories(flow: Flow, selected: readonly Selected[]): Promise<void> {
  await applyChanges(
    flow,
    selected.map(({ secret: { organization, name }, repository }) => ({
      kind: 'remove',
      secret: { organization, name },
      repository,
    })),
  );
}

import type { Repository } from '../model/repository';
import { type SecretId, secretIdOf } from '../model/secret';
import { applyChanges } from './shared/applyChanges';
import type { Flow } from './shared/commandContext';

/** A repository that a secret is selected for. */
export interface Selected {
  readonly secret: SecretId;
  readonly repository: Repository;
}

/** Removes repositories from the selections of their secrets. */
export async function removeRepositories(flow: Flow, selected: readonly Selected[]): Promise<void> {
  await applyChanges(
    flow,
    selected.map(({ secret, repository }) => ({
      kind: 'remove',
      secret: secretIdOf(secret),
      repository,
    })),
  );
}

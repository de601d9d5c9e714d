import type { Report } from './report';

/** A report as JSON, in GitHub's own words and the same in every language. */
export function jsonReport({ organization, by, at, staleAfterDays, secrets, repositories }: Report): string {
  const report = {
    organization,
    made_by: by,
    at: at.toISOString(),
    stale_after_days: staleAfterDays,
    secrets: secrets.map(({ name, visibility, receivers, isStale, createdAt, updatedAt }) => ({
      name,
      visibility,
      repository_count: receivers.length,
      ...(visibility === 'selected' && { selected_repositories: receivers.map(it => it.name) }),
      stale: isStale,
      created_at: createdAt.toISOString(),
      updated_at: updatedAt.toISOString(),
    })),
    repositories: repositories.map(({ repository: { name, visibility, archived }, secrets: received }) => ({
      name,
      visibility,
      archived,
      secrets: received.map(({ secret, why }) => ({ name: secret.name, visibility: why })),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

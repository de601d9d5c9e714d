import type { Report } from './report';

/** A report as JSON, in GitHub's own words and the same in every language. */
export function jsonReport(report: Report): string {
  const { organization, apps, by, at, staleAfterDays, secrets, repositories, failures } = report;
  const json = {
    organization,
    apps,
    missing_apps: failures.map(({ app, failure }) => ({ app, reason: failure.reason.kind })),
    made_by: by,
    at: at.toISOString(),
    stale_after_days: staleAfterDays,
    secrets: secrets.map(({ app, name, visibility, receivers, isStale, createdAt, updatedAt }) => ({
      name,
      app,
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
      secrets: received.map(({ app, secret, why }) => ({ name: secret.name, app, visibility: why })),
    })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

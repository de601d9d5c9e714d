import type { Report } from './report';

/** A report as JSON, in GitHub's own words and the same in every language. */
export function jsonReport({ organization, at, secrets }: Report): string {
  const report = {
    organization,
    at: at.toISOString(),
    secrets: secrets.map(({ name, visibility, count, selection, createdAt, updatedAt }) => ({
      name,
      visibility,
      repository_count: count,
      ...(visibility === 'selected' && { selected_repositories: selection }),
      created_at: createdAt.toISOString(),
      updated_at: updatedAt.toISOString(),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

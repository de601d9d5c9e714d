import type { WorldEdit } from '../edits';

type NewRepository = Omit<Extract<WorldEdit, { edit: 'createRepository' }>, 'edit' | 'organization'>;

const day = 24 * 60 * 60 * 1000;
const areas =
  'accounts billing catalog checkout crm delivery fraud identity inventory invoicing ledger marketing messaging notifications onboarding orders payments payroll pricing promotions refunds reporting returns reviews search shipping subscriptions support tax warehouse'.split(
    ' ',
  );
const kinds: readonly { suffix: string; language: string; description: string }[] = [
  { suffix: 'api', language: 'Go', description: 'The service and its API' },
  { suffix: 'web', language: 'TypeScript', description: 'The web front end' },
  { suffix: 'worker', language: 'Go', description: 'Background jobs' },
  { suffix: 'schema', language: 'PLpgSQL', description: 'Database schema and migrations' },
  { suffix: 'events', language: 'TypeScript', description: 'Event definitions that others consume' },
  { suffix: 'e2e', language: 'TypeScript', description: 'End-to-end tests' },
  { suffix: 'runbooks', language: 'HCL', description: 'Dashboards, alerts and runbooks' },
];

const singles: readonly NewRepository[] = [
  { repository: 'service-catalog', visibility: 'internal', description: 'Who owns what' },
  { repository: 'billing', language: 'Go', description: 'The billing monolith' },
  { repository: 'infrastructure', visibility: 'internal', language: 'HCL', description: 'All of it' },
  { repository: 'design-system', visibility: 'public', language: 'TypeScript' },
  { repository: 'data-pipeline', language: 'Python' },
  { repository: 'sdk-go', visibility: 'public', language: 'Go' },
  { repository: 'sdk-java', visibility: 'public', language: 'Java' },
  { repository: 'sdk-javascript', visibility: 'public', language: 'TypeScript' },
  { repository: 'sdk-python', visibility: 'public', language: 'Python' },
  { repository: 'sdk-ruby', visibility: 'public', language: 'Ruby' },
  { repository: 'docs', visibility: 'public', description: 'docs.acme.example' },
  { repository: 'website', visibility: 'public', language: 'TypeScript' },
  { repository: 'blog', visibility: 'public', language: 'CSS' },
  { repository: 'mobile-android', language: 'Kotlin' },
  { repository: 'mobile-ios', language: 'Swift' },
  { repository: 'feature-flags', visibility: 'internal', language: 'Go' },
  { repository: 'ml-models', language: 'Python' },
  { repository: 'ml-notebooks', language: 'Jupyter Notebook' },
  { repository: 'handbook', visibility: 'internal' },
  { repository: 'incident-reports', visibility: 'internal' },
  { repository: 'security-policies' },
  { repository: 'dev-containers', visibility: 'internal', language: 'Dockerfile' },
  { repository: 'github-workflows', visibility: 'internal' },
  { repository: 'terraform-modules', visibility: 'internal', language: 'HCL' },
  { repository: 'kubernetes-charts', visibility: 'internal', language: 'Smarty' },
  { repository: 'linter-config', visibility: 'public', language: 'JavaScript' },
  { repository: 'postgres-fork', visibility: 'public', fork: true, language: 'C' },
  { repository: 'hackathon-2023', archived: true },
  { repository: 'old-website', visibility: 'public', archived: true, language: 'PHP' },
  { repository: 'legacy-monolith', archived: true, language: 'Ruby' },
];

/** 240 repositories as a company of some size has them, with times relative to `now`. */
export function demoRepositories(now: number): NewRepository[] {
  const services = areas.flatMap((area, areaIndex) =>
    kinds.map(({ suffix, language, description }, kindIndex) => ({
      repository: `${area}-${suffix}`,
      visibility: (areaIndex + kindIndex) % 5 === 0 ? ('internal' as const) : ('private' as const),
      archived: (areaIndex * 7 + kindIndex) % 41 === 40,
      language,
      description,
    })),
  );
  return [...singles, ...services].map((repository, index) => ({
    ...repository,
    createdAt: now - (1800 - index * 7) * day,
    updatedAt: now - ((index * 37) % 120) * day,
  }));
}

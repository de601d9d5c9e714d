import { organizationStore } from './organizationStore';

/**
 * Its ids of repositories are strings in older versions of GitHub Enterprise Server, and strings or numbers since.
 * @see https://docs.github.com/en/rest/dependabot/secrets
 */
export const dependabot = organizationStore('dependabot', { toId: String });

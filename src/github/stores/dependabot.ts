import { organizationStore } from './organizationStore';

/**
 * The repositories that are sent with a secret are strings in older versions of GitHub Enterprise Server, and strings or
 * numbers since. The list that replaces a selection takes numbers only.
 * @see https://docs.github.com/en/rest/dependabot/secrets
 */
export const dependabot = organizationStore('dependabot', { toId: String });

import { organizationStore } from './organizationStore';

/** @see https://docs.github.com/en/rest/codespaces/organization-secrets */
export const codespaces = organizationStore('codespaces');

import { organizationStore } from './organizationStore';

/** @see https://docs.github.com/en/rest/agents/secrets */
export const agents = organizationStore('agents');

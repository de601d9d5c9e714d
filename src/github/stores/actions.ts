import { organizationStore } from './organizationStore';

/** @see https://docs.github.com/en/rest/actions/secrets */
export const actions = organizationStore('actions');

import type { OrganizationList } from '../model/gitHub';
import type { Organization } from '../model/organization';

/** The organizations to show. */
export interface ShownOrganizations {
  readonly organizations: readonly Organization[];
  /** How many more there are behind single sign-on, whose names GitHub does not tell. */
  readonly hidden: number;
}

/**
 * The organizations to show: those that are named, whether the account owns them or not; all owned ones if none is named.
 * @param named logins, in any case
 */
export function shownOrganizations(owned: OrganizationList, named: readonly string[]): ShownOrganizations {
  if (named.length === 0) return owned;
  const organizations = named.map(
    login => owned.organizations.find(it => it.login.toLowerCase() === login.toLowerCase()) ?? { login },
  );
  return { organizations, hidden: 0 };
}

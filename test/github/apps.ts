import type { Membership, SecretApp } from './fixture';

/**
 * What GitHub does differently for the organization secrets of one app. What a PUT requires and which ids it takes
 * differs too: description.json has that.
 */
export interface AppRules {
  /** How many secrets an organization can have. */
  readonly maxSecrets: number;
  /** Whether an Enterprise Server has such secrets. */
  readonly isOnEnterpriseServer: boolean;
  /** Whether the free plan has none: the public key and the PUT answer 404 there, even to an owner. */
  readonly needsPaidPlan: boolean;
  /** Whether a repository lists the organization secrets that it can use. */
  readonly isListedByRepository: boolean;
  /** Whether a member who is no owner has a role that lets them manage such secrets. */
  readonly hasRole: (membership: Membership) => boolean;
}

const noRole = () => false;

/**
 * Not documented, and therefore assumed: that Dependabot and agents take as many secrets as Actions, and that the free
 * plan has agents secrets. It has Actions and Dependabot secrets for public repositories; that private ones cannot use
 * them there is left out.
 */
const rules: Readonly<Record<SecretApp, AppRules>> = {
  codespaces: {
    maxSecrets: 100,
    isOnEnterpriseServer: false,
    needsPaidPlan: true,
    isListedByRepository: false,
    hasRole: noRole,
  },
  actions: {
    maxSecrets: 1000,
    isOnEnterpriseServer: true,
    needsPaidPlan: false,
    isListedByRepository: true,
    hasRole: ({ managesActionsSecrets }) => managesActionsSecrets,
  },
  dependabot: {
    maxSecrets: 1000,
    isOnEnterpriseServer: true,
    needsPaidPlan: false,
    isListedByRepository: false,
    hasRole: noRole,
  },
  agents: {
    maxSecrets: 1000,
    isOnEnterpriseServer: false,
    needsPaidPlan: false,
    isListedByRepository: true,
    hasRole: noRole,
  },
};

/** What GitHub does differently for an app. */
export function rulesOf(app: SecretApp): AppRules {
  return rules[app];
}

/** What uses a secret. `gh` calls this `--app`. */
export type SecretApp = 'codespaces' | 'actions' | 'dependabot' | 'agents';

/** What GitHub's documentation says of an app's organization secrets. */
export interface AppRules {
  /** The most secrets of an organization; undefined where GitHub documents no limit. */
  readonly maxSecrets: number | undefined;
  /** Whether GitHub changes the visibility of a secret only together with its value. */
  readonly needsValue: boolean;
  /** Whether GitHub Enterprise Server has them. */
  readonly isOnServer: boolean;
  /** Whether GitHub lists what one repository receives. */
  readonly hasReceived: boolean;
}

/**
 * All apps, in the order in which they are shown.
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets
 * @see https://docs.github.com/en/rest/actions/secrets
 * @see https://docs.github.com/en/rest/dependabot/secrets
 * @see https://docs.github.com/en/rest/agents/secrets
 */
export const appRules: Readonly<Record<SecretApp, AppRules>> = {
  codespaces: { maxSecrets: 100, needsValue: false, isOnServer: false, hasReceived: false },
  actions: { maxSecrets: 1000, needsValue: true, isOnServer: true, hasReceived: true },
  dependabot: { maxSecrets: undefined, needsValue: false, isOnServer: true, hasReceived: false },
  agents: { maxSecrets: undefined, needsValue: true, isOnServer: false, hasReceived: true },
};

export const secretApps = Object.keys(appRules) as readonly SecretApp[];

export function isSecretApp(text: string): text is SecretApp {
  return Object.hasOwn(appRules, text);
}

import { ConfigurationTarget, type Disposable, type Event, EventEmitter, workspace } from 'vscode';
import { Failure } from '../model/failure';
import { settings } from '../manifest';
import { distinctNames } from '../model/distinctNames';
import { hostProblem, isAddress, isEnterpriseServer, isSameAddress } from '../model/gitHubHost';
import type { SecretApp } from '../model/secretApp';
import { existingApps, shownApps } from '../model/shownApps';

export type AuthenticationProvider = 'github' | 'github-enterprise';

/** The GitHub to sign in to: its host is never looked at apart from its provider. */
export interface SignInTarget {
  readonly provider: AuthenticationProvider;
  /** The site: `https://github.com`, or the enterprise host as the user named it; empty where they named none. */
  readonly host: string;
  /** Why no token may be asked for; nothing where it may. */
  readonly problem: Failure | undefined;
}

const enterpriseUriSetting = 'github-enterprise.uri';

/** The user's settings, read when they are asked for. None of them can come from a workspace. */
export class Settings implements Disposable {
  readonly #organizationsChanged = new EventEmitter<void>();
  readonly onDidChangeOrganizations: Event<void> = this.#organizationsChanged.event;
  readonly #appsChanged = new EventEmitter<void>();
  readonly onDidChangeApps: Event<void> = this.#appsChanged.event;
  readonly #authenticationChanged = new EventEmitter<void>();
  /** The provider or the host was set, perhaps to another spelling of what it was. */
  readonly onDidChangeAuthentication: Event<void> = this.#authenticationChanged.event;
  #signInTarget = readSignInTarget();

  readonly #staleAfterChanged = new EventEmitter<void>();
  readonly onDidChangeStaleAfter: Event<void> = this.#staleAfterChanged.event;

  readonly #checkDevcontainerChanged = new EventEmitter<void>();
  readonly onDidChangeCheckDevcontainer: Event<void> = this.#checkDevcontainerChanged.event;

  readonly #subscription = workspace.onDidChangeConfiguration(change => {
    if (change.affectsConfiguration(settings.organizations)) this.#organizationsChanged.fire();
    if (change.affectsConfiguration(settings.apps)) this.#appsChanged.fire();
    if (change.affectsConfiguration(settings.staleAfterDays)) this.#staleAfterChanged.fire();
    if (change.affectsConfiguration(settings.checkDevcontainer)) this.#checkDevcontainerChanged.fire();
    if (
      change.affectsConfiguration(settings.authenticationProvider) ||
      change.affectsConfiguration(enterpriseUriSetting)
    ) {
      const target = readSignInTarget();
      if (!isSameTarget(target, this.#signInTarget)) this.#signInTarget = target;
      this.#authenticationChanged.fire();
    }
  });

  /** The organizations to show, each once; none: every one that the user owns. */
  get organizations(): readonly string[] {
    return distinctNames(globally(settings.organizations));
  }

  /** The apps that the GitHub of a site has. */
  existingApps(site: string): readonly SecretApp[] {
    return existingApps(isEnterpriseServer(site));
  }

  /** The apps whose secrets to show, of the GitHub of a site. */
  apps(site: string): readonly SecretApp[] {
    return shownApps(chosenApps(), isEnterpriseServer(site));
  }

  /** Sets the apps whose secrets to show, of the GitHub of a site. What it lacks stays as it is for others. */
  async showApps(apps: readonly SecretApp[], site: string): Promise<void> {
    const existing = this.existingApps(site);
    const others = distinctNames(chosenApps()).filter(name => !existing.some(app => app === name));
    await workspace
      .getConfiguration()
      .update(settings.apps, [...apps, ...others], ConfigurationTarget.Global);
  }

  /** After how many days without an update a secret counts as stale; 0: never. */
  get staleAfterDays(): number {
    const days = globally(settings.staleAfterDays);
    return typeof days === 'number' && days > 0 ? days : 0;
  }

  /** Whether declared secrets are compared with those that a repository gets. */
  get checkDevcontainer(): boolean {
    return globally(settings.checkDevcontainer) !== false;
  }

  /** The GitHub to sign in to. It is another object once it has changed, and stays another one when it changes back. */
  get signInTarget(): SignInTarget {
    return this.#signInTarget;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#organizationsChanged.dispose();
    this.#appsChanged.dispose();
    this.#authenticationChanged.dispose();
    this.#staleAfterChanged.dispose();
    this.#checkDevcontainerChanged.dispose();
  }
}

function authenticationProvider(): AuthenticationProvider {
  return globally(settings.authenticationProvider) === 'github-enterprise' ? 'github-enterprise' : 'github';
}

function readSignInTarget(): SignInTarget {
  if (authenticationProvider() === 'github')
    return { provider: 'github', host: 'https://github.com', problem: undefined };
  const own = globally(enterpriseUriSetting);
  // Read as VS Code's provider reads it: a trusted workspace may have a value of its own.
  const problem = hostProblem(own, workspace.getConfiguration().get(enterpriseUriSetting));
  return {
    provider: 'github-enterprise',
    host: isAddress(own) ? own : '',
    problem: problem && new Failure(problem),
  };
}

function isSameTarget(a: SignInTarget, b: SignInTarget): boolean {
  return (
    a.provider === b.provider &&
    (a.host === b.host || (a.host !== '' && b.host !== '' && isSameAddress(a.host, b.host))) &&
    JSON.stringify(a.problem?.reason) === JSON.stringify(b.problem?.reason)
  );
}

/** The apps as the user set them. The default is no choice of the user's: an Enterprise Server has another one. */
function chosenApps(): unknown {
  return workspace.getConfiguration().inspect(settings.apps)?.globalValue;
}

/** A setting's value as the user set it for all of VS Code, else its default. */
function globally(setting: string): unknown {
  const values = workspace.getConfiguration().inspect(setting);
  return values?.globalValue ?? values?.defaultValue;
}

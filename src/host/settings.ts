import { type Disposable, type Event, EventEmitter, workspace } from 'vscode';
import { Failure } from '../model/failure';
import { settings } from './contributions';

export type AuthenticationProvider = 'github' | 'github-enterprise';

const enterpriseUriSetting = 'github-enterprise.uri';

/** The user's settings, read when they are asked for. None of them can come from a workspace. */
export class Settings implements Disposable {
  readonly #organizationsChanged = new EventEmitter<void>();
  readonly onDidChangeOrganizations: Event<void> = this.#organizationsChanged.event;
  readonly #authenticationChanged = new EventEmitter<void>();
  readonly onDidChangeAuthentication: Event<void> = this.#authenticationChanged.event;

  readonly #staleAfterChanged = new EventEmitter<void>();
  readonly onDidChangeStaleAfter: Event<void> = this.#staleAfterChanged.event;

  readonly #subscription = workspace.onDidChangeConfiguration(change => {
    if (change.affectsConfiguration(settings.organizations)) this.#organizationsChanged.fire();
    if (change.affectsConfiguration(settings.staleAfterDays)) this.#staleAfterChanged.fire();
    if (
      change.affectsConfiguration(settings.authenticationProvider) ||
      change.affectsConfiguration(enterpriseUriSetting)
    )
      this.#authenticationChanged.fire();
  });

  /** The organizations to show; none: every one that the user owns. */
  get organizations(): readonly string[] {
    const names = globally(settings.organizations);
    return Array.isArray(names)
      ? names.filter((name: unknown): name is string => typeof name === 'string' && name !== '')
      : [];
  }

  /** After how many days without an update a secret counts as stale; 0: never. */
  get staleAfterDays(): number {
    const days = globally(settings.staleAfterDays);
    return typeof days === 'number' && days > 0 ? days : 0;
  }

  get authenticationProvider(): AuthenticationProvider {
    return globally(settings.authenticationProvider) === 'github-enterprise' ? 'github-enterprise' : 'github';
  }

  /** Whether there is a host to sign in to: without one the enterprise provider never answers. */
  get hasHost(): boolean {
    return this.authenticationProvider === 'github' || isAddress(globally(enterpriseUriSetting));
  }

  /**
   * The enterprise host, where one is used. A workspace's own value is never looked at: it would redirect the token.
   * Throws a `hostUnset` failure where the enterprise provider is chosen and no host is named for it.
   */
  get enterpriseUri(): string | undefined {
    if (this.authenticationProvider !== 'github-enterprise') return undefined;
    const uri = globally(enterpriseUriSetting);
    if (!isAddress(uri)) throw new Failure({ kind: 'hostUnset' });
    return uri;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#organizationsChanged.dispose();
    this.#authenticationChanged.dispose();
    this.#staleAfterChanged.dispose();
  }
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value);
}

/** A setting's value as the user set it for all of VS Code, else its default. */
function globally(setting: string): unknown {
  const values = workspace.getConfiguration().inspect(setting);
  return values?.globalValue ?? values?.defaultValue;
}

import type { LogOutputChannel, Uri } from 'vscode';
import type { Clipboard } from '../host/clipboard';
import type { GitHubPages } from '../host/gitHubPages';
import type { OpenRepositories } from '../host/openRepositories';
import type { Session } from '../host/session';
import type { SecretReference } from '../model/secret';
import type { Store } from '../model/store';

/** What the commands work with. */
export interface Product {
  readonly store: Store;
  readonly session: Session;
  readonly openRepositories: OpenRepositories;
  readonly clipboard: Clipboard;
  readonly log: LogOutputChannel;
  /** Where the extension's own files are. */
  readonly extensionUri: Uri;
  /** The pages of the GitHub that is in use. */
  readonly pages: () => GitHubPages;
  /** Shows a secret selected in the view. */
  readonly reveal: (secret: SecretReference) => Promise<void>;
}

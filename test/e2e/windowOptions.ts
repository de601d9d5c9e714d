import type { Fixture } from '../github/fixture';
import type { Settings } from '../vscode/settings';
import type { Theme } from '../vscode/webPage';

/** How a window is opened. */
export interface WindowOptions {
  /** The address of the folder that is open. Default: none. */
  folder?: string;
  /** Whether VS Code does not trust the folder, which is one of `vscode-vfs`. Default: false. */
  isRestricted?: boolean;
  /** The addresses of the files that are open. Default: none. */
  files?: string[];
  fakeGitHub: { url: string; fixture: Fixture };
  /** Whether VS Code has a GitHub session. Default: true. */
  signedIn?: boolean;
  /** Who is signed in. Default: `octocat`. */
  users?: string[];
  /** Whether there is a session for the users' own secrets beside the first one. Default: false, so that VS Code asks. */
  hasUserSecretsSession?: boolean;
  /** The enterprise host that the session is of, e.g. `http://localhost:8080`. Default: github.com. */
  enterprise?: string;
  /** The scopes that the session was made with. Default: the ones that the extension asks for. */
  scopes?: string[];
  /** More extensions, by their folder in `test/e2e`. Default: none. */
  extensions?: string[];
  /** Whether the extension may use the session without asking. Default: true. */
  trusted?: boolean;
  settings?: Settings;
  theme?: Theme;
  /** Whether it stays open after the test that opened it; whoever opens it closes it. Default: false. */
  isShared?: boolean;
  viewport?: { width: number; height: number };
}

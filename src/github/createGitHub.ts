import type { GitHub } from '../model/gitHub';
import { OctokitGitHub, type OctokitGitHubOptions } from './octokitGitHub';
import { type LoadSodium, sealWith } from './sealing';

/** What a connection to GitHub needs. */
export interface GitHubOptions extends OctokitGitHubOptions {
  /** Loads libsodium when a value is first sealed. */
  readonly loadSodium: LoadSodium;
}

/** The entry of the bundle that is loaded once there is a session: Octokit, and all that reads and writes GitHub. */
export function createGitHub({ loadSodium, ...options }: GitHubOptions): GitHub {
  return new OctokitGitHub(options, sealWith(loadSodium));
}

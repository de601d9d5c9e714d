import type { FixtureEdit } from './github/edits';

/** Has exactly these repositories, by their full names, be selected for one of octocat's own secrets. */
export function userSelection(name: string, ...repositories: readonly string[]): FixtureEdit {
  return { edit: 'setUserSecretRepositories', user: 'octocat', name, repositories: [...repositories] };
}

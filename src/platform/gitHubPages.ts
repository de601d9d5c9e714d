import { Uri } from 'vscode';
import { secretsPagePath } from '../model/pagePath';

/** The pages on GitHub that the extension leads to. */
export interface GitHubPages {
  readonly site: Uri;
  /** The organization's settings page that lists its Codespaces secrets. */
  readonly secrets: (organization: string) => Uri;
}

/** The pages of github.com, or of the enterprise host where one is in use. */
export function gitHubPages(enterpriseUri: string | undefined): GitHubPages {
  const site = Uri.parse(enterpriseUri ?? 'https://github.com', true);
  return {
    site,
    secrets: organization => Uri.joinPath(site, ...secretsPagePath(organization)),
  };
}

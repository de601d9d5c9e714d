import { Uri } from 'vscode';
import { secretsPagePath } from '../model/pagePath';
import type { StoreId } from '../model/secretStore';

/** The pages on GitHub that the extension leads to. */
export interface GitHubPages {
  readonly site: Uri;
  /** The settings page that lists the secrets of a store. */
  readonly secrets: (store: StoreId) => Uri;
}

/** The pages of github.com, or of the enterprise host where one is in use. */
export function gitHubPages(enterpriseUri: string | undefined): GitHubPages {
  const site = Uri.parse(enterpriseUri ?? 'https://github.com', true);
  return {
    site,
    secrets: store => Uri.joinPath(site, ...secretsPagePath(store)),
  };
}

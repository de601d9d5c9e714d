/** What can be a part of the path of an address as it is. */
const plainPart = /^[\w.-]*[\w-][\w.-]*$/;

/**
 * The path of the settings page that lists an organization's Codespaces secrets. A name that could change the path, which
 * no organization of GitHub's has, leads to the list of all organizations.
 */
export function secretsPagePath(organization: string): readonly string[] {
  return plainPart.test(organization)
    ? ['organizations', organization, 'settings', 'secrets', 'codespaces']
    : ['settings', 'organizations'];
}

/** The ids that the manifest contributes. Keybindings and documentation outside this repository rely on them. */
export const commands = {
  signIn: 'codespacesOrgSecrets.signIn',
  refresh: 'codespacesOrgSecrets.refresh',
  refreshOrganization: 'codespacesOrgSecrets.refreshOrganization',
  createSecret: 'codespacesOrgSecrets.createSecret',
  rotateSecret: 'codespacesOrgSecrets.rotateSecret',
  deleteSecret: 'codespacesOrgSecrets.deleteSecret',
  editRepositories: 'codespacesOrgSecrets.editRepositories',
  removeRepository: 'codespacesOrgSecrets.removeRepository',
  changeVisibility: 'codespacesOrgSecrets.changeVisibility',
  copySecretName: 'codespacesOrgSecrets.copySecretName',
  openOnGitHub: 'codespacesOrgSecrets.openOnGitHub',
  showLog: 'codespacesOrgSecrets.showLog',
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

export const views = {
  secrets: 'codespacesOrgSecrets.secrets',
} as const;

export const settings = {
  organizations: 'codespacesOrgSecrets.organizations',
  authenticationProvider: 'codespacesOrgSecrets.authenticationProvider',
} as const;

/** What the view as a whole has to say; `when` clauses of its welcome content compare with these. */
export const contextKeys = {
  state: 'codespacesOrgSecrets.state',
} as const;

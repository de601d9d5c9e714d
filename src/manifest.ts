/** The ids that the manifest contributes. Keybindings and documentation outside this repository rely on them. */
export const commands = {
  signIn: 'codespacesOrgSecrets.signIn',
  switchAccount: 'codespacesOrgSecrets.switchAccount',
  refresh: 'codespacesOrgSecrets.refresh',
  refreshOrganization: 'codespacesOrgSecrets.refreshOrganization',
  chooseApps: 'codespacesOrgSecrets.chooseApps',
  compareApps: 'codespacesOrgSecrets.compareApps',
  createSecret: 'codespacesOrgSecrets.createSecret',
  rotateSecret: 'codespacesOrgSecrets.rotateSecret',
  saveSelectionAsSecret: 'codespacesOrgSecrets.saveSelectionAsSecret',
  importEnvFile: 'codespacesOrgSecrets.importEnvFile',
  deleteSecret: 'codespacesOrgSecrets.deleteSecret',
  editRepositories: 'codespacesOrgSecrets.editRepositories',
  removeRepository: 'codespacesOrgSecrets.removeRepository',
  grantRepositories: 'codespacesOrgSecrets.grantRepositories',
  revokeRepositories: 'codespacesOrgSecrets.revokeRepositories',
  copyAccess: 'codespacesOrgSecrets.copyAccess',
  grantSecrets: 'codespacesOrgSecrets.grantSecrets',
  changeVisibility: 'codespacesOrgSecrets.changeVisibility',
  undoAccessChange: 'codespacesOrgSecrets.undoAccessChange',
  findSecret: 'codespacesOrgSecrets.findSecret',
  reviewStaleSecrets: 'codespacesOrgSecrets.reviewStaleSecrets',
  exportReport: 'codespacesOrgSecrets.exportReport',
  copySecretName: 'codespacesOrgSecrets.copySecretName',
  openOnGitHub: 'codespacesOrgSecrets.openOnGitHub',
  openAccessMap: 'codespacesOrgSecrets.openAccessMap',
  declareInDevcontainer: 'codespacesOrgSecrets.declareInDevcontainer',
  showLog: 'codespacesOrgSecrets.showLog',
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

export const views = {
  secrets: 'codespacesOrgSecrets.secrets',
  repositories: 'codespacesOrgSecrets.repositories',
} as const;

export const settings = {
  organizations: 'codespacesOrgSecrets.organizations',
  authenticationProvider: 'codespacesOrgSecrets.authenticationProvider',
  staleAfterDays: 'codespacesOrgSecrets.staleAfterDays',
  apps: 'codespacesOrgSecrets.apps',
  checkDevcontainer: 'codespacesOrgSecrets.checkDevcontainer',
} as const;

/** The tools for language models. */
export const tools = {
  listRepositorySecrets: 'codespacesOrgSecrets_listRepositorySecrets',
  whoCanUseSecret: 'codespacesOrgSecrets_whoCanUseSecret',
  missingInDevcontainer: 'codespacesOrgSecrets_missingInDevcontainer',
} as const;

export type ToolId = (typeof tools)[keyof typeof tools];

/** What the views as a whole have to say; `when` clauses of its welcome content compare with these. */
export const contextKeys = {
  state: 'codespacesOrgSecrets.state',
  /** Whether there is a change of access to undo. */
  canUndo: 'codespacesOrgSecrets.canUndo',
  /** Whether the secrets of more than one app are shown. */
  hasSeveralApps: 'codespacesOrgSecrets.hasSeveralApps',
} as const;

/** The steps of the walkthrough, and the context key that completes each: set once GitHub has confirmed it. */
export const walkthroughKeys = {
  signIn: 'codespacesOrgSecrets.signedIn',
  lookAround: 'codespacesOrgSecrets.secretsListed',
  rotate: 'codespacesOrgSecrets.valueRotated',
  editAccess: 'codespacesOrgSecrets.accessEdited',
  accessMap: 'codespacesOrgSecrets.accessMapLoaded',
  devcontainer: 'codespacesOrgSecrets.devcontainerChecked',
} as const;

export type WalkthroughStep = keyof typeof walkthroughKeys;

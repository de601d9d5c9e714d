/** The ids that the manifest contributes. Keybindings and documentation outside this repository rely on them. */
export const commands = /* @__PURE__ */ idsOf(
  'signIn',
  'switchAccount',
  'refresh',
  'refreshOrganization',
  'chooseApps',
  'compareApps',
  'createSecret',
  'rotateSecret',
  'saveSelectionAsSecret',
  'importEnvFile',
  'deleteSecret',
  'editRepositories',
  'removeRepository',
  'grantRepositories',
  'revokeRepositories',
  'copyAccess',
  'grantSecrets',
  'changeVisibility',
  'undoAccessChange',
  'findSecret',
  'reviewStaleSecrets',
  'exportReport',
  'copySecretName',
  'openOnGitHub',
  'openAccessMap',
  'declareInDevcontainer',
  'showLog',
);

export type CommandId = (typeof commands)[keyof typeof commands];

export const views = {
  secrets: 'codespacesOrgSecrets.secrets',
  repositories: 'codespacesOrgSecrets.repositories',
} as const;

export const settings = /* @__PURE__ */ idsOf(
  'organizations',
  'authenticationProvider',
  'staleAfterDays',
  'apps',
  'checkDevcontainer',
);

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

/** The ids of names: each is the name behind the prefix that all ids have. */
function idsOf<const Name extends string>(
  ...names: readonly Name[]
): { readonly [Key in Name]: `codespacesOrgSecrets.${Key}` } {
  return Object.fromEntries(names.map(name => [name, `codespacesOrgSecrets.${name}`])) as {
    readonly [Key in Name]: `codespacesOrgSecrets.${Key}`;
  };
}

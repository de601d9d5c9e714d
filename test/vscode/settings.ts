/** Values by the id of a setting, as in `settings.json`. */
export type Settings = Record<string, unknown>;

/** A VS Code that shows nothing but itself: no welcome, no promotion, no question. */
export const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'window.commandCenter': false,
  // A parent that sticks to the top of a tree would take the clicks on the row below it.
  'workbench.tree.enableStickyScroll': false,
};

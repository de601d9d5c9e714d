/** The texts of the multi-line editor. The extension sends them in VS Code's display language. */
export const textKeys = [
  'value',
  'hint',
  'reveal',
  'hide',
  'lineFeeds',
  'lineFeedsHint',
  'use',
  'cancel',
] as const;

export type Texts = Readonly<Record<(typeof textKeys)[number], string>>;

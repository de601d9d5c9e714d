/** The words of the multi-line editor, which the host makes in VS Code's display language. */
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

/** The words of the map, which the host makes in VS Code's display language. `{0}`, `{1}` ... stand for what differs. */
export const textKeys = [
  'grid',
  'filterRepositories',
  'filterSecrets',
  'onlyDifferences',
  'onlyDifferencesHint',
  'onlySelected',
  'onlySelectedHint',
  'refresh',
  'oneRepository',
  'manyRepositories',
  'someRepositories',
  'oneSecret',
  'manySecrets',
  'someSecrets',
  'visibilityAll',
  'visibilityPrivate',
  'visibilitySelected',
  'whyAll',
  'whyPrivate',
  'whySelected',
  'public',
  'private',
  'internal',
  'archived',
  'legendArchived',
  'cellReaches',
  'cellReachesNot',
  'cellGrant',
  'cellRemoval',
  'secretReachesOne',
  'secretReachesMany',
  'repositoryReceivesOne',
  'repositoryReceivesMany',
  'pendingLabel',
  'notSelected',
  'legendGrant',
  'legendRemoval',
  'oneChange',
  'manyChanges',
  'oneGrant',
  'manyGrants',
  'oneRemoval',
  'manyRemovals',
  'both',
  'noChanges',
  'apply',
  'discard',
  'discarded',
  'applying',
  'loading',
  'noSecrets',
  'createSecret',
  'noRepositories',
  'tryAgain',
  'nothingMatches',
  'noDifferences',
  'nothingSelected',
  'clearFilters',
  'droppedSecret',
  'droppedVisibility',
  'droppedRepositories',
  'dismiss',
] as const;

export type Texts = Readonly<Record<(typeof textKeys)[number], string>>;

/** A text with what differs put into it. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (placeholder, index: string) =>
    String(values[Number(index)] ?? placeholder),
  );
}

/** A count in words: `one` for 1, else `many` with the number put into it. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : filled(many, count);
}

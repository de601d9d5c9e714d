import { type AccessMap, type MapRepository, type MapSecret, whyCanUse } from './accessMap';
import { type Dropped, type Pending, pendingAt, type Tally } from './pending';
import type { ApplyReply } from './protocol';
import { pairText, type ReviewLine } from './review';
import { counted, filled, type Texts } from './texts';

/** The label of a cell, for screen readers and as a tooltip. */
export function cellLabel(
  texts: Texts,
  map: AccessMap,
  pending: Pending,
  row: number,
  column: number,
): string {
  const [secret = '', repository = ''] = [map.secrets[column]?.name, map.repositories[row]?.name];
  const change = pendingAt(pending, map, row, column);
  if (change)
    return filled(change.kind === 'add' ? texts.cellGrant : texts.cellRevocation, secret, repository);
  const why = whyCanUse(map, row, column);
  if (!why) return filled(texts.cellCannotUse, secret, repository);
  const whyText = { all: texts.whyAll, private: texts.whyPrivate, selected: texts.whySelected }[why];
  return filled(texts.cellCanUse, secret, repository, whyText);
}

export function secretLabel(texts: Texts, secret: MapSecret, tally: Tally | undefined): string {
  const { name, visibility, count } = secret;
  const words = visibilityText(texts, visibility);
  const text = count === 1 ? texts.secretUsedByOne : texts.secretUsedByMany;
  return withPending(texts, filled(text, name, words, count), tally);
}

export function repositoryLabel(texts: Texts, repository: MapRepository, tally: Tally | undefined): string {
  const { name, visibility, isArchived, count } = repository;
  const words = isArchived ? filled(texts.archived, texts[visibility]) : texts[visibility];
  const text = count === 1 ? texts.repositoryUsesOne : texts.repositoryUsesMany;
  return withPending(texts, filled(text, name, words, count), tally);
}

function withPending(texts: Texts, label: string, tally: Tally | undefined): string {
  return tally ? filled(texts.pendingLabel, label, tallyText(texts, tally)) : label;
}

export function visibilityText(texts: Texts, visibility: MapSecret['visibility']): string {
  return { all: texts.visibilityAll, private: texts.visibilityPrivate, selected: texts.visibilitySelected }[
    visibility
  ];
}

/** A tally as signs, for the edges of the map: `+2 −1`. */
export function tallySigns({ grants, removals }: Tally): string {
  return [...(grants > 0 ? [`+${grants}`] : []), ...(removals > 0 ? [`−${removals}`] : [])].join(' ');
}

/** A tally in words: "4 grants, 1 revocation". */
function tallyText(texts: Texts, { grants, removals }: Tally): string {
  const grantText = counted(grants, texts.oneGrant, texts.manyGrants);
  const revocationText = counted(removals, texts.oneRevocation, texts.manyRevocations);
  if (removals === 0) return grantText;
  return grants === 0 ? revocationText : filled(texts.both, grantText, revocationText);
}

/** All pending changes: "5 changes: 4 grants, 1 revocation". */
export function changesText(texts: Texts, tally: Tally): string {
  const count = tally.grants + tally.removals;
  if (count === 0) return texts.noChanges;
  return filled(count === 1 ? texts.oneChange : texts.manyChanges, count, tallyText(texts, tally));
}

/** Why pending changes were dropped: one sentence for each reason. */
export function droppedText(texts: Texts, dropped: readonly Dropped[]): string {
  return dropped
    .map(it => {
      switch (it.reason) {
        case 'secret':
          return filled(texts.droppedSecret, it.secret);
        case 'visibility':
          return filled(texts.droppedVisibility, it.secret);
        case 'repositories':
          return texts.droppedRepositories;
      }
    })
    .join(' ');
}

/** What was undone or redone: names a single change, counts several. */
export function undoneText(texts: Texts, what: 'undo' | 'redo', lines: readonly ReviewLine[]): string {
  const [one, many, none] = {
    undo: [texts.undid, texts.undidMany, texts.nothingToUndo] as const,
    redo: [texts.redid, texts.redidMany, texts.nothingToRedo] as const,
  }[what];
  const [first] = lines;
  if (!first) return none;
  return lines.length === 1 ? filled(one, pairText(first)) : filled(many, lines.length);
}

/** The result of applying changes. Undefined if the user cancelled. */
export function appliedText(texts: Texts, { outcome, asked, applied }: ApplyReply): string | undefined {
  switch (outcome) {
    case 'done':
      return counted(asked, texts.appliedOne, texts.appliedMany);
    case 'partly':
      return filled(texts.appliedSome, applied.length, asked);
    case 'cancelled':
      return undefined;
    case 'failed':
      return texts.appliedNone;
  }
}

/** Says that pending changes were kept while the map was closed. */
export function keptText(texts: Texts, count: number): string {
  return counted(count, texts.keptOne, texts.keptMany);
}

/** How much of the map is shown: "12 of 240 repositories, 5 secrets". */
export function shownText(
  count: number,
  total: number,
  words: { readonly one: string; readonly many: string; readonly some: string },
): string {
  return count === total ? counted(total, words.one, words.many) : filled(words.some, count, total);
}

import type { AccessMap } from '../accessMap';
import type { Filter, Shown } from '../filter';
import type { HostMessage } from '../protocol';
import type { Texts } from '../texts';
import type { ScreenContent } from './screen';

/** What the content of the screen depends on. */
export interface ScreenState {
  readonly failure: Extract<HostMessage, { type: 'failed' }> | undefined;
  readonly map: AccessMap | undefined;
  readonly filter: Filter;
  readonly shown: Shown;
}

/** The actions of a screen's buttons. */
export interface ScreenActions {
  readonly post: (type: 'refresh' | 'takeStep' | 'createSecret') => void;
  readonly clearFilters: () => void;
}

/** What to show instead of the map. Undefined if the map has cells to show. */
export function screenContent(
  texts: Texts,
  { failure, map, filter, shown }: ScreenState,
  { post, clearFilters }: ScreenActions,
): ScreenContent | undefined {
  const tryAgain = { title: texts.tryAgain, onClick: () => post('refresh') };
  if (failure) {
    const { sentence, step } = failure;
    const help = step === undefined ? [] : [{ title: step, onClick: () => post('takeStep') }];
    return { kind: 'failed', sentence, buttons: [...help, tryAgain] };
  }
  if (!map) return { kind: 'loading', sentence: texts.loading };
  const create = { title: texts.createSecret, onClick: () => post('createSecret') };
  if (map.secrets.length === 0) return { kind: 'empty', sentence: texts.noSecrets, buttons: [create] };
  if (map.repositories.length === 0)
    return { kind: 'empty', sentence: texts.noRepositories, buttons: [tryAgain] };
  if (shown.rows.length > 0 && shown.columns.length > 0) return undefined;
  const clear = { title: texts.clearFilters, onClick: clearFilters };
  return { kind: 'empty', sentence: nothingShown(texts, filter, shown), buttons: [clear] };
}

function nothingShown(texts: Texts, filter: Filter, shown: Shown): string {
  const hasWords = `${filter.repositories}${filter.secrets}`.trim() !== '';
  const isEmptyApp = filter.app !== '' && shown.columns.length === 0;
  if (hasWords || isEmptyApp) return texts.nothingMatches;
  if (filter.onlySelected && shown.columns.length === 0) return texts.nothingSelected;
  return filter.onlyDifferences ? texts.noDifferences : texts.nothingMatches;
}

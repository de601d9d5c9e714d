import type { RepositoryVisibility } from '../../model/repository';
import type { Visibility } from '../../model/secret';
import { type Checked, checked, type Checks, isArrayOf, isId, isObject, isOneOf, isTexts } from '../messages';
import { type Texts, textKeys } from './texts';

/** A repository in few bytes, for there can be ten thousand. */
export type RepositoryRow = readonly [
  id: number,
  name: string,
  visibility: RepositoryVisibility,
  isArchived: boolean,
];

/** A secret with the ids of its selected repositories; there are none unless the visibility is `selected`. */
export type SecretColumn = readonly [name: string, visibility: Visibility, selection: readonly number[]];

/** One repository that is to gain or lose a secret. */
export interface CellChange {
  readonly kind: 'add' | 'remove';
  /** The secret's name. */
  readonly secret: string;
  /** The repository's id. */
  readonly repository: number;
}

/** Who can read what, by name in both directions. */
export interface AccessMessage {
  readonly type: 'access';
  readonly secrets: readonly SecretColumn[];
  readonly repositories: readonly RepositoryRow[];
}

/** What the extension sends to the map. */
export type HostMessage =
  | { readonly type: 'texts'; readonly texts: Texts }
  | { readonly type: 'loading' }
  | AccessMessage
  /** `step`: the title of what would help, where something is known beside trying again. */
  | { readonly type: 'failed'; readonly sentence: string; readonly step: string | undefined }
  | { readonly type: 'applying'; readonly isApplying: boolean };

/** What the map sends to the extension. */
export type MapMessage =
  /** The map was loaded, for the first time or again after it was hidden, and knows nothing yet. */
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  | { readonly type: 'takeStep' }
  | { readonly type: 'createSecret' }
  | { readonly type: 'apply'; readonly changes: readonly CellChange[] }
  /** A message of the host was none that the map knows. */
  | { readonly type: 'ignored'; readonly problem: string };

/** Checks what came to the map. */
export function checkHostMessage(data: unknown): Checked<HostMessage> {
  return checked(data, hostChecks);
}

/** Checks what came to the extension. */
export function checkMapMessage(data: unknown): Checked<MapMessage> {
  return checked(data, mapChecks);
}

const hostChecks: Checks<HostMessage> = {
  texts: ({ texts }) => isTexts(texts, textKeys),
  loading: () => true,
  access: ({ secrets, repositories }) =>
    isArrayOf(secrets, isSecretColumn) && isArrayOf(repositories, isRepositoryRow),
  failed: ({ sentence, step }) =>
    typeof sentence === 'string' && (step === undefined || typeof step === 'string'),
  applying: ({ isApplying }) => typeof isApplying === 'boolean',
};

const mapChecks: Checks<MapMessage> = {
  ready: () => true,
  refresh: () => true,
  takeStep: () => true,
  createSecret: () => true,
  apply: ({ changes }) => isArrayOf(changes, isCellChange),
  ignored: ({ problem }) => typeof problem === 'string',
};

/** Whether something from outside is a change of a cell. */
export function isCellChange(value: unknown): value is CellChange {
  return (
    isObject(value) &&
    isOneOf(value['kind'], ['add', 'remove']) &&
    typeof value['secret'] === 'string' &&
    isId(value['repository'])
  );
}

function isSecretColumn(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [name, visibility, selection] = value as unknown[];
  return (
    typeof name === 'string' &&
    isOneOf(visibility, ['all', 'private', 'selected'] satisfies Visibility[]) &&
    isArrayOf(selection, isId)
  );
}

function isRepositoryRow(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [id, name, visibility, isArchived] = value as unknown[];
  return (
    isId(id) &&
    typeof name === 'string' &&
    isOneOf(visibility, ['public', 'private', 'internal'] satisfies RepositoryVisibility[]) &&
    typeof isArchived === 'boolean'
  );
}

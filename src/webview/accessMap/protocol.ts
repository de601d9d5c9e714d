import type { RepositoryVisibility } from '../../model/repository';
import type { Visibility } from '../../model/secret';
import { type Checked, checked, type Checks, isArrayOf, isId, isObject, isOneOf, isTexts } from '../messages';
import { type Texts, textKeys } from './texts';

/** A repository. An array, because there can be ten thousand and arrays need fewer bytes. */
export type RepositoryRow = readonly [
  id: number,
  name: string,
  visibility: RepositoryVisibility,
  isArchived: boolean,
];

/** A secret with the ids of its selected repositories: empty unless the visibility is `selected`. */
export type SecretColumn = readonly [name: string, visibility: Visibility, selection: readonly number[]];

/** Grants a secret to one repository, or revokes it. */
export interface CellChange {
  readonly kind: 'add' | 'remove';
  /** The secret's name. */
  readonly secret: string;
  /** The repository's id. */
  readonly repository: number;
}

/** Who can use which secret. Both lists are sorted by name. */
export interface AccessMessage {
  readonly type: 'access';
  readonly secrets: readonly SecretColumn[];
  readonly repositories: readonly RepositoryRow[];
}

/** What a page needs to start: the first time, and again after it was hidden. */
export interface StartMessage {
  readonly type: 'start';
  readonly texts: Texts;
  /** The changes that are pending. */
  readonly pending: readonly CellChange[];
  /** Whether this is the first start after the map was closed with pending changes. */
  readonly isReopened: boolean;
  /** The id of the apply request that has no reply yet. */
  readonly applying: string | undefined;
}

/** The result of applying changes: GitHub confirmed all, some or none of them, or there was an unexpected error. */
export type ApplyOutcome = 'done' | 'partly' | 'cancelled' | 'failed';

/** The reply to a request to apply changes. */
export interface ApplyReply {
  readonly type: 'applied';
  /** The id of the request. */
  readonly to: string;
  readonly outcome: ApplyOutcome;
  /** How many changes the request had. */
  readonly asked: number;
  /** The changes that GitHub confirmed. */
  readonly applied: readonly CellChange[];
}

/** What the extension sends to the map. */
export type HostMessage =
  | StartMessage
  | { readonly type: 'loading' }
  | AccessMessage
  /** `step`: the title of a button that helps, if there is one besides Try Again. */
  | { readonly type: 'failed'; readonly sentence: string; readonly step: string | undefined }
  | ApplyReply;

/** What the map sends to the extension. */
export type MapMessage =
  /** The page was loaded, for the first time or again after it was hidden. It has no data yet. */
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  | { readonly type: 'takeStep' }
  | { readonly type: 'createSecret' }
  /** The current pending changes. Sent after every change, because a closed page can't answer. */
  | { readonly type: 'pending'; readonly changes: readonly CellChange[] }
  /** A request. The reply repeats its `id`. */
  | { readonly type: 'apply'; readonly id: string; readonly changes: readonly CellChange[] }
  /** The page ignored a message that it does not know. */
  | { readonly type: 'ignored'; readonly problem: string };

/** Checks a message to the map. */
export function checkHostMessage(data: unknown): Checked<HostMessage> {
  return checked(data, hostChecks);
}

/** Checks a message to the extension. */
export function checkMapMessage(data: unknown): Checked<MapMessage> {
  return checked(data, mapChecks);
}

const hostChecks: Checks<HostMessage> = {
  start: ({ texts, pending, isReopened, applying }) =>
    isTexts(texts, textKeys) &&
    isArrayOf(pending, isCellChange) &&
    typeof isReopened === 'boolean' &&
    (applying === undefined || typeof applying === 'string'),
  loading: () => true,
  access: ({ secrets, repositories }) =>
    isArrayOf(secrets, isSecretColumn) && isArrayOf(repositories, isRepositoryRow),
  failed: ({ sentence, step }) =>
    typeof sentence === 'string' && (step === undefined || typeof step === 'string'),
  applied: ({ to, outcome, asked, applied }) =>
    typeof to === 'string' &&
    isId(asked) &&
    isOneOf(outcome, ['done', 'partly', 'cancelled', 'failed'] satisfies ApplyOutcome[]) &&
    isArrayOf(applied, isCellChange),
};

const mapChecks: Checks<MapMessage> = {
  ready: () => true,
  refresh: () => true,
  takeStep: () => true,
  createSecret: () => true,
  pending: ({ changes }) => isArrayOf(changes, isCellChange),
  apply: ({ id, changes }) => typeof id === 'string' && id !== '' && isArrayOf(changes, isCellChange),
  ignored: ({ problem }) => typeof problem === 'string',
};

function isCellChange(value: unknown): value is CellChange {
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

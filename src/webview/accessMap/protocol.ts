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

/** What a page needs to start, for the first time or again after it was hidden. */
export interface StartMessage {
  readonly type: 'start';
  readonly texts: Texts;
  /** The changes that are pending. */
  readonly pending: readonly CellChange[];
  /** Whether they were pending when the map was closed, and it is open again for the first time. */
  readonly isReopened: boolean;
  /** The id of the request whose changes are being applied now. Its reply is still to come. */
  readonly applying: string | undefined;
}

/** What became of changes: GitHub confirmed all, some or none of them, or there was an error that nobody foresaw. */
export type ApplyOutcome = 'done' | 'partly' | 'cancelled' | 'failed';

/** The reply to a request to apply changes. */
export interface ApplyReply {
  readonly type: 'applied';
  /** The id of the request. */
  readonly to: string;
  readonly outcome: ApplyOutcome;
  /** How many changes the request was about. */
  readonly asked: number;
  /** The changes that GitHub confirmed. */
  readonly applied: readonly CellChange[];
}

/** What the extension sends to the map. */
export type HostMessage =
  | StartMessage
  | { readonly type: 'loading' }
  | AccessMessage
  /** `step`: the title of what would help, where something is known beside trying again. */
  | { readonly type: 'failed'; readonly sentence: string; readonly step: string | undefined }
  | ApplyReply;

/** What the map sends to the extension. */
export type MapMessage =
  /** The map was loaded, for the first time or again after it was hidden, and knows nothing yet. */
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  | { readonly type: 'takeStep' }
  | { readonly type: 'createSecret' }
  /** The pending changes are now these. Sent at every change, because a closed map cannot be asked. */
  | { readonly type: 'pending'; readonly changes: readonly CellChange[] }
  /** A request: `id` comes back in its reply. */
  | { readonly type: 'apply'; readonly id: string; readonly changes: readonly CellChange[] }
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

import * as v from 'valibot';
import type { RepositoryVisibility } from '../../model/repository';
import { type Checked, checked, list, texts } from '../messages';
import { textKeys } from './texts';

const id = v.pipe(v.number(), v.safeInteger());

/** Many ids. Checked at once, because there can be a million. */
const ids = v.custom<readonly number[]>(it => Array.isArray(it) && it.every(Number.isSafeInteger));

/** What the number of a visibility means. */
export const repositoryVisibilities = [
  'public',
  'private',
  'internal',
] as const satisfies RepositoryVisibility[];

/** All repositories: a list for each property, because the browser reads four lists faster than ten thousand objects. */
export type RepositoryLists = Readonly<{
  ids: readonly number[];
  names: readonly string[];
  /** Places in `repositoryVisibilities`. */
  visibilities: readonly number[];
  archived: readonly boolean[];
}>;

function isRepositoryLists(it: unknown): it is RepositoryLists {
  if (typeof it !== 'object' || it === null) return false;
  const { ids, names, visibilities, archived } = it as Record<keyof RepositoryLists, unknown>;
  if (!Array.isArray(ids)) return false;
  const isWhole = (list: unknown, isItem: (item: unknown) => boolean): boolean =>
    Array.isArray(list) && list.length === ids.length && list.every(isItem);
  return (
    isWhole(ids, Number.isSafeInteger) &&
    isWhole(names, name => typeof name === 'string') &&
    isWhole(visibilities, place => Number.isInteger(place) && (place as number) in repositoryVisibilities) &&
    isWhole(archived, isArchived => typeof isArchived === 'boolean')
  );
}

/** Checked at once, because the map is first painted after that. */
const repositoryLists = v.custom<RepositoryLists>(isRepositoryLists);

/** A secret. */
const secretColumn = v.pipe(
  v.strictTuple([
    /** Its title. */
    v.string(),
    v.picklist(['all', 'private', 'selected']),
    /** The ids of its selected repositories: empty unless the visibility is `selected`. */
    ids,
    /** Its app. */
    v.string(),
    /** Its name in the app. */
    v.string(),
  ]),
  v.readonly(),
);

/** Grants a secret to one repository, or revokes it. */
export type CellChange = v.InferOutput<typeof cellChange>;
const cellChange = v.object({
  kind: v.picklist(['add', 'remove']),
  /** The secret's key: its app and its name. */
  secret: v.string(),
  /** The repository's id. */
  repository: id,
});

/** An app. */
const appEntry = v.pipe(
  v.strictTuple([
    /** What its secrets name. */
    v.string(),
    /** What it is called. */
    v.string(),
  ]),
  v.readonly(),
);

/** Who can use which secret. Both lists are sorted by name, and the secrets by app before that. */
export type AccessMessage = v.InferOutput<typeof accessMessage>;
const accessMessage = v.object({
  type: v.literal('access'),
  /** Those whose secrets are shown. */
  apps: list(appEntry),
  /** Which apps' secrets are missing and why, a sentence for each. */
  missing: list(v.string()),
  secrets: list(secretColumn),
  repositories: repositoryLists,
});

/** What a page needs to start: the first time, and again after it was hidden. */
export type StartMessage = v.InferOutput<typeof startMessage>;
const startMessage = v.object({
  type: v.literal('start'),
  texts: texts(textKeys),
  /** Where the map's secrets are. The menu of a column hands it to the commands. */
  origin: v.object({ organization: v.string(), connectionId: v.string() }),
  /** The changes that are pending. */
  pending: list(cellChange),
  /** Whether this is the first start after the map was closed with pending changes. */
  isReopened: v.boolean(),
  /** The id of the apply request that has no reply yet. */
  applying: v.optional(v.string()),
});

/** The reply to a request to apply changes. */
export type ApplyReply = v.InferOutput<typeof applyReply>;
const applyReply = v.object({
  type: v.literal('applied'),
  /** The id of the request. */
  to: v.string(),
  /** GitHub confirmed all, some or none of the changes, or there was an unexpected error. */
  outcome: v.picklist(['done', 'partly', 'cancelled', 'failed']),
  /** How many changes the request had. */
  asked: id,
  /** The changes that GitHub confirmed. */
  applied: list(cellChange),
});

/** What the extension sends to the map. */
export type HostMessage = v.InferOutput<typeof hostMessage>;
const hostMessage = v.variant('type', [
  startMessage,
  v.object({ type: v.literal('loading') }),
  accessMessage,
  v.object({
    type: v.literal('failed'),
    sentence: v.string(),
    /** The title of a button that helps, if there is one besides Try Again. */
    step: v.optional(v.string()),
  }),
  applyReply,
]);

/** What the map sends to the extension. */
export type MapMessage = v.InferOutput<typeof mapMessage>;
const mapMessage = v.variant('type', [
  /** `ready`: the page was loaded, for the first time or again after it was hidden. It has no data yet. */
  v.object({ type: v.picklist(['ready', 'refresh', 'takeStep', 'createSecret']) }),
  /** The current pending changes. Sent after every change, because a closed page can't answer. */
  v.object({ type: v.literal('pending'), changes: list(cellChange) }),
  /** A request. The reply repeats its `id`. */
  v.object({ type: v.literal('apply'), id: v.pipe(v.string(), v.nonEmpty()), changes: list(cellChange) }),
  /** The page ignored a message that it does not know. */
  v.object({ type: v.literal('ignored'), problem: v.string() }),
]);

/** Checks a message to the map. */
export function checkHostMessage(data: unknown): Checked<HostMessage> {
  return checked(hostMessage, data);
}

/** Checks a message to the extension. */
export function checkMapMessage(data: unknown): Checked<MapMessage> {
  return checked(mapMessage, data);
}

import { type Checked, checked, type Checks, isObject, isTexts } from '../messages';
import { type Texts, textKeys } from './texts';

/** The editor's content. */
export interface Draft {
  /** As it was entered, each line break of its own kind. */
  readonly value: string;
  /** Whether all line breaks become LF when it is used. */
  readonly hasLineFeeds: boolean;
}

/** A description of a value, and whether it can be used. */
export interface Description {
  readonly words: string;
  /** What is wrong with it, if anything. */
  readonly problem: string | undefined;
  readonly isUsable: boolean;
}

/** What the extension sends to the editor. */
export type HostMessage =
  | { readonly type: 'texts'; readonly texts: Texts }
  | { readonly type: 'draft'; readonly draft: Draft }
  /** The value described, not shown. */
  | ({ readonly type: 'described' } & Description);

/** What the editor sends to the extension. */
export type EditorMessage =
  /** The page was loaded, for the first time or after it was hidden, and knows nothing yet. */
  | { readonly type: 'ready' }
  | { readonly type: 'changed'; readonly draft: Draft }
  | { readonly type: 'use' }
  | { readonly type: 'cancel' }
  /** The page didn't understand a message from the extension. */
  | { readonly type: 'ignored'; readonly problem: string };

/** Checks a message to the page. */
export function checkHostMessage(data: unknown): Checked<HostMessage> {
  return checked<HostMessage>(data, hostChecks);
}

/** Checks a message to the extension. */
export function checkEditorMessage(data: unknown): Checked<EditorMessage> {
  return checked<EditorMessage>(data, editorChecks);
}

const hostChecks: Checks<HostMessage> = {
  texts: ({ texts }) => isTexts(texts, textKeys),
  draft: ({ draft }) => isDraft(draft),
  described: ({ words, problem, isUsable }) =>
    typeof words === 'string' &&
    (problem === undefined || typeof problem === 'string') &&
    typeof isUsable === 'boolean',
};

const editorChecks: Checks<EditorMessage> = {
  ready: () => true,
  changed: ({ draft }) => isDraft(draft),
  use: () => true,
  cancel: () => true,
  ignored: ({ problem }) => typeof problem === 'string',
};

function isDraft(value: unknown): boolean {
  return isObject(value) && typeof value['value'] === 'string' && typeof value['hasLineFeeds'] === 'boolean';
}

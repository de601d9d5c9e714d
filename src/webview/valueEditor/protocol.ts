import * as v from 'valibot';
import { type Checked, checked, texts } from '../messages';
import { textKeys } from './texts';

/** The editor's content. */
export type Draft = v.InferOutput<typeof draft>;
const draft = v.object({
  /** As it was entered, each line break of its own kind. */
  value: v.string(),
  /** Whether all line breaks become LF when it is used. */
  hasLineFeeds: v.boolean(),
});

/** A description of a value, and whether it can be used. */
export type Description = v.InferOutput<typeof description>;
const description = v.object({
  words: v.string(),
  /** What is wrong with it, if anything. */
  problem: v.optional(v.string()),
  isUsable: v.boolean(),
});

/** What the extension sends to the editor. */
export type HostMessage = v.InferOutput<typeof hostMessage>;
const hostMessage = v.variant('type', [
  v.object({ type: v.literal('texts'), texts: texts(textKeys) }),
  v.object({ type: v.literal('draft'), draft }),
  /** The value described, not shown. */
  v.object({ type: v.literal('described'), ...description.entries }),
]);

/** What the editor sends to the extension. */
export type EditorMessage = v.InferOutput<typeof editorMessage>;
const editorMessage = v.variant('type', [
  /** The page was loaded, for the first time or after it was hidden, and knows nothing yet. */
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('changed'), draft }),
  v.object({ type: v.picklist(['use', 'cancel']) }),
  /** The page didn't understand a message from the extension. */
  v.object({ type: v.literal('ignored'), problem: v.string() }),
]);

/** Checks a message to the page. */
export function checkHostMessage(data: unknown): Checked<HostMessage> {
  return checked(hostMessage, data);
}

/** Checks a message to the extension. */
export function checkEditorMessage(data: unknown): Checked<EditorMessage> {
  return checked(editorMessage, data);
}

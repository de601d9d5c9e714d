import { env, Range, type TextDocument, window, workspace, WorkspaceEdit } from 'vscode';
import { createSecretLabels } from '../labels/createSecret';
import { secretTitle } from '../labels/apps';
import { saveSelectionLabels as labels } from '../labels/saveSelection';
import { referenceFor } from '../platform/documentReference';
import { isForNoRepository } from '../model/access';
import { proposedName } from '../model/nameProposal';
import { type SecretId, secretIn } from '../model/secret';
import { showError, showInformation, showWarning } from '../ui/messages';
import { askName } from '../ui/prompts/nameStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { valueProblemText } from '../labels/valueProblems';
import { reviewValue } from '../ui/value/valueReview';
import { accessQuestions } from './shared/accessSteps';
import { begin, type CommandContext } from './shared/commandContext';
import { createOrRotate, type CreatedOrRotated, rotated } from './shared/createOrRotate';
import { kept } from './shared/kept';
import { storeQuestion } from './shared/place';
import { existingNames } from './shared/targets';
import { replacedSentence, rotatedSentence } from './shared/tellSaved';
import { ownerName } from '../model/secretStore';

/** Creates or rotates a secret with the selected text, and offers a reference to the secret in its place. */
export async function saveSelectionAsSecret(context: CommandContext): Promise<void> {
  const selected = selectedText();
  if (!selected) return;
  const flow = await begin(context);
  const { store } = flow;
  const question = await storeQuestion(flow, undefined, { repositories: 'always', user: true });
  if (!question) return;
  let name = proposedName(selected.left) ?? '';
  let existing: ReadonlySet<string> = new Set();
  let value = selected.text;
  const questions = accessQuestions(store, question.owner);

  const askForName: Step = async position => {
    const owner = ownerName(question.owner());
    existing = await existingNames(flow, question.store());
    return kept(askName(position, { owner, typed: name, existing }), typed => (name = typed));
  };
  const askForReview: Step = position => {
    const taken = { value: selected.text, origin: labels.origin() };
    return kept(reviewValue(position, taken, [name]), reviewed => (value = reviewed.value));
  };

  const isComplete = await askSteps(labels.title(), () => [
    ...question.steps(),
    askForName,
    askForReview,
    ...(existing.has(name) ? [] : questions.steps()),
  ]);
  if (!isComplete) return;
  const owner = ownerName(question.owner());
  const secret = secretIn(question.store(), name);
  const title = secretTitle(secret);
  const access = existing.has(name) ? undefined : questions.access();
  const failures = {
    failed: labels.failed(title, owner),
    unconfirmed: labels.unconfirmed(title, owner),
  };
  const result = access
    ? await createOrRotate(flow, secret, value, access, failures)
    : await rotated(flow, secret, value, failures);
  await offerReference(selected, secret, result);
}

/** Says what was done. */
function savedSentence(secret: SecretId, result: CreatedOrRotated): string {
  if (result.kind === 'rotated') return rotatedSentence(secret, result.saved);
  const { isNew, access } = result.created;
  if (!isNew) return replacedSentence(secret, result.created);
  const [title, organization] = [secretTitle(secret), ownerName(secret.owner)];
  return access && isForNoRepository(access)
    ? createSecretLabels.createdWithoutRepositories(title, organization)
    : createSecretLabels.created(title, organization);
}

/** Whether somebody else created or deleted the secret at the same moment. */
function isSurprise(result: CreatedOrRotated): boolean {
  return result.kind === 'rotated' ? result.saved.isNew : !result.created.isNew;
}

interface SelectedText {
  readonly document: TextDocument;
  readonly range: Range;
  readonly text: string;
  /** The text to the left of the selection on the same line. */
  readonly left: string;
}

/** The selection of the active editor. If it can't be a value, the user is told why. */
function selectedText(): SelectedText | undefined {
  const editor = window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) {
    void showInformation(labels.nothingSelected());
    return undefined;
  }
  const { document, selection } = editor;
  const range = new Range(selection.start, selection.end);
  const text = document.getText(range);
  const problem = valueProblemText(text);
  if (problem !== undefined) {
    void showError(labels.unusable(problem));
    return undefined;
  }
  const left = document.getText(new Range(range.start.with({ character: 0 }), range.start));
  return { document, range, text, left };
}

/**
 * Tells what was done, and offers to replace the selection with a reference or to copy the reference. If there is none,
 * says why.
 */
async function offerReference(
  { document, range, text }: SelectedText,
  secret: SecretId,
  result: CreatedOrRotated,
): Promise<void> {
  const done = savedSentence(secret, result);
  const tell = isSurprise(result) ? showWarning : showInformation;
  const found = referenceFor(document, range, secret.name);
  if (!found) {
    await tell(labels.noReference(done, document.languageId));
    return;
  }
  const { reference, edit } = found;
  // More than the selection is replaced, such as the quotation marks around it.
  const replaced = edit && document.getText(edit.range);
  const [question, button] = edit
    ? [labels.replaceQuestion(done, reference), labels.replace()]
    : [labels.copyHint(done, reference), labels.copy()];
  if ((await tell(question, button)) !== button) return;
  if (!edit) {
    await env.clipboard.writeText(reference);
    return;
  }
  const current = await openDocument(document);
  const isSame = current?.getText(range) === text && current.getText(edit.range) === replaced;
  const change = new WorkspaceEdit();
  change.replace(document.uri, edit.range, edit.text);
  if (!isSame || !(await workspace.applyEdit(change))) void showWarning(labels.notReplaced(edit.text));
}

/** A document as it is now. One that was closed keeps the text that it had then, so it is opened anew. */
async function openDocument(document: TextDocument): Promise<TextDocument | undefined> {
  if (!document.isClosed) return document;
  try {
    return await workspace.openTextDocument(document.uri);
  } catch {
    // Its file is gone, or can't be read.
    return undefined;
  }
}

import { env, l10n, Range, type TextDocument, window, workspace, WorkspaceEdit } from 'vscode';
import { referenceFor } from '../platform/documentReference';
import { proposedName } from '../model/nameProposal';
import { withRetryPrompt } from '../ui/failures';
import { showError, showInformation, showWarning } from '../ui/messages';
import { askName } from '../ui/prompts/nameStep';
import { askOrganization } from '../ui/prompts/organizationStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { valueProblemText } from '../ui/value/valueInput';
import { reviewValue } from '../ui/value/valueReview';
import { accessQuestions } from './shared/accessSteps';
import { begin, type CommandContext } from './shared/commandContext';
import { existingNames, kept, ownedOrganizations } from './shared/targets';
import { replacedSentence, rotatedSentence } from './shared/tellSaved';

/** Makes a secret of the text that is selected in the editor, or rotates one to it, and offers to refer to it there. */
export async function saveSelectionAsSecret(product: CommandContext): Promise<void> {
  const selected = selectedText();
  if (!selected) return;
  const flow = await begin(product);
  const { store } = flow;
  const organizations = await ownedOrganizations(flow);
  const [first] = organizations;
  if (!first) return;
  let organization = first.login;
  let name = proposedName(selected.left) ?? '';
  let existing: ReadonlySet<string> = new Set();
  let value = selected.text;
  const questions = accessQuestions(store, () => organization);

  const askForOrganization: Step = position =>
    kept(askOrganization(position, organizations), chosen => (organization = chosen));
  const askForName: Step = async position => {
    existing = await existingNames(flow, organization);
    const question = { organization, typed: name, existing, canRotate: true };
    return kept(askName(position, question), typed => (name = typed));
  };
  const askForReview: Step = position => {
    const taken = { value: selected.text, origin: l10n.t('From the selection') };
    return kept(reviewValue(position, taken, [name]), reviewed => (value = reviewed.value));
  };

  const isComplete = await askSteps(l10n.t('Save Selection as Secret'), () => [
    ...(organizations.length > 1 ? [askForOrganization] : []),
    askForName,
    askForReview,
    ...(existing.has(name) ? [] : questions.steps()),
  ]);
  if (!isComplete) return;
  const secret = { organization, name };
  const access = existing.has(name) ? undefined : questions.access();
  const attempts = { isUnanswered: false };
  const { value: done } = await withRetryPrompt(
    l10n.t('The selection was not saved as {0} in {1}.', name, organization),
    async () => {
      if (!access) return rotatedSentence(secret, await store.rotateSecret(secret, value));
      const created = await store.createSecret(secret, value, access, attempts);
      return created.isNew
        ? l10n.t('{0} was created in {1}.', name, organization)
        : replacedSentence(secret, created);
    },
    l10n.t('Couldn’t confirm that the selection was saved as {0} in {1}.', name, organization),
  );
  await flow.reveal(secret);
  await offerReference(selected, name, done);
}

interface SelectedText {
  readonly document: TextDocument;
  readonly range: Range;
  readonly text: string;
  /** What stands left of it on its line. */
  readonly left: string;
}

/** The selection of the active editor; where it cannot be a value, the user is told why. */
function selectedText(): SelectedText | undefined {
  const editor = window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) {
    void showInformation(
      l10n.t('Nothing is selected. Select the value in an editor, then save it as a secret.'),
    );
    return undefined;
  }
  const { document, selection } = editor;
  const range = new Range(selection.start, selection.end);
  const text = document.getText(range);
  const problem = valueProblemText(text);
  if (problem !== undefined) {
    void showError(l10n.t('The selection cannot be a secret. {0}', problem));
    return undefined;
  }
  const left = document.getText(new Range(range.start.with({ character: 0 }), range.start));
  return { document, range, text, left };
}

/** Says what was done, and offers a reference in the place of the selection: to put it there, or else to copy it. */
async function offerReference(
  { document, range, text }: SelectedText,
  name: string,
  done: string,
): Promise<void> {
  const found = referenceFor(document, range, name);
  if (!found) {
    window.setStatusBarMessage(done, 5000);
    return;
  }
  const { reference, edit } = found;
  const [question, button] = edit
    ? [l10n.t('{0} Replace the selection with {1}?', done, reference), l10n.t('Replace')]
    : [l10n.t('{0} Use {1} in its place.', done, reference), l10n.t('Copy Reference')];
  if ((await showInformation(question, button)) !== button) return;
  if (!edit) {
    await env.clipboard.writeText(reference);
    return;
  }
  const change = new WorkspaceEdit();
  change.replace(document.uri, edit.range, edit.text);
  if (document.getText(range) !== text || !(await workspace.applyEdit(change)))
    void showWarning(
      l10n.t('The text has changed since, so nothing was replaced. Put {0} there yourself.', edit.text),
    );
}

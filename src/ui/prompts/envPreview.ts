import { type QuickPick, QuickPickItemKind, window } from 'vscode';
import { storeTitle } from '../../labels/apps';
import { envPreviewLabels } from '../../labels/envPreview';
import { chosenEntries, choiceOf, type EnvChoice, fixedEntries } from '../../model/envChoice';
import type { EnvEntry, EnvFile } from '../../model/envFile';
import { maxSecrets, type StoreId, storeKey } from '../../model/secretStore';
import type { ReadEnvFile } from './envFileQuestion';
import { entryItem, type EnvItem, skippedItem } from './envPreviewItems';
import { showError } from '../messages';
import { ask, askAnew, type Answer, type Position } from './steps';

export interface EnvPreviewQuestion {
  readonly store: StoreId;
  readonly file: ReadEnvFile;
  /** The names of the store's secrets, in upper case. */
  readonly existing: ReadonlySet<string>;
  /** What was chosen before. */
  readonly choice: EnvChoice;
}

/** A row. One without an entry that can be a secret cannot be selected. */
interface Row extends EnvItem {
  readonly entry?: EnvEntry;
}

/**
 * Shows what happens with each entry of a `.env` file, offers to fix likely mistakes, and asks which entries to import:
 * at least one, and no more new ones than the owner has room for. Existing secrets are not selected at first.
 * @param position counts the steps that follow if a new secret is selected; otherwise this is the last step
 */
export function askEnvEntries(
  position: Position,
  { store, file, existing, choice: before }: EnvPreviewQuestion,
): Promise<Answer<EnvChoice>> {
  const here = { store: storeKey(store), existing };
  const isNew = ({ entry }: Row): boolean => entry !== undefined && !existing.has(entry.name);
  let choice = before;
  let shown: QuickPick<Row> | undefined;
  /** The entry whose value was fixed last. It stays highlighted. */
  let lastFixed: string | undefined;

  return askAnew(renew => {
    const input = window.createQuickPick<Row>();
    input.canSelectMany = true;
    input.matchOnDetail = true;
    input.placeholder = envPreviewLabels.question(file.fileName, storeTitle(store));
    input.items = rowsOf(file, choice.fixed, existing);
    select(input, new Set(chosenEntries(file.entries, choice, here).map(({ name }) => name)));
    input.activeItems = input.items.filter(({ entry }) => entry && entry.name === lastFixed);
    input.value = shown?.value ?? '';
    shown = input;

    const keep = (): EnvChoice => (choice = choiceOf(file.entries, choice, here, namesOf(input)));
    const count = (): void => {
      const isLast = !input.selectedItems.some(isNew);
      input.totalSteps =
        isLast && position.step === 1 ? undefined : isLast ? position.step : position.totalSteps;
    };
    input.onDidChangeSelection(selected => {
      const allowed = selected.filter(({ entry }) => entry);
      if (allowed.length < selected.length) input.selectedItems = allowed;
      // If the user checks something just before this input is replaced, the next input has it checked, too.
      if (shown && shown !== input) select(shown, namesOf(input));
      count();
    });
    input.onDidTriggerItemButton(({ item: { entry, buttons }, button }) => {
      const fix = buttons?.find(it => it === button);
      if (!entry || !fix) return;
      const fixed = new Map(choice.fixed).set(entry.name, fix.fixed);
      choice = { ...keep(), fixed };
      lastFixed = entry.name;
      renew();
    });
    const accept = (): { value: EnvChoice } | undefined => {
      const selected = input.selectedItems.filter(({ entry }) => entry);
      const problem =
        selected.length === 0
          ? envPreviewLabels.nothingSelected(file.fileName)
          : roomProblem(store, existing.size, selected.filter(isNew).length);
      if (problem === undefined) return { value: keep() };
      void showError(problem);
      return undefined;
    };
    const answer = ask(input, position, accept, () => ({ value: keep() }));
    count();
    return { input, answer };
  });
}

/** The names of the entries that are checked. */
function namesOf(input: QuickPick<Row>): ReadonlySet<string> {
  return new Set(input.selectedItems.flatMap(({ entry }) => (entry ? [entry.name] : [])));
}

function select(input: QuickPick<Row>, names: ReadonlySet<string>): void {
  input.selectedItems = input.items.filter(({ entry }) => entry && names.has(entry.name));
}

/** The rows of a file, in groups: new secrets, existing ones, and what can't be imported. */
function rowsOf(file: EnvFile, fixed: ReadonlyMap<string, string>, existing: ReadonlySet<string>): Row[] {
  const entries = fixedEntries(file.entries, fixed);
  const rows = entries
    .filter(({ refusal }) => !refusal)
    .map(entry => ({ ...entryItem(entry, existing.has(entry.name)), entry }));
  const refused = entries.filter(({ refusal }) => refusal).map(entry => entryItem(entry, false));
  const skipped = file.skippedLines.length > 0 ? [skippedItem(file.skippedLines)] : [];
  return [
    ...group(
      envPreviewLabels.newSecrets(),
      rows.filter(({ entry }) => !existing.has(entry.name)),
    ),
    ...group(
      envPreviewLabels.existingSecrets(),
      rows.filter(({ entry }) => existing.has(entry.name)),
    ),
    ...group(envPreviewLabels.refused(), [...refused, ...skipped]),
  ];
}

/** What to do if the owner has no room for so many new secrets. */
function roomProblem(store: StoreId, existing: number, added: number): string | undefined {
  const most = maxSecrets(store) ?? Infinity;
  const excess = existing + added - most;
  if (excess <= 0 || added === 0) return undefined;
  return envPreviewLabels.tooMany(excess, added, store.owner, existing, most);
}

function group(label: string, rows: readonly Row[]): Row[] {
  return rows.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...rows];
}

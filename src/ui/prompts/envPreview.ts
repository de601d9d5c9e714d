import { l10n, type QuickPick, QuickPickItemKind, window } from 'vscode';
import { chosenEntries, choiceOf, type EnvChoice, fixedEntries } from '../../model/envChoice';
import type { EnvEntry, EnvFile } from '../../model/envFile';
import { maxOrganizationSecrets } from '../../model/secret';
import type { ReadEnvFile } from './envFileQuestion';
import { entryItem, type EnvItem, skippedItem } from './envPreviewItems';
import { showError } from '../messages';
import { ask, askAnew, type Answer, type Position } from './steps';

export interface EnvPreviewQuestion {
  readonly organization: string;
  readonly file: ReadEnvFile;
  /** The names that the organization has, in upper case. */
  readonly existing: ReadonlySet<string>;
  /** What was chosen before. */
  readonly choice: EnvChoice;
}

/** A row. One without an entry that can be a secret cannot be selected. */
interface Row extends EnvItem {
  readonly entry?: EnvEntry;
}

/**
 * Shows what becomes of each entry of a `.env` file, offers to fix what is probably a mistake, and asks which are to be
 * set: no more new ones than the organization has room for, and at least one. What exists is not selected at first.
 * @param position its steps as they are where a new secret is selected; without one it is the last step
 */
export function askEnvEntries(
  position: Position,
  { organization, file, existing, choice: before }: EnvPreviewQuestion,
): Promise<Answer<EnvChoice>> {
  const here = { organization, existing };
  const isNew = ({ entry }: Row): boolean => entry !== undefined && !existing.has(entry.name);
  let choice = before;
  let shown: QuickPick<Row> | undefined;
  /** The entry whose value was fixed last: it stays highlighted. */
  let lastFixed: string | undefined;

  return askAnew(renew => {
    const input = window.createQuickPick<Row>();
    input.canSelectMany = true;
    input.matchOnDetail = true;
    input.placeholder = l10n.t('Which variables of {0} become secrets of {1}?', file.fileName, organization);
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
      // What was checked in this input just before it gave way is checked in the next one, too.
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
          ? l10n.t('Select at least one variable from {0}.', file.fileName)
          : roomProblem(organization, existing.size, selected.filter(isNew).length);
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

/** The rows of a file, in groups: what is new, what exists, and what is refused. */
function rowsOf(file: EnvFile, fixed: ReadonlyMap<string, string>, existing: ReadonlySet<string>): Row[] {
  const entries = fixedEntries(file.entries, fixed);
  const rows = entries
    .filter(({ refusal }) => !refusal)
    .map(entry => ({ ...entryItem(entry, existing.has(entry.name)), entry }));
  const refused = entries.filter(({ refusal }) => refusal).map(entry => entryItem(entry, false));
  const skipped = file.skippedLines.length > 0 ? [skippedItem(file.skippedLines)] : [];
  return [
    ...group(
      l10n.t('New'),
      rows.filter(({ entry }) => !existing.has(entry.name)),
    ),
    ...group(
      l10n.t('Existing'),
      rows.filter(({ entry }) => existing.has(entry.name)),
    ),
    ...group(l10n.t('Can’t be imported'), [...refused, ...skipped]),
  ];
}

/** What to do where an organization has no room for as many new secrets. */
function roomProblem(organization: string, existing: number, added: number): string | undefined {
  const excess = existing + added - maxOrganizationSecrets;
  if (excess <= 0 || added === 0) return undefined;
  return l10n.t(
    'Clear at least {0} of the {1} new secrets: {2} already has {3}, and GitHub allows {4} for an organization.',
    excess,
    added,
    organization,
    existing,
    maxOrganizationSecrets,
  );
}

function group(label: string, rows: readonly Row[]): Row[] {
  return rows.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...rows];
}

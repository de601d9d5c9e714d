import { l10n, QuickPickItemKind, window } from 'vscode';
import { chosenEntries, type EnvChoice, mendedEntries, wholeFile } from '../model/envChoice';
import type { EnvEntry, EnvFile } from '../model/envFile';
import { maxOrganizationSecrets } from '../model/secret';
import type { ReadEnvFile } from './envFileQuestion';
import { entryItem, type EnvItem, skippedItem } from './envPreviewItems';
import { ask, type Answer, type Position } from './steps';

export interface EnvPreviewQuestion {
  readonly organization: string;
  readonly file: ReadEnvFile;
  /** The names that the organization has, in upper case. */
  readonly existing: ReadonlySet<string>;
  /** What was chosen before. */
  readonly choice: EnvChoice;
}

/** A row. One without an entry that can be a secret cannot be ticked. */
interface Row extends EnvItem {
  readonly entry?: EnvEntry;
}

/**
 * Shows what becomes of each entry of a `.env` file, offers to mend what looks like an accident, and asks which are to be
 * set: no more new ones than the organization has room for, and at least one.
 * @param position its steps as they are where a new secret is ticked; without one it is the last step
 */
export async function askEnvEntries(
  position: Position,
  { organization, file, existing, choice }: EnvPreviewQuestion,
): Promise<Answer<EnvChoice>> {
  const isNew = ({ entry }: Row): boolean => entry !== undefined && !existing.has(entry.name);
  const names = chosenEntries(file.entries, wholeFile).map(({ name }) => name);
  const mended = new Map(choice.mended);

  const input = window.createQuickPick<Row>();
  input.canSelectMany = true;
  input.matchOnDetail = true;
  input.keepScrollPosition = true;
  input.placeholder = l10n.t('Which of {0} become secrets of {1}?', file.fileName, organization);
  /** The names that are not ticked. */
  const unticked = (): Set<string> => {
    const ticked = new Set(input.selectedItems.map(({ entry }) => entry?.name));
    return new Set(names.filter(name => !ticked.has(name)));
  };
  const show = (left: ReadonlySet<string>): readonly Row[] => {
    const rows = rowsOf(file, mended, existing);
    input.items = rows;
    input.selectedItems = rows.filter(({ entry }) => entry && !left.has(entry.name));
    return rows;
  };
  const count = (): void => {
    const isLast = !input.selectedItems.some(isNew);
    input.totalSteps =
      isLast && position.step === 1 ? undefined : isLast ? position.step : position.totalSteps;
  };
  show(choice.unticked);
  input.onDidChangeSelection(selected => {
    const allowed = selected.filter(({ entry }) => entry);
    if (allowed.length < selected.length) input.selectedItems = allowed;
    count();
  });
  input.onDidTriggerItemButton(({ item: { entry, buttons }, button }) => {
    const mend = buttons?.find(it => it === button);
    if (!entry || !mend) return;
    mended.set(entry.name, mend.mended);
    input.activeItems = show(unticked()).filter(row => row.entry?.name === entry.name);
  });

  const chosen = (): { value: EnvChoice } => ({ value: { unticked: unticked(), mended } });
  const accept = (): { value: EnvChoice } | undefined => {
    const ticked = input.selectedItems.filter(({ entry }) => entry);
    const problem =
      ticked.length === 0
        ? l10n.t('Nothing of {0} is ticked. Tick what is to become a secret.', file.fileName)
        : roomProblem(organization, existing.size, ticked.filter(isNew).length);
    if (problem === undefined) return chosen();
    void window.showErrorMessage(problem);
    return undefined;
  };
  const answer = ask(input, position, accept, chosen);
  count();
  return answer;
}

/** The rows of a file, in groups: what is new, what exists, and what is refused. */
function rowsOf(file: EnvFile, mended: ReadonlyMap<string, string>, existing: ReadonlySet<string>): Row[] {
  const entries = mendedEntries(file.entries, mended);
  const rows = entries.filter(({ refusal }) => !refusal).map(entry => ({ ...entryItem(entry), entry }));
  const refused = entries.filter(({ refusal }) => refusal).map(entryItem);
  const skipped = file.skippedLines.length > 0 ? [skippedItem(file.skippedLines)] : [];
  return [
    ...group(
      l10n.t('New'),
      rows.filter(({ entry }) => !existing.has(entry.name)),
    ),
    ...group(
      l10n.t('Exists: its value is rotated, access kept'),
      rows.filter(({ entry }) => existing.has(entry.name)),
    ),
    ...group(l10n.t('Refused'), [...refused, ...skipped]),
  ];
}

/** What to do where an organization has no room for as many new secrets. */
function roomProblem(organization: string, existing: number, added: number): string | undefined {
  const excess = existing + added - maxOrganizationSecrets;
  if (excess <= 0 || added === 0) return undefined;
  return l10n.t(
    'Untick at least {0} of the {1} new secrets: {2} has {3} of the {4} that GitHub keeps for an organization.',
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

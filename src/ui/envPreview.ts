import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { EnvEntry } from '../model/envFile';
import { maxOrganizationSecrets } from '../model/secret';
import type { ReadEnvFile } from './envFileQuestion';
import { entryItem, skippedItem } from './envPreviewItems';
import { ask, type Answer, type Position } from './steps';

export interface EnvPreviewQuestion {
  readonly organization: string;
  readonly file: ReadEnvFile;
  /** The names that the organization has, in upper case. */
  readonly existing: ReadonlySet<string>;
  /** The names that were unticked before. */
  readonly unticked: ReadonlySet<string>;
}

/** A row. One without an entry that can be a secret cannot be ticked. */
interface Row extends QuickPickItem {
  readonly entry?: EnvEntry;
}

/**
 * Shows what becomes of each entry of a `.env` file, and asks which are to be set. Gives the names that are not;
 * no more are left ticked than the organization has room for, and at least one.
 * @param position its steps as they are where a new secret is ticked; without one it is the last step
 */
export async function askEnvEntries(
  position: Position,
  { organization, file, existing, unticked }: EnvPreviewQuestion,
): Promise<Answer<ReadonlySet<string>>> {
  const possible = file.entries.filter(({ refusal }) => !refusal);
  const rows = possible.map((entry): Row => ({ ...entryItem(entry), entry }));
  const isNew = ({ entry }: Row): boolean => entry !== undefined && !existing.has(entry.name);
  const refused = file.entries.filter(({ refusal }) => refusal).map(entryItem);
  const skipped = file.skippedLines.length > 0 ? [skippedItem(file.skippedLines)] : [];

  const input = window.createQuickPick<Row>();
  input.canSelectMany = true;
  input.matchOnDetail = true;
  input.keepScrollPosition = true;
  input.placeholder = l10n.t('Which of {0} become secrets of {1}?', file.fileName, organization);
  input.items = [
    ...group(l10n.t('New'), rows.filter(isNew)),
    ...group(
      l10n.t('Exists: its value is rotated, access kept'),
      rows.filter(row => !isNew(row)),
    ),
    ...group(l10n.t('Refused'), [...refused, ...skipped]),
  ];
  input.selectedItems = rows.filter(({ entry }) => entry && !unticked.has(entry.name));
  const count = (): void => {
    const isLast = !input.selectedItems.some(isNew);
    input.totalSteps =
      isLast && position.step === 1 ? undefined : isLast ? position.step : position.totalSteps;
  };
  input.onDidChangeSelection(selected => {
    const allowed = selected.filter(({ entry }) => entry);
    if (allowed.length < selected.length) input.selectedItems = allowed;
    count();
  });

  const left = (): { value: ReadonlySet<string> } => {
    const ticked = new Set(input.selectedItems.map(({ entry }) => entry?.name));
    return { value: new Set(possible.map(({ name }) => name).filter(name => !ticked.has(name))) };
  };
  const accept = (): { value: ReadonlySet<string> } | undefined => {
    const ticked = input.selectedItems.filter(({ entry }) => entry);
    const problem =
      ticked.length === 0
        ? l10n.t('Nothing of {0} is ticked. Tick what is to become a secret.', file.fileName)
        : roomProblem(organization, existing.size, ticked.filter(isNew).length);
    if (problem === undefined) return left();
    void window.showErrorMessage(problem);
    return undefined;
  };
  const answer = ask(input, position, accept, left);
  count();
  return answer;
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

import { l10n, type Uri } from 'vscode';
import { secretCount } from '../labels/words';
import { chosenEntries, allNew } from '../model/envChoice';
import type { EnvEntry } from '../model/envFile';
import type { SecretAccess } from '../model/access';
import { valueConcurrency, itemCount } from '../model/batch';
import { runBulkChange } from '../ui/batch/runBulkChange';
import { askEnvFile, type ReadEnvFile } from '../ui/prompts/envFileQuestion';
import { askEnvEntries } from '../ui/prompts/envPreview';
import { showInformation, showWarning } from '../ui/messages';
import { askOrganization } from '../ui/prompts/organizationStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { accessQuestions } from './shared/accessSteps';
import type { Flow } from './shared/commandContext';
import { existingNames, kept, ownedOrganizations } from './shared/targets';
import { replacedSentence } from './shared/tellSaved';

/** What an import is run on: an organization of the view, a file of the Explorer, or nothing. */
export interface ImportTarget {
  readonly node?: { readonly organization: string } | undefined;
  readonly uri?: Uri;
}

/** Makes secrets of the entries of a `.env` file: new ones are created, and of those that exist the values rotated. */
export async function importEnvFile(flow: Flow, { node, uri }: ImportTarget): Promise<void> {
  const { store } = flow;
  const organizations = node ? [{ login: node.organization }] : await ownedOrganizations(flow);
  const [first] = organizations;
  if (!first) return;
  const title = l10n.t('Import from .env File');
  let organization = first.login;
  let file: ReadEnvFile | undefined;
  let existing: ReadonlySet<string> = new Set();
  let choice = allNew;
  const access = accessQuestions(store, () => organization);
  const chosen = (): EnvEntry[] => chosenEntries(file?.entries ?? [], choice, { organization, existing });
  const hasNew = (): boolean => !file || chosen().some(({ name }) => !existing.has(name));

  const askForOrganization: Step = position =>
    kept(askOrganization(position, organizations), login => (organization = login));
  const askForEntries: Step = async position => {
    file ??= await askEnvFile(flow.extensionUri, title, uri);
    if (!file) return undefined;
    existing = await existingNames(flow, organization);
    const totalSteps = position.step + access.steps().length;
    return kept(
      askEnvEntries({ ...position, totalSteps }, { organization, file, existing, choice }),
      made => (choice = made),
    );
  };
  const isComplete = await askSteps(title, () => [
    ...(organizations.length > 1 ? [askForOrganization] : []),
    askForEntries,
    ...(hasNew() ? access.steps() : []),
  ]);
  if (isComplete)
    await setSecrets(flow, {
      organization,
      entries: chosen(),
      existing,
      access: access.access(),
    });
}

interface Import {
  readonly organization: string;
  readonly entries: readonly EnvEntry[];
  /** The names whose values are rotated; all others are created. */
  readonly existing: ReadonlySet<string>;
  /** Who receives what is created; nothing where nothing is. */
  readonly access: SecretAccess | undefined;
}

async function setSecrets(
  { store }: Flow,
  { organization, entries, existing, access: access }: Import,
): Promise<void> {
  const attempts = new Map(entries.map(({ name }) => [name, { isUnanswered: false }]));
  const surprises: string[] = [];
  const work = async ({ name, value }: EnvEntry): Promise<void> => {
    const secret = { organization, name };
    if (access && !existing.has(name)) {
      const created = await store.createSecret(secret, value, access, attempts.get(name));
      if (!created.isNew) surprises.push(replacedSentence(secret, created));
    } else if ((await store.rotateSecret(secret, value)).isNew)
      surprises.push(l10n.t('Somebody deleted {0} at the same moment. It was created again.', name));
  };
  const done = await runBulkChange(entries, {
    title: l10n.t('Importing {0} to {1}', secretCount(entries.length), organization),
    work,
    words: {
      done: account =>
        l10n.t(
          '{0} of {1} secrets were imported to {2}.',
          account.done.length,
          itemCount(account),
          organization,
        ),
      name: ({ name }) => name,
    },
    concurrency: valueConcurrency,
    isCounted: true,
  });
  if (surprises.length > 0) void showWarning(surprises.join(' '));
  if (done.length < entries.length) return;
  const rotated = entries.filter(({ name }) => existing.has(name)).length;
  void showInformation(doneSentence(organization, entries.length - rotated, rotated));
}

function doneSentence(organization: string, created: number, rotated: number): string {
  const creations =
    created === 1
      ? l10n.t('1 secret was created in {0}.', organization)
      : l10n.t('{0} secrets were created in {1}.', created, organization);
  const rotations =
    rotated === 1
      ? l10n.t('1 secret was rotated in {0}.', organization)
      : l10n.t('{0} secrets were rotated in {1}.', rotated, organization);
  if (rotated === 0) return creations;
  if (created === 0) return rotations;
  return created === 1
    ? l10n.t('1 secret was created and {0} rotated in {1}.', rotated, organization)
    : l10n.t('{0} secrets were created and {1} rotated in {2}.', created, rotated, organization);
}

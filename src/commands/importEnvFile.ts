import type { Uri } from 'vscode';
import { importEnvFileLabels as labels } from '../labels/importEnvFile';
import { secretTitle, storeTitle } from '../labels/apps';
import { names } from '../labels/names';
import { chosenEntries, allNew } from '../model/envChoice';
import type { EnvEntry } from '../model/envFile';
import type { SecretAccess } from '../model/access';
import { secretIn } from '../model/secret';
import { type StoreId, storeKey } from '../model/secretStore';
import { valueConcurrency, itemCount } from '../model/batch';
import { askEnvFile, type ReadEnvFile } from '../ui/prompts/envFileQuestion';
import { askEnvEntries } from '../ui/prompts/envPreview';
import { showInformation } from '../ui/messages';
import { askSteps, type Step } from '../ui/prompts/steps';
import { accessQuestions } from './shared/accessSteps';
import type { Flow } from './shared/commandContext';
import { kept } from './shared/kept';
import type { AlsoOffered } from './shared/owner';
import { type Place, storeQuestion } from './shared/place';
import { saveEach } from './shared/saveEach';
import { existingNames } from './shared/targets';

/** What an import starts from: a place in the view, a file in the Explorer, or nothing. */
export interface ImportTarget {
  readonly place?: Place | undefined;
  readonly uri?: Uri;
}

/** Creates a secret for each new entry of a `.env` file, and rotates the secrets that already exist. */
export async function importEnvFile(flow: Flow, { place, uri }: ImportTarget): Promise<void> {
  const { store } = flow;
  const question = await storeQuestion(flow, place, alsoOffered);
  if (!question) return;
  const title = labels.title();
  let file: ReadEnvFile | undefined;
  let existing: ReadonlySet<string> = new Set();
  let choice = allNew;
  const access = accessQuestions(store, question.owner);
  const chosen = (): EnvEntry[] =>
    chosenEntries(file?.entries ?? [], choice, { store: storeKey(question.store()), existing });
  const hasNew = (): boolean => !file || chosen().some(({ name }) => !existing.has(name));

  const askForEntries: Step = async position => {
    file ??= await askEnvFile(flow.loadChunk, title, uri);
    if (!file) return undefined;
    existing = await existingNames(flow, question.store());
    const totalSteps = position.step + access.steps().length;
    return kept(
      askEnvEntries({ ...position, totalSteps }, { store: question.store(), file, existing, choice }),
      made => (choice = made),
    );
  };
  const isComplete = await askSteps(title, () => [
    ...question.steps(),
    askForEntries,
    ...(hasNew() ? access.steps() : []),
  ]);
  if (isComplete)
    await setSecrets(flow, {
      id: question.store(),
      entries: chosen(),
      existing,
      access: access.access(),
    });
}

/** Who owns no organization can import to the open repositories, or for themselves. */
const alsoOffered: AlsoOffered = { repositories: 'always', user: true };

interface Import {
  /** The store to import to. */
  readonly id: StoreId;
  readonly entries: readonly EnvEntry[];
  /** The names whose values are rotated; all others are created. */
  readonly existing: ReadonlySet<string>;
  /** Who can use the new secrets; undefined if there are none. */
  readonly access: SecretAccess | undefined;
}

async function setSecrets(flow: Flow, { id, entries, existing, access }: Import): Promise<void> {
  const where = storeTitle(id);
  const values = entries.map(({ name, value }) => ({
    secret: secretIn(id, name),
    value,
    access: existing.has(name) ? undefined : access,
  }));
  const { secrets, rotations } = await saveEach(flow, values, {
    title: labels.progress(entries.length, where),
    done: result => labels.result(result.done.length, itemCount(result), where),
    name: secretTitle,
    names,
    createdAgain: secret => labels.createdAgain(secretTitle(secret)),
    concurrency: valueConcurrency,
    isCounted: true,
  });
  if (secrets.length === entries.length)
    void showInformation(labels.done(entries.length - rotations, rotations, where));
}

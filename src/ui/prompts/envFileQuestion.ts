import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { envFileLabels } from '../../labels/envFile';
import { fileProblemText } from '../../labels/files';
import type { LoadChunk } from '../../platform/chunk';
import { fileName, readFile, utf8Text } from '../../platform/files';
import { type EnvFile, type ParseEnv, readEnvFile } from '../../model/envFile';
import { showError } from '../messages';
import { ask } from './steps';

/** The largest file that is read, in bytes. A hundred of the largest values fit in it. */
const maxEnvFileBytes = 5 * 1024 * 1024;

/** A `.env` file that has at least one entry, and its name. */
export interface ReadEnvFile extends EnvFile {
  readonly fileName: string;
}

/** What the names of `.env` files hold. */
const envFileName = '.env';

/**
 * Reads a `.env` file, either `given` or one that the user chooses: the active editor's is offered first. If a file can't
 * be read, says why and offers to choose another. Nothing if the user leaves.
 */
export async function askEnvFile(
  loadChunk: LoadChunk,
  title: string,
  given?: Uri,
): Promise<ReadEnvFile | undefined> {
  const another = envFileLabels.chooseAnother();
  for (let uri = given ?? (await offered(title)); uri; uri = await chosen(title)) {
    const read = await readEnv(loadChunk, uri);
    if (!('problem' in read)) return read;
    if ((await showError(read.problem, another)) !== another) return undefined;
  }
  return undefined;
}

/** The `.env` file of the active editor, or else one from the dialog. */
async function offered(title: string): Promise<Uri | undefined> {
  const uri = window.activeTextEditor?.document.uri;
  if (!uri || !fileName(uri).includes(envFileName)) return chosen(title);
  const input = window.createQuickPick<QuickPickItem & { readonly uri?: Uri }>();
  input.placeholder = envFileLabels.question();
  input.items = [
    { label: `$(file) ${fileName(uri)}`, description: envFileLabels.openInEditor(), uri },
    { label: `$(folder-opened) ${envFileLabels.chooseAnother()}` },
  ];
  const answer = await ask(input, { title, step: 1, totalSteps: 1 }, () => {
    const [item] = input.selectedItems;
    return item && { value: item.uri };
  });
  if (!answer || 'back' in answer) return undefined;
  return answer.value ?? chosen(title);
}

async function chosen(title: string): Promise<Uri | undefined> {
  const [uri] = (await window.showOpenDialog({ title, openLabel: envFileLabels.open() })) ?? [];
  return uri;
}

async function readEnv(loadChunk: LoadChunk, uri: Uri): Promise<ReadEnvFile | { readonly problem: string }> {
  const name = fileName(uri);
  const isUnsaved = workspace.textDocuments.some(
    ({ uri: opened, isDirty }) => isDirty && opened.toString() === uri.toString(),
  );
  if (isUnsaved) return { problem: envFileLabels.unsaved(name) };
  const read = await readFile(uri, maxEnvFileBytes);
  if ('problem' in read) return { problem: fileProblemText(name, read) };
  const text = utf8Text(read.bytes);
  if (text === undefined) return { problem: envFileLabels.notText(name) };
  if (/^\uFEFF?\s*$/.test(text)) return { problem: envFileLabels.empty(name) };
  const { parseEnv } = (await loadChunk('dotenv.mjs')) as { parseEnv: ParseEnv };
  const file = readEnvFile(text, parseEnv);
  return file.entries.length > 0 ? { ...file, fileName: name } : { problem: envFileLabels.noVariables(name) };
}

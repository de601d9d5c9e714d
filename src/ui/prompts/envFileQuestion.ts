import { l10n, type Uri, window, workspace } from 'vscode';
import { loadChunk } from '../../platform/chunk';
import { fileName, readFile, utf8Text } from '../../platform/files';
import { type EnvFile, type ParseEnv, readEnvFile } from '../../model/envFile';
import { showError } from '../messages';

/** The largest file that is read, in bytes: a hundred of the largest values have room in it. */
export const maxEnvFileBytes = 5 * 1024 * 1024;

/** A `.env` file that has at least one entry, and what it is called. */
export interface ReadEnvFile extends EnvFile {
  readonly fileName: string;
}

/**
 * Reads a `.env` file: the given one, or else one that the user chooses. Says what is wrong with a file that cannot be
 * read, and offers to choose another. Nothing where the user leaves.
 */
export async function askEnvFile(
  extensionUri: Uri,
  title: string,
  given?: Uri,
): Promise<ReadEnvFile | undefined> {
  const another = l10n.t('Choose Another File...');
  for (let uri = given ?? (await chosen(title)); uri; uri = await chosen(title)) {
    const read = await readEnv(extensionUri, uri);
    if (!('problem' in read)) return read;
    if ((await showError(read.problem, another)) !== another) return undefined;
  }
  return undefined;
}

async function chosen(title: string): Promise<Uri | undefined> {
  const [uri] = (await window.showOpenDialog({ title, openLabel: l10n.t('Import') })) ?? [];
  return uri;
}

async function readEnv(extensionUri: Uri, uri: Uri): Promise<ReadEnvFile | { readonly problem: string }> {
  const name = fileName(uri);
  const isUnsaved = workspace.textDocuments.some(
    ({ uri: opened, isDirty }) => isDirty && opened.toString() === uri.toString(),
  );
  if (isUnsaved) return { problem: l10n.t('{0} has unsaved changes. Save it, then import it again.', name) };
  const read = await readFile(uri, maxEnvFileBytes);
  if ('problem' in read) return read;
  const text = utf8Text(read.bytes);
  if (text === undefined)
    return { problem: l10n.t('{0} is not UTF-8 text. Save it as UTF-8, then import it again.', name) };
  if (/^\uFEFF?\s*$/.test(text))
    return { problem: l10n.t('{0} is empty. Add lines such as NAME=value, then import it again.', name) };
  const { parseEnv } = (await loadChunk(extensionUri, 'dotenv.mjs')) as { parseEnv: ParseEnv };
  const file = readEnvFile(text, parseEnv);
  if (file.entries.length > 0) return { ...file, fileName: name };
  return {
    problem: l10n.t('{0} has no variables. Add lines such as NAME=value, then import it again.', name),
  };
}

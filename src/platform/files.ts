import { FileSystemError, FileType, l10n, type Uri, workspace } from 'vscode';
import { plainName } from '../model/plainText';
import { byteCount } from '../labels/words';

/** A file's bytes, or why there are none, in a sentence that says what to do. */
export type FileRead = { readonly bytes: Uint8Array } | { readonly problem: string };

/** Reads any file that VS Code can read, also a remote or virtual one, unless it has more than `limit` bytes. */
export async function readFile(uri: Uri, limit: number): Promise<FileRead> {
  const name = fileName(uri);
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) return { problem: l10n.t('{0} is a folder. Choose a file in it.', name) };
    if (size > limit) return { problem: tooLarge(name, size, limit) };
    const bytes = await workspace.fs.readFile(uri);
    // It may have grown meanwhile, and not every file system tells a size.
    return bytes.byteLength > limit ? { problem: tooLarge(name, bytes.byteLength, limit) } : { bytes };
  } catch (error) {
    return { problem: unreadable(name, error) };
  }
}

/** The last part of a file's path, to be shown: nothing in it makes a link, an icon or a line break. */
export function fileName({ path }: Uri): string {
  return plainName(path.slice(path.lastIndexOf('/') + 1));
}

/** The text of a file that is UTF-8 without a null byte, its byte order mark included; nothing for any other. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function tooLarge(name: string, size: number, limit: number): string {
  return l10n.t('{0} has {1}. The limit is {2}.', name, byteCount(size), byteCount(limit));
}

function unreadable(name: string, error: unknown): string {
  const code = error instanceof FileSystemError ? error.code : '';
  if (code === 'FileNotFound') return l10n.t('{0} no longer exists. Choose another file.', name);
  if (code === 'NoPermissions') return l10n.t("You don't have permission to read {0}.", name);
  return l10n.t("Couldn't read {0}. Check that you can open its folder, then choose it again.", name);
}

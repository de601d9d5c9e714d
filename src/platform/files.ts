import { FileSystemError, FileType, type Uri, workspace } from 'vscode';
import type { FileProblem } from '../model/fileProblem';
import { plainName } from '../model/plainText';

/** A file's bytes, or why it was not read. */
export type FileRead = { readonly bytes: Uint8Array } | FileProblem;

/** Reads any file that VS Code can read, also a remote or virtual one, unless it has more than `limit` bytes. */
export async function readFile(uri: Uri, limit: number): Promise<FileRead> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) return { problem: 'folder' };
    if (size > limit) return { problem: 'tooLarge', size, limit };
    const bytes = await workspace.fs.readFile(uri);
    // The file might have grown since, and not every file system reports a size.
    return bytes.byteLength > limit ? { problem: 'tooLarge', size: bytes.byteLength, limit } : { bytes };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** The last part of a file's path, safe to show: nothing in it makes a link, an icon or a line break. */
export function fileName({ path }: Uri): string {
  return plainName(path.slice(path.lastIndexOf('/') + 1));
}

/** The text of a UTF-8 file without null bytes, including its byte order mark. Nothing for any other file. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function problemOf(error: unknown): 'missing' | 'forbidden' | 'unreadable' {
  const code = error instanceof FileSystemError ? error.code : '';
  if (code === 'FileNotFound') return 'missing';
  return code === 'NoPermissions' ? 'forbidden' : 'unreadable';
}

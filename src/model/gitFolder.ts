import { type Remote, remotesIn } from './gitConfig';

/** Reads a file; gives an object without a text for a folder, and nothing for nothing. Rejects if that can't be known. */
export type ReadFile = (path: string) => Promise<{ readonly text?: string } | undefined>;

/** How many folders are looked at: a folder and those around it. */
const maxFolders = 50;

/**
 * The remotes of the repository whose working tree a folder is, or is a part of. Files there are from outside, and one can
 * lead to any other place of the file system: nothing is read but `.git`, `commondir` and `config`.
 * @param folder a path as URIs have it
 * @param inParents whether the folders around it count
 */
export async function remotesAt(
  folder: string,
  read: ReadFile,
  inParents: () => Promise<boolean>,
): Promise<Remote[]> {
  const parts = partsOf(folder);
  for (let count = 0; count < maxFolders; count += 1) {
    const config = await configOf(parts, read);
    if (config !== undefined) return remotesIn(config);
    if (parts.pop() === undefined || !(await inParents())) break;
  }
  return [];
}

/** The configuration of the repository at the top of whose working tree a folder is. */
async function configOf(folder: readonly string[], read: ReadFile): Promise<string | undefined> {
  const path = pathOf([...folder, '.git']);
  const found = await read(path);
  if (!found) return undefined;
  const { text } = found;
  if (text === undefined) return (await read(`${path}/config`))?.text;
  // For Git, too, the search is over here, whatever the file says.
  return (await configBehind(folder, text, read)) ?? '';
}

/**
 * The configuration that the file `.git` of a worktree or of a submodule leads to.
 * @see https://git-scm.com/docs/gitrepository-layout
 */
async function configBehind(
  folder: readonly string[],
  link: string,
  read: ReadFile,
): Promise<string | undefined> {
  const target = /^gitdir: (.+)/.exec(link)?.[1];
  if (target === undefined) return undefined;
  const own = partsFrom(folder, target);
  const common = (await read(pathOf([...own, 'commondir'])))?.text;
  const shared = common === undefined ? own : partsFrom(own, common);
  return (await read(pathOf([...shared, 'config'])))?.text;
}

/** Where a path leads that stands in a file about a folder. */
function partsFrom(folder: readonly string[], text: string): string[] {
  const path = text.trim();
  const parts = /^(\/|[a-z]:)/i.test(path) ? [] : [...folder];
  for (const part of partsOf(path))
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  return parts;
}

function partsOf(path: string): string[] {
  return path.split('/').filter(part => part !== '');
}

function pathOf(parts: readonly string[]): string {
  return `/${parts.join('/')}`;
}

import type { Uri } from 'vscode';
import { Emitter } from '../../../src/model/event';
import type { ReadFile } from '../../../src/model/gitFolder';
import type { Git, GitRemote, GitRepository } from '../../../src/platform/git';
import type { WindowFolders } from '../../../src/platform/windowFolders';

/** As much of VS Code's addresses as is used. */
export function uriOf(path: string, scheme = 'file', authority = ''): Uri {
  const uri = {
    scheme,
    authority,
    path,
    toString: () => `${scheme}://${authority}${path}`,
    with: (change: { readonly path: string }) => uriOf(change.path, scheme, authority),
  };
  return uri as unknown as Uri;
}

/** The configuration of a clone. */
export function cloneOf(fullName: string): string {
  return `[remote "origin"]\n\turl = https://github.com/${fullName}.git\n`;
}

/** The Git extension, with the repositories that it has found. */
export class FakeGit implements Git {
  readonly #opened = new Emitter<GitRepository>();
  readonly #closed = new Emitter<GitRepository>();
  readonly onDidOpenRepository = this.#opened.event as Git['onDidOpenRepository'];
  readonly onDidCloseRepository = this.#closed.event as Git['onDidCloseRepository'];
  readonly #changed = new Map<string, Emitter<void>>();
  repositories: GitRepository[] = [];

  /** Finds a repository, or notes that it has other remotes. */
  set(path: string, remotes: readonly GitRemote[]): void {
    const changed = this.#changed.get(path) ?? new Emitter<void>();
    const known = this.repositories.find(({ rootUri }) => rootUri.path === path);
    if (known) {
      Object.assign(known.state, { remotes });
      changed.fire();
      return;
    }
    this.#changed.set(path, changed);
    const state = { remotes, onDidChange: changed.event };
    const repository: GitRepository = { rootUri: uriOf(path), state };
    this.repositories = [...this.repositories, repository];
    this.#opened.fire(repository);
  }

  close(path: string): void {
    const closed = this.repositories.filter(({ rootUri }) => rootUri.path === path);
    this.repositories = this.repositories.filter(it => !closed.includes(it));
    for (const repository of closed) this.#closed.fire(repository);
  }
}

/** A window with some folders, the files in them by their paths, and perhaps a Git extension. */
export class FakeWindow implements WindowFolders {
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  #folders: readonly Uri[];
  git: Promise<Git | undefined> = Promise.resolve(undefined);
  readonly files = new Map<string, string | Promise<string>>();
  /** The paths that were read. */
  readonly reads: string[] = [];

  constructor(...folders: readonly (string | Uri)[]) {
    this.#folders = folders.map(it => (typeof it === 'string' ? uriOf(it) : it));
  }

  readonly folders = (): readonly Uri[] => this.#folders;

  setFolders(...paths: readonly string[]): void {
    this.#folders = paths.map(path => uriOf(path));
    this.#changed.fire();
  }

  readonly findGit = (): Promise<Git | undefined> => this.git;

  readonly readFile = async ({ path }: Uri): ReturnType<ReadFile> => {
    if ([...this.files.keys()].some(it => it.startsWith(`${path}/`))) return {};
    const file = this.files.get(path);
    if (file === undefined) return undefined;
    this.reads.push(path);
    return { text: await file };
  };
}

import { type Disposable, type Event, extensions, type Uri } from 'vscode';

/** What is used of the built-in Git extension's interface, version 1. */
export interface Git {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
}

/** A repository that the Git extension has found. Its remotes come a while after it. */
export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly remotes: readonly GitRemote[];
    readonly onDidChange: (listener: () => unknown) => Disposable;
  };
}

export interface GitRemote {
  readonly name: string;
  readonly fetchUrl?: string;
  readonly pushUrl?: string;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): Git;
}

/** The Git extension's interface; nothing where there is no such extension, as on the web, or it is switched off. */
export async function findGit(): Promise<Git | undefined> {
  try {
    const extension = extensions.getExtension<GitExtension>('vscode.git');
    // It starts with the window anyway; it may just not have come that far.
    const git = await extension?.activate();
    return git?.enabled ? git.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}

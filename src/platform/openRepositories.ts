import { Disposable, EventEmitter, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { remotesIn } from '../model/gitConfig';
import { isOn, type RemoteAddress, remoteAddress } from '../model/remoteAddress';
import { findGit, type Git, type GitRepository } from './git';

/** A repository by its address on GitHub. */
export interface OpenRepository {
  /** The login of its owner. */
  readonly owner: string;
  readonly name: string;
}

/**
 * The repositories that are open in the window, by the remotes of what the Git extension has found, by those in the
 * configuration of each workspace folder where there is no such extension, and by folders that are repositories on
 * GitHub themselves. Nothing is looked at before it is first asked for.
 */
export class OpenRepositories implements Disposable {
  readonly #site: () => Uri;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: Disposable[] = [
    workspace.onDidChangeWorkspaceFolders(() => {
      this.#folders = undefined;
      this.#changed.fire();
    }),
  ];
  readonly #watched = new Map<GitRepository, Disposable>();
  #git: Promise<Git | undefined> | undefined;
  #folders: Promise<RemoteAddress[]> | undefined;

  /** @param site the GitHub that is in use */
  constructor(site: () => Uri) {
    this.#site = site;
  }

  /** Tells which repositories of an organization are open. Names are the same whatever their case. */
  async lookUp(organization: string): Promise<(repository: { readonly name: string }) => boolean> {
    const names = new Set(
      (await this.all())
        .filter(({ owner }) => owner.toLowerCase() === organization.toLowerCase())
        .map(({ name }) => name.toLowerCase()),
    );
    return ({ name }) => names.has(name.toLowerCase());
  }

  /** The repositories that are open, each once. */
  async all(): Promise<readonly OpenRepository[]> {
    const site = this.#site().authority.replace(/:\d+$/, '').toLowerCase();
    const here = (await this.#addresses()).filter(address => isOn(address, site));
    return [
      ...new Map(
        here.map(({ owner, name }) => [`${owner}/${name}`.toLowerCase(), { owner, name }] as const),
      ).values(),
    ];
  }

  dispose(): void {
    Disposable.from(this.#changed, ...this.#subscriptions, ...this.#watched.values()).dispose();
  }

  async #addresses(): Promise<RemoteAddress[]> {
    this.#git ??= this.#startGit();
    const git = await this.#git;
    this.#folders ??= readFolders(workspace.workspaceFolders ?? []);
    const remotes = (git?.repositories ?? []).flatMap(({ state }) =>
      state.remotes.flatMap(({ fetchUrl, pushUrl }) => [fetchUrl, pushUrl].filter(url => url !== undefined)),
    );
    const found = remotes.map(remoteAddress).filter(address => address !== undefined);
    return [...found, ...(await this.#folders)];
  }

  async #startGit(): Promise<Git | undefined> {
    const git = await findGit();
    if (!git) return undefined;
    for (const repository of git.repositories) this.#watch(repository);
    this.#subscriptions.push(
      git.onDidOpenRepository(repository => {
        this.#watch(repository);
        this.#changed.fire();
      }),
      git.onDidCloseRepository(repository => {
        this.#watched.get(repository)?.dispose();
        this.#watched.delete(repository);
        this.#changed.fire();
      }),
    );
    return git;
  }

  /** The state of a repository changes with every edit: only other remotes are a change here. */
  #watch(repository: GitRepository): void {
    const remotes = (): string => repository.state.remotes.map(({ fetchUrl }) => fetchUrl).join(' ');
    let known = remotes();
    const subscription = repository.state.onDidChange(() => {
      if (remotes() === known) return;
      known = remotes();
      this.#changed.fire();
    });
    this.#watched.set(repository, subscription);
  }
}

async function readFolders(folders: readonly WorkspaceFolder[]): Promise<RemoteAddress[]> {
  return (await Promise.all(folders.map(({ uri }) => readFolder(uri)))).flat();
}

/** What a folder tells of itself: its address, or the remotes in its Git configuration. */
async function readFolder(uri: Uri): Promise<RemoteAddress[]> {
  const [owner, name] = uri.path.split('/').filter(part => part !== '');
  // Besides a state, which is in hexadecimal behind a plus sign, the authority is the name of the provider.
  const isVirtual = uri.scheme === 'vscode-vfs' && /^github(\+|$)/.test(uri.authority);
  if (isVirtual)
    return owner !== undefined && name !== undefined
      ? [{ host: 'github.com', owner, name, isSsh: false }]
      : [];
  try {
    const config = await workspace.fs.readFile(Uri.joinPath(uri, '.git', 'config'));
    return remotesIn(new TextDecoder().decode(config))
      .map(remoteAddress)
      .filter(address => address !== undefined);
  } catch {
    return [];
  }
}

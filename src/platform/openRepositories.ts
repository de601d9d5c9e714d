import { Disposable, EventEmitter, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { remotesIn } from '../model/gitConfig';
import { isOn, type RemoteAddress, remoteAddress } from '../model/remoteAddress';
import { findGit, type Git, type GitRepository } from './git';
import { fullNameOf, isLogin, isRepositoryName, type RepositoryAddress } from '../model/repositoryAddress';

/** The address of a remote. */
interface NamedAddress extends RemoteAddress {
  readonly remote: string;
}

/** What a workspace folder tells of itself. */
interface FolderAddresses {
  /** Its URI. */
  readonly folder: string;
  readonly addresses: readonly NamedAddress[];
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
  #folders: Promise<FolderAddresses[]> | undefined;

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
  async all(): Promise<readonly RepositoryAddress[]> {
    const git = (await this.#startedGit())?.repositories ?? [];
    const folders = await this.#readFolders();
    const here = this.#onSite([...git.flatMap(remotesOf), ...folders.flatMap(({ addresses }) => addresses)]);
    return [...new Map(here.map(it => [keyOf(it), { owner: it.owner, name: it.name }])).values()];
  }

  /** The repository that a workspace folder is a clone of, or a part of one. */
  async ofFolder(folder: Uri): Promise<RepositoryAddress | undefined> {
    const containing = ((await this.#startedGit())?.repositories ?? [])
      .filter(({ rootUri }) => isWithin(folder, rootUri))
      .sort((a, b) => b.rootUri.path.length - a.rootUri.path.length);
    const byGit = containing[0] && originOf(this.#onSite(remotesOf(containing[0])));
    const found = byGit ?? originOf(this.#onSite(await this.#ownAddresses(folder)));
    return found && { owner: found.owner, name: found.name };
  }

  dispose(): void {
    Disposable.from(this.#changed, ...this.#subscriptions, ...this.#watched.values()).dispose();
  }

  #startedGit(): Promise<Git | undefined> {
    this.#git ??= this.#startGit();
    return this.#git;
  }

  #readFolders(): Promise<FolderAddresses[]> {
    this.#folders ??= readFolders(workspace.workspaceFolders ?? []);
    return this.#folders;
  }

  async #ownAddresses(folder: Uri): Promise<readonly NamedAddress[]> {
    const uri = folder.toString();
    return (await this.#readFolders()).find(it => it.folder === uri)?.addresses ?? [];
  }

  /** The addresses that are on the GitHub in use. */
  #onSite<T extends RemoteAddress>(addresses: readonly T[]): T[] {
    const site = this.#site().authority.replace(/:\d+$/, '').toLowerCase();
    return addresses.filter(address => isOn(address, site));
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

function remotesOf({ state }: GitRepository): NamedAddress[] {
  return state.remotes.flatMap(({ name, fetchUrl, pushUrl }) => addressesOf(name, [fetchUrl, pushUrl]));
}

async function readFolders(folders: readonly WorkspaceFolder[]): Promise<FolderAddresses[]> {
  return Promise.all(
    folders.map(async ({ uri }) => ({ folder: uri.toString(), addresses: await readFolder(uri) })),
  );
}

/** What a folder tells of itself: its address, or the remotes in its Git configuration. */
async function readFolder(uri: Uri): Promise<NamedAddress[]> {
  const [owner = '', name = ''] = uri.path.split('/').filter(part => part !== '');
  // Besides a state, which is in hexadecimal behind a plus sign, the authority is the name of the provider.
  const isVirtual = uri.scheme === 'vscode-vfs' && /^github(\+|$)/.test(uri.authority);
  if (isVirtual)
    return isLogin(owner) && isRepositoryName(name)
      ? [{ host: 'github.com', owner, name, isSsh: false, remote: 'origin' }]
      : [];
  try {
    const config = await workspace.fs.readFile(Uri.joinPath(uri, '.git', 'config'));
    return remotesIn(new TextDecoder().decode(config)).flatMap(({ name, url }) => addressesOf(name, [url]));
  } catch {
    return [];
  }
}

/** The addresses of a remote that are those of repositories. */
function addressesOf(remote: string, urls: readonly (string | undefined)[]): NamedAddress[] {
  return urls.flatMap(url => {
    const address = url === undefined ? undefined : remoteAddress(url);
    return address ? [{ ...address, remote }] : [];
  });
}

/**
 * The repository that a clone is one of: its `origin`, as `git clone` names it, else its `upstream`, else the only one.
 * The `origin` of a fork's clone is the fork.
 */
function originOf(addresses: readonly NamedAddress[]): NamedAddress | undefined {
  const named = (name: string): NamedAddress | undefined => addresses.find(({ remote }) => remote === name);
  const [only, ...others] = addresses;
  const isOnly = others.every(other => isSame(other, only));
  return named('origin') ?? named('upstream') ?? (isOnly ? only : undefined);
}

function isSame(one: RepositoryAddress, other: RepositoryAddress | undefined): boolean {
  return keyOf(one) === (other && keyOf(other));
}

/** GitHub's names are the same whatever their case. */
function keyOf(address: RepositoryAddress): string {
  return fullNameOf(address).toLowerCase();
}

/** Whether a folder is another one or within it. */
function isWithin(folder: Uri, root: Uri): boolean {
  const [inner, outer] = [folder.toString(), root.toString()].map(uri => uri.replace(/\/*$/, '/'));
  return inner !== undefined && outer !== undefined && inner.startsWith(outer);
}

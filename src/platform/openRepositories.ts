import type { Uri } from 'vscode';
import { type Clock, systemClock } from '../model/clock';
import { Emitter, type Subscription } from '../model/event';
import { LimitedAnswer } from '../model/limitedAnswer';
import { keyOf, type NamedAddress, originOf } from '../model/namedAddress';
import { isOn, type RemoteAddress } from '../model/remoteAddress';
import type { RepositoryAddress } from '../model/repositoryAddress';
import { readFolder } from './folderAddresses';
import type { Git, GitRepository } from './git';
import { onDidChangeRemotes, remotesOf } from './gitRemotes';
import type { WindowFolders } from './windowFolders';

/**
 * How long the Git extension and each folder are waited for, in milliseconds. After that, they count as telling nothing; an
 * answer that comes then is a change.
 */
const patience = 3000;

/**
 * The repositories that are open in the window, by the remotes of what the Git extension has found, by those in the
 * configuration that each workspace folder leads to where there is no such extension, and by folders that are repositories on
 * GitHub themselves. Nothing is looked at before it is first asked for. What is slow to answer keeps nothing else waiting.
 */
export class OpenRepositories implements Subscription {
  readonly #window: WindowFolders;
  readonly #site: () => Pick<Uri, 'authority'>;
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: Subscription[];
  readonly #watched = new Map<GitRepository, Subscription>();
  readonly #clock: Clock;
  #git: LimitedAnswer<Git | undefined> | undefined;
  /** What each folder tells of itself, by its URI. */
  readonly #folders = new Map<string, LimitedAnswer<readonly NamedAddress[]>>();

  /** @param site the GitHub that is in use */
  constructor(window: WindowFolders, site: () => Pick<Uri, 'authority'>, clock: Clock = systemClock) {
    this.#clock = clock;
    this.#window = window;
    this.#site = site;
    this.#subscriptions = [
      window.onDidChange(() => {
        this.#folders.clear();
        this.#changed.fire();
      }),
    ];
  }

  /** Tells which repositories of an organization are open. Names are the same whatever their case. */
  async lookUp(organization: string): Promise<(repository: { readonly name: string }) => boolean> {
    const open = new Set((await this.all()).map(keyOf));
    return ({ name }) => open.has(keyOf({ owner: organization, name }));
  }

  /** The repositories that are open, each once. */
  async all(): Promise<readonly RepositoryAddress[]> {
    const [git, ...folders] = await Promise.all([
      this.#startedGit(),
      ...this.#window.folders().map(folder => this.#ownAddresses(folder)),
    ]);
    const here = this.#onSite([...(git?.repositories ?? []).flatMap(remotesOf), ...folders.flat()]);
    return [...new Map(here.map(it => [keyOf(it), { owner: it.owner, name: it.name }])).values()];
  }

  /** The repository that a workspace folder is a clone of, or a part of one. */
  async ofFolder(folder: Uri): Promise<RepositoryAddress | undefined> {
    const own = this.#ownAddresses(folder);
    const containing = ((await this.#startedGit())?.repositories ?? [])
      .filter(({ rootUri }) => isWithin(folder, rootUri))
      .sort((a, b) => b.rootUri.path.length - a.rootUri.path.length);
    const byGit = containing[0] && originOf(this.#onSite(remotesOf(containing[0])));
    const found = byGit ?? originOf(this.#onSite(await own));
    return found && { owner: found.owner, name: found.name };
  }

  dispose(): void {
    for (const it of [...this.#subscriptions, ...this.#watched.values()]) it.dispose();
  }

  #startedGit(): Promise<Git | undefined> {
    this.#git ??= this.#limited(this.#startGit(), undefined, git => {
      // They may have looked around themselves meanwhile.
      if (git) this.#folders.clear();
      return git !== undefined;
    });
    return this.#git.value;
  }

  #ownAddresses(folder: Uri): Promise<readonly NamedAddress[]> {
    const key = folder.toString();
    const known = this.#folders.get(key);
    if (known) return known.value;
    const asked: LimitedAnswer<readonly NamedAddress[]> = this.#limited(
      // Where there is a Git extension, it and the user decide about the folders around one that is open.
      readFolder(folder, this.#window, async () => !(await this.#startedGit())),
      [],
      addresses => addresses.length > 0 && this.#folders.get(key) === asked,
    );
    this.#folders.set(key, asked);
    return asked.value;
  }

  /** @param isChange whether a late answer tells something */
  #limited<T>(answer: Promise<T>, meanwhile: T, isChange: (late: T) => boolean): LimitedAnswer<T> {
    const onLate = (late: T): void => {
      if (isChange(late)) this.#changed.fire();
    };
    return new LimitedAnswer(answer, { limit: patience, meanwhile, onLate }, this.#clock);
  }

  /** The addresses that are on the GitHub in use. */
  #onSite<T extends RemoteAddress>(addresses: readonly T[]): T[] {
    const site = this.#site().authority.replace(/:\d+$/, '').toLowerCase();
    return addresses.filter(address => isOn(address, site));
  }

  async #startGit(): Promise<Git | undefined> {
    const git = await this.#window.findGit();
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

  #watch(repository: GitRepository): void {
    this.#watched.set(
      repository,
      onDidChangeRemotes(repository, () => this.#changed.fire()),
    );
  }
}

/** Whether a folder is another one or within it. */
function isWithin(folder: Uri, root: Uri): boolean {
  return withSlash(folder).startsWith(withSlash(root));
}

function withSlash(uri: Uri): string {
  return uri.toString().replace(/\/*$/, '/');
}

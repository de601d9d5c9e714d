import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';

const scheme = 'memory';

/** What stands at a place of the file system. */
export interface MemoryFile {
  /** Nothing where it vanishes before it is read; a promise where that takes until then. */
  readonly content?: string | Uint8Array | Promise<string>;
  /** What is told of its size, in bytes. Default: the size of its content. */
  readonly size?: number;
  readonly isFolder?: boolean;
}

/** A file system of its own, as remote and virtual workspaces have one. */
export class MemoryFiles {
  /** The paths of the files that were read. */
  readonly reads: string[] = [];
  readonly #files = new Map<string, MemoryFile>();
  readonly #registration: Disposable;

  constructor() {
    this.#registration = workspace.registerFileSystemProvider(scheme, this.#provider(), { isReadonly: true });
  }

  /** Puts a file there, and gives its address. */
  put(path: string, file: MemoryFile | string): Uri {
    this.#files.set(path, typeof file === 'string' ? { content: file } : file);
    return Uri.from({ scheme, path });
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #provider(): FileSystemProvider {
    const found = (uri: Uri): MemoryFile => {
      const file = this.#files.get(uri.path);
      if (file) return file;
      throw FileSystemError.FileNotFound(uri);
    };
    const refuse = (): never => {
      throw FileSystemError.NoPermissions('It can only be read.');
    };
    return {
      onDidChangeFile: new EventEmitter<FileChangeEvent[]>().event,
      watch: () => Disposable.from(),
      stat: uri => {
        const file = found(uri);
        const type = file.isFolder ? FileType.Directory : FileType.File;
        return { type, ctime: 0, mtime: 0, size: file.size ?? sizeOf(file) };
      },
      readFile: async uri => {
        this.reads.push(uri.path);
        const content = await found(uri).content;
        if (content === undefined) throw FileSystemError.FileNotFound(uri);
        return bytesOf(content);
      },
      readDirectory: () => [],
      createDirectory: refuse,
      writeFile: refuse,
      delete: refuse,
      rename: refuse,
    };
  }
}

/** Not known before it is there. */
function sizeOf({ content = '' }: MemoryFile): number {
  return content instanceof Promise ? 0 : bytesOf(content).byteLength;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

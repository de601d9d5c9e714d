/* global module, require, TextEncoder -- VS Code runs it as CommonJS */
// A file system in memory whose folders are clones of repositories, for VS Code for the web: `folder:/billing` is one of
// acme's, `folder://octocat/dotfiles` one of octocat's. `vscode-vfs://github/acme/billing` is the repository itself, as
// the extension GitHub Repositories shows it. The settings `openFolder.files` and `openFolder.remotes` give the
// texts of other files by their paths and the addresses of other remotes by their names.
const { EventEmitter, FileChangeType, FileSystemError, FileType, workspace } = require('vscode');

/** What the folder of billing declares: something for each kind of finding. */
const devcontainer = `{
\t"name": "billing",
\t"image": "mcr.microsoft.com/devcontainers/typescript-node:22",
\t// What a developer needs in a codespace.
\t"secrets": {
\t\t"NPM_TOKEN": {
\t\t\t"description": "Installs the packages of acme"
\t\t},
\t\t"STRIPE_SECRET_KEY": {
\t\t\t"description": "Charges test cards",
\t\t\t"documentationUrl": "https://docs.stripe.com/keys"
\t\t},
\t\t"AWS_ACCESS_KEY_ID": {
\t\t\t"description": "Reads invoices from the bucket"
\t\t},
\t\t"TAILSCALE_AUTH_KEY": {
\t\t\t"description": "Joins the private network"
\t\t},
\t\t"GEOCODING_API_KEY": {
\t\t\t"desciption": "Finds the tax zone of an address"
\t\t},
\t\t"2FA_SECRET": {}
\t},
\t"postCreateCommand": "npm ci"
}
`;

const files = new Map();
const folders = new Set(['/']);

function write(path, text) {
  files.set(path, { data: new TextEncoder().encode(text), mtime: Date.now() });
  addFolders(path);
}

function addFolders(path) {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    folders.add(path.slice(0, end));
}

/** A repository appears when somebody first looks at it. */
function openRepository({ scheme, authority, path }) {
  const [, first, second] = path.split('/');
  const isClone = scheme === 'folder';
  const root = isClone ? `/${first}` : `/${first}/${second}`;
  if (folders.has(root)) return;
  if (isClone) write(`${root}/.git/config`, gitConfig(authority || 'acme', first));
  write(`${root}/README.md`, `# ${root}\n`);
  const others = workspace.getConfiguration().get('openFolder.files');
  for (const [file, text] of Object.entries(others || { '.devcontainer/devcontainer.json': devcontainer }))
    write(`${root}/${file}`, text);
}

function gitConfig(owner, name) {
  const settings = workspace.getConfiguration();
  const host = settings.get('github-enterprise.uri') || 'https://github.com';
  const remotes = settings.get('openFolder.remotes') || { origin: `${host}/${owner}/${name}.git` };
  return Object.entries(remotes)
    .map(([remote, url]) => `[remote "${remote}"]\n\turl = ${url}\n`)
    .join('');
}

function activate(context) {
  const changed = new EventEmitter();
  const tell = (type, uri) => changed.fire([{ type, uri }]);
  const existing = uri => {
    openRepository(uri);
    const file = files.get(uri.path);
    if (!file) throw FileSystemError.FileNotFound(uri);
    return file;
  };
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat: uri => {
      openRepository(uri);
      if (folders.has(uri.path)) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      const { data, mtime } = existing(uri);
      return { type: FileType.File, ctime: 0, mtime, size: data.length };
    },
    readDirectory: uri => {
      openRepository(uri);
      const prefix = uri.path === '/' ? '/' : `${uri.path}/`;
      const within = paths => [...paths].filter(path => path.startsWith(prefix) && path !== '/');
      const names = paths =>
        within(paths)
          .map(path => path.slice(prefix.length))
          .filter(name => !name.includes('/'));
      return [
        ...names(folders).map(name => [name, FileType.Directory]),
        ...names(files.keys()).map(name => [name, FileType.File]),
      ];
    },
    createDirectory: uri => void folders.add(uri.path),
    readFile: uri => existing(uri).data,
    writeFile: (uri, data) => {
      const type = files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
      files.set(uri.path, { data, mtime: Date.now() });
      addFolders(uri.path);
      tell(type, uri);
    },
    delete: uri => {
      files.delete(uri.path);
      tell(FileChangeType.Deleted, uri);
    },
    rename: (from, to) => {
      files.set(to.path, existing(from));
      files.delete(from.path);
      tell(FileChangeType.Deleted, from);
      tell(FileChangeType.Created, to);
    },
  };
  // VS Code looks for the files that activate an extension by a search.
  const search = {
    provideFileSearchResults: (_query, { folder }) => {
      openRepository(folder);
      const paths = [...files.keys()].filter(path => path.startsWith(`${folder.path}/`));
      return paths.map(path => folder.with({ path }));
    },
  };
  for (const scheme of ['folder', 'vscode-vfs'])
    context.subscriptions.push(
      workspace.registerFileSystemProvider(scheme, provider, { isCaseSensitive: true }),
      workspace.registerFileSearchProvider(scheme, search),
    );
}

module.exports = { activate };

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installed, npmInstall } from './cache';
import { repository } from './repository';
import { serverVersion } from './version';

/** A running VS Code server. */
export interface Server {
  /** `http://127.0.0.1:PORT/`. */
  url: string;
  /** What a window must have in its cookie `vscode-tkn`, so that nobody else on this machine can use the server. */
  token: string;
  /** Rejects if the server ends before it is stopped. */
  ended: Promise<never>;
  stop(): Promise<void>;
}

/** Starts the VS Code server from npm with the Node that it asks for, to this machine only. */
export async function startServer(args: string[]): Promise<Server> {
  const node = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const version = serverVersion();
  const modules = await installed(
    [`code-server@${version.server}`, `${node}@${version.node}`],
    async folder => {
      const server = join(folder, 'code-server/lib/vscode');
      await npmInstall(server, '--omit=dev');
      await copyFile(
        join(repository, 'test/vscode/spdlog.cjs'),
        join(server, 'node_modules/@vscode/spdlog/index.js'),
      );
    },
  );
  const token = randomBytes(16).toString('hex');
  const main = join(modules, 'code-server/lib/vscode/out/server-main.js');
  const own = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--connection-token',
    token,
    '--accept-server-license-terms',
  ];
  const child = spawn(join(modules, node, 'bin/node'), [main, ...own, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // It asks no gallery for anything.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
  });
  const said: string[] = [];
  const gone = new Promise<void>(done => child.once('exit', () => done()));
  const ended = gone.then(() =>
    Promise.reject(new Error(`The VS Code server has ended:\n${said.join('\n')}`)),
  );
  ended.catch(() => undefined);
  const port = new Promise<string>(found => {
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', line => {
        said.push(line);
        const listening = /Extension host agent listening on (\d+)/.exec(line)?.[1];
        if (listening !== undefined) found(listening);
      });
  });
  child.once('error', error => said.push(error.message));
  return {
    url: `http://127.0.0.1:${await Promise.race([port, ended])}/`,
    token,
    ended,
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

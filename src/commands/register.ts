import { commands as vscodeCommands, Disposable, type LogOutputChannel } from 'vscode';
import { commands } from '../manifest';
import type { DeferredCommands } from './deferredCommands';

/** Registers every command of the manifest. The log can be shown even if the others can't be loaded. */
export function registerCommands(deferred: DeferredCommands, log: LogOutputChannel): Disposable {
  const { showLog, ...others } = commands;
  return Disposable.from(
    deferred,
    vscodeCommands.registerCommand(showLog, () => log.show()),
    ...Object.values(others).map(id =>
      vscodeCommands.registerCommand(id, (...args: unknown[]) => deferred.run(id, args)),
    ),
  );
}

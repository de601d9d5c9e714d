import { commands } from 'vscode';
import { views } from '../../src/manifest';

/** Selects no row, for a command from the palette that is to ask: a secret that was revealed before is selected. */
export async function selectNothing(): Promise<void> {
  for (const view of Object.values(views)) {
    await commands.executeCommand(`${view}.focus`);
    await commands.executeCommand('list.clear');
  }
}

/** The row of a secret of `acme`. */
export function secretNode(name: string): object {
  return { kind: 'secret', organization: 'acme', name };
}

/** Runs a command on secrets of `acme` as a selection of several does. */
export function runOn(id: string, ...names: string[]): Thenable<unknown> {
  const nodes = names.map(secretNode);
  return commands.executeCommand(id, nodes[0], nodes);
}

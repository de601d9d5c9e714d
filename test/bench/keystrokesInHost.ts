import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ConfigurationTarget, Position, type TextDocument, workspace, WorkspaceEdit } from 'vscode';
import { settings } from '../../src/manifest';
import { declaring, open, saidOf } from '../integration/devcontainerFile';
import { gitHub } from '../integration/gitHub';
import { until } from '../integration/person';
import { addFolder } from '../integration/workspaceFolder';
import { median } from './median';

/** What one keystroke costs, in milliseconds, and how many requests all of them together have caused. */
export interface KeystrokeCosts {
  /** Of the extension host's processor, with the pause after it. */
  readonly processor: number;
  /** Until VS Code has told everybody. */
  readonly untilTold: number;
  readonly requests: number;
}

/** With the setting on, and with it off. */
export interface KeystrokeTimes {
  readonly on: KeystrokeCosts;
  readonly off: KeystrokeCosts;
}

const names = Array.from({ length: 20 }, (_, index) => `SECRET_${index}`);
/** Longer than the pause after which a text is read. */
const pauseMs = 250;
const [rounds, keystrokes] = [6, 20];

/** What VS Code calls in its extension host. */
export async function run(): Promise<void> {
  const folder = await addFolder('acme/billing', { '.devcontainer/devcontainer.json': declaring(...names) });
  const document = await open(folder);
  const measured: Record<'on' | 'off', KeystrokeCosts[]> = { on: [], off: [] };
  // Side by side, so that whatever else the machine does is shared out.
  for (let round = 0; round < rounds; round += 1)
    for (const setting of ['on', 'off'] as const) {
      await set(setting === 'on');
      await until(() => saidOf(document).length === (setting === 'on' ? names.length : 0) || undefined);
      measured[setting].push(await costsOf(document));
    }
  await set(undefined);
  await folder.remove();
  const times: KeystrokeTimes = { on: middle(measured.on), off: middle(measured.off) };
  writeFileSync(join(__dirname, 'keystrokes.json'), JSON.stringify(times));
}

async function set(isOn: boolean | undefined): Promise<void> {
  await workspace.getConfiguration().update(settings.checkDevcontainer, isOn, ConfigurationTarget.Global);
}

/** Types into the comment at the start, a letter at a time. */
async function costsOf(document: TextDocument): Promise<KeystrokeCosts> {
  await gitHub.forgetRequests();
  const before = process.cpuUsage();
  let untilTold = 0;
  for (let count = 0; count < keystrokes; count += 1) {
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(1, 6), 'x');
    const start = performance.now();
    await workspace.applyEdit(edit);
    untilTold += performance.now() - start;
    await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
  const { user, system } = process.cpuUsage(before);
  return {
    processor: (user + system) / 1000 / keystrokes,
    untilTold: untilTold / keystrokes,
    requests: (await gitHub.requests()).length,
  };
}

function middle(costs: readonly KeystrokeCosts[]): KeystrokeCosts {
  return {
    processor: median(costs.map(({ processor }) => processor)),
    untilTold: median(costs.map(({ untilTold }) => untilTold)),
    requests: Math.max(...costs.map(({ requests }) => requests)),
  };
}

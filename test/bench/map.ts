import type { Frame } from 'playwright-core';
import type { SecretApp } from '../../src/model/secretApp';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import { largeFixture } from '../github/fixtures';
import { AccessMapPage } from '../e2e/accessMapPage';
import { closeAll, openWindow } from '../e2e/window';
import { median } from './median';
import { printTable } from './table';

const size = { repositories: 10_000, secrets: 100, selectedPerSecret: 250 };
const steps = 120;

/** A map that everybody could have, and one that is ten times as wide and as high. */
const sizes = {
  usual: { repositories: 1000, actions: { secrets: 40, selected: 12 } },
  large: { repositories: 10_000, actions: { secrets: 400, selected: 120 } },
};
/** How often each of them is opened. */
const windows = 3;
/** How many times as long the first paint of the large map should take at the most. */
const goal = 1.5;

/** What the access map of a large organization takes in a browser. */
export async function benchMap(): Promise<void> {
  await benchScrolling();
  await benchFirstPaint();
}

/** How long the access map of a large organization takes to show, and to scroll by a step, in a browser. */
async function benchScrolling(): Promise<void> {
  const fakeGitHub = await startFakeGitHub({ fixture: largeFixture(size) });
  try {
    const { frame, paint } = await openMap(fakeGitHub, 'codespaces');
    const down = await scroll(frame, 0, 72);
    const fast = await scroll(frame, 0, 2400);
    const across = await scroll(frame, 36, 0);
    const drawn = await frame.evaluate(() => document.querySelectorAll('[role="gridcell"]').length);
    printTable(
      `Access map, ${size.secrets} secrets by ${size.repositories.toLocaleString('en')} repositories`,
      ['what', 'median ms', 'worst ms', 'median work ms', 'worst work ms'],
      [
        ['first paint after the data', Math.round(paint), Math.round(paint), '', ''],
        ['scroll step: three rows', ...down],
        ['scroll step: a hundred rows', ...fast],
        ['scroll step: a column', ...across],
      ],
    );
    console.log(
      `\n${drawn} cells of ${(size.secrets * size.repositories).toLocaleString('en')} are in the page.`,
    );
  } finally {
    await closeAll();
    await fakeGitHub.close();
  }
}

/** The first paint of a map of 400 secrets and 10,000 repositories beside that of a tenth of both, in turns. */
async function benchFirstPaint(): Promise<void> {
  const paints = { usual: [] as number[], large: [] as number[] };
  for (let times = 0; times < windows; times += 1)
    for (const which of ['usual', 'large'] as const) paints[which].push(await paintOf(sizes[which]));
  const [usual, large] = [median(paints.usual), median(paints.large)];
  const ratio = large / usual;
  printTable(
    `First paint of the access map after its data, median of ${windows} windows`,
    ['secrets by repositories', 'ms', 'ratio', 'goal'],
    [
      ['40 by 1,000', Math.round(usual), 1, ''],
      ['400 by 10,000', Math.round(large), ratio.toFixed(2), goal],
    ],
  );
}

async function paintOf({ repositories, actions }: (typeof sizes)['usual']): Promise<number> {
  const fixture = largeFixture({ repositories, secrets: 0, selectedPerSecret: 250, actions });
  const fakeGitHub = await startFakeGitHub({ fixture });
  try {
    return (await openMap(fakeGitHub, 'actions')).paint;
  } finally {
    await closeAll();
    await fakeGitHub.close();
  }
}

/** Opens the map of an app's secrets in a window of its own, and gives how long it took to be painted. */
async function openMap(
  fakeGitHub: FakeGitHubServer,
  app: SecretApp,
): Promise<{ readonly frame: Frame; readonly paint: number }> {
  const held = fakeGitHub.fault({ kind: 'hold', path: `/orgs/acme/${app}/secrets` });
  const window = await openWindow({ fakeGitHub, settings: { 'codespacesOrgSecrets.apps': [app] } });
  await window.openContainer();
  await window.run('Codespaces Secrets: Open Access Map');
  const map = new AccessMapPage(window);
  await map.screen.filter({ visible: true }).waitFor();
  const frame = await map.contentFrame();
  await held.holding();
  const painted = frame.evaluate(firstPaint);
  held.release();
  return { frame, paint: await painted };
}

/** Milliseconds from the arrival of the data to the end of the frame that shows it. Runs in the page of the map. */
function firstPaint(): Promise<number> {
  return new Promise(resolve => {
    addEventListener('message', ({ data, timeStamp }: MessageEvent<{ type: string }>) => {
      if (data.type !== 'access') return;
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
    });
  });
}

/** Median and worst of the time between frames, and of the work in a frame, while the map scrolls step by step. */
async function scroll(frame: Frame, left: number, top: number): Promise<string[]> {
  const { frames, work } = await frame.evaluate(scrollSteps, { left, top, steps });
  return [...medianAndWorst(frames), ...medianAndWorst(work)];
}

/**
 * Runs in the page of the map. No function is named in it: tsx would want a helper for that.
 * A frame's work ends when what comes after painting has its turn.
 */
async function scrollSteps(step: {
  left: number;
  top: number;
  steps: number;
}): Promise<{ frames: number[]; work: number[] }> {
  const grid = document.querySelector('.grid');
  grid?.scrollTo(0, 0);
  await new Promise(resolve => requestAnimationFrame(resolve));
  const [frames, work]: [number[], number[]] = [[], []];
  let last = await new Promise<number>(resolve => requestAnimationFrame(resolve));
  for (let index = 0; index < step.steps; index += 1) {
    grid?.scrollBy(step.left, step.top);
    const now = await new Promise<number>(resolve => requestAnimationFrame(resolve));
    const { port1, port2 } = new MessageChannel();
    await new Promise<unknown>(resolve => {
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
    frames.push(now - last);
    work.push(performance.now() - now);
    last = now;
  }
  return { frames, work };
}

function medianAndWorst(times: readonly number[]): string[] {
  return [median(times), Math.max(...times)].map(time => time.toFixed(1));
}

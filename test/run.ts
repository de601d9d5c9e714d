import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `reporter.cjs` writes. */
interface Figures {
  passed: number;
  failed: number;
  pending: number;
}

const mocha = [
  'node_modules/mocha/bin/mocha.js',
  '--reporter=test/reporter.cjs',
  '--forbid-only',
  '--forbid-pending',
  '--fail-zero',
];

/** What a suite runs. */
interface Suite {
  /** A program and its arguments. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** The suite that it runs beside where both are to run, since both mostly wait. */
  readonly beside?: string;
  /** Where it runs in two processes at once: the folder of its test files, which they share out. */
  readonly sharedOut?: string;
}

const suites: Record<string, Suite> = {
  unit: { args: [...mocha, '--timeout=20000', 'test/unit/**/*.test.ts'] },
  package: { args: [...mocha, '--timeout=60000', 'test/package/*.test.ts'] },
  integration: { args: ['test/integration/run.ts'] },
  // The same tests in the oldest VS Code that the manifest allows.
  minimum: {
    args: ['test/integration/run.ts'],
    env: { VSCODE_VERSION: 'minimum' },
    beside: 'integration',
  },
  e2e: {
    // A whole window on a busy machine can miss a moment that no condition tells of. A test that fails is run once more.
    args: [...mocha, '--require=test/e2e/hooks.ts', '--timeout=150000', '--retries=1'],
    sharedOut: 'test/e2e',
  },
};

/** Runs the suites that the arguments name, all of them even if one fails, and prints the sum. */
async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const unknown = names.filter(name => !(name in suites));
  if (names.length === 0 || unknown.length > 0)
    throw new Error(
      `Usage: run.ts ${Object.keys(suites).join('|')}...; not ${unknown.join(', ') || 'nothing'}`,
    );
  let [passed, failed] = [0, 0];
  for (const group of groups(names))
    for (const figures of await runSideBySide(await processesOf(group))) {
      passed += figures.passed;
      failed += figures.failed;
    }
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

/** The suites in their order; those that run at the same time are one group. */
function groups(names: readonly string[]): string[][] {
  const isBeside = (name: string): boolean => names.includes(suites[name]?.beside ?? '');
  return names
    .filter(name => !isBeside(name))
    .map(name => [name, ...names.filter(it => suites[it]?.beside === name)]);
}

/** What runs in a process of its own. */
interface Run extends Suite {
  readonly name: string;
}

async function processesOf(names: readonly string[]): Promise<Run[]> {
  const runs = names.map(async (name): Promise<Run[]> => {
    const suite = suites[name] ?? { args: [] };
    if (suite.sharedOut === undefined) return [{ name, ...suite }];
    const halves = await inHalves(suite.sharedOut);
    return halves.map((files, index) => ({
      ...suite,
      name: `${name} ${index + 1} of ${halves.length}`,
      args: [...suite.args, ...files],
    }));
  });
  return (await Promise.all(runs)).flat();
}

/** The test files of a folder in two halves, each with about as much to test as the other. */
async function inHalves(folder: string): Promise<string[][]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.test.ts'));
  const sized = await Promise.all(
    files.map(file => join(folder, file)).map(async file => ({ file, size: (await stat(file)).size })),
  );
  const [one, other] = [emptyHalf(), emptyHalf()];
  for (const { file, size } of sized.sort((a, b) => b.size - a.size)) {
    const smaller = one.size <= other.size ? one : other;
    smaller.files.push(file);
    smaller.size += size;
  }
  return [one.files.sort(), other.files.sort()];
}

interface Half {
  readonly files: string[];
  size: number;
}

function emptyHalf(): Half {
  return { files: [], size: 0 };
}

/** Runs processes at the same time. What the first one prints is shown at once, and of each other one when all have ended. */
async function runSideBySide(runs: readonly Run[]): Promise<Figures[]> {
  const started = runs.map((run, index) => {
    const lines: Buffer[] = [];
    return { figures: start(run, index > 0 ? lines : undefined), lines };
  });
  const all = await Promise.all(started.map(({ figures }) => figures));
  for (const { lines } of started) process.stdout.write(Buffer.concat(lines));
  return all;
}

/** @param kept gets what is printed, where that is not shown at once */
async function start({ name, args, env }: Run, kept?: Buffer[]): Promise<Figures> {
  const print = (text: string): void => {
    if (kept) kept.push(Buffer.from(`${text}\n`));
    else console.log(text);
  };
  print(`\n== ${name}`);
  const folder = await mkdtemp(join(tmpdir(), 'figures-'));
  const file = join(folder, 'figures.json');
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    stdio: ['ignore', kept ? 'pipe' : 'inherit', kept ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env, MOCHA_FIGURES: file },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => kept?.push(data));
  process.once('SIGTERM', () => child.kill());
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail).once('close', done);
  });
  const none: Figures = { passed: 0, failed: 0, pending: 0 };
  const figures = await readFile(file, 'utf8').then(
    text => JSON.parse(text) as Figures,
    () => none,
  );
  await rm(folder, { recursive: true });
  const failed = figures.failed + figures.pending;
  // A suite that broke off, or in which nothing ran, has failed as a whole.
  const broken = failed === 0 && (code !== 0 || figures.passed === 0);
  if (broken) print(`The suite ${name} has failed (exit code ${String(code)}).`);
  return { ...figures, failed: broken ? 1 : failed };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

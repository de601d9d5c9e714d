import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { npmBrowser } from './npmBrowser';

const onPath = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const onWindows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page that a test answers itself counts as public, and may otherwise open no socket to this machine.
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
];

/** Starts the system's Chrome or Chromium without a window (`CHROME` names another), else the one that npm has. */
export async function launchBrowser(args: string[] = []): Promise<Browser> {
  const own = systemBrowser();
  const { executablePath, env } = own ? { executablePath: own, env: {} } : await npmBrowser();
  return chromium.launch({
    executablePath,
    // Containers, where tests mostly run, seldom allow Chromium its sandbox; only pages of this repository are opened.
    chromiumSandbox: false,
    args: [...flags, ...args],
    env: { ...definedEnvironment(), ...env },
    handleSIGINT: false,
    handleSIGTERM: false,
  });
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

/** The path of the Chrome, Chromium or Edge that the system has, or the one that `CHROME` names (`npm`: none of them). */
function systemBrowser(): string | undefined {
  const { CHROME: named, PATH: path = '', PROGRAMFILES: programs, LOCALAPPDATA: local } = process.env;
  if (named === 'npm') return undefined;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME names ${named}, which does not exist`);
    return named;
  }
  return candidates(path, [programs, process.env['PROGRAMFILES(X86)'], local]).find(candidate =>
    existsSync(candidate),
  );
}

function candidates(path: string, programFolders: (string | undefined)[]): string[] {
  if (process.platform === 'darwin') return onMac;
  if (process.platform === 'win32')
    return programFolders.flatMap(folder => (folder ? onWindows.map(program => join(folder, program)) : []));
  return onPath.flatMap(name => path.split(delimiter).map(folder => join(folder, name)));
}

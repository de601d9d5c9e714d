import { env } from 'vscode';

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** A past moment in words, in VS Code's display language: "3 days ago", "yesterday". */
export function relativeTime(moment: Date, now = new Date()): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  const format = new Intl.RelativeTimeFormat(env.language, { numeric: 'auto' });
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return format.format(Math.trunc(seconds / length), unit);
}

/** A moment in full, in VS Code's display language and the machine's time zone. */
export function exactTime(moment: Date): string {
  return new Intl.DateTimeFormat(env.language, { dateStyle: 'full', timeStyle: 'long' }).format(moment);
}

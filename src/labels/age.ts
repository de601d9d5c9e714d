import { env, l10n } from 'vscode';

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago a moment was: "3 days ago", "yesterday", and "just now" for less than a minute. */
export function timeAgo(moment: Date, now = new Date()): string {
  const age = ageOf(moment, now);
  if (!age) return l10n.t('just now');
  return new Intl.RelativeTimeFormat(env.language, { numeric: 'auto' }).format(-age.count, age.unit);
}

/** How much time has passed since a moment: "2 years". */
export function timeSince(moment: Date, now = new Date()): string {
  const age = ageOf(moment, now);
  if (!age) return l10n.t('just now');
  const { count, unit } = age;
  return new Intl.NumberFormat(env.language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** A moment in full, in the machine's time zone. */
export function exactTime(moment: Date): string {
  return new Intl.DateTimeFormat(env.language, { dateStyle: 'full', timeStyle: 'long' }).format(moment);
}

/** In the largest unit of which one has passed; nothing for less than a minute, or for the future. */
function ageOf(moment: Date, now: Date): { count: number; unit: Intl.RelativeTimeFormatUnit } | undefined {
  const seconds = Math.round((now.getTime() - moment.getTime()) / 1000);
  const found = units.find(([, length]) => seconds >= length);
  return found && { count: Math.trunc(seconds / found[1]), unit: found[0] };
}

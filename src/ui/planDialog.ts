import { l10n, window } from 'vscode';
import { visibilityLabel } from '../host/words';
import type { Effect, Summary } from '../model/plan';
import type { SecretReference } from '../model/secret';

/** Shows what a plan does, in words and counts, and asks whether to go on. */
export async function confirmPlan(summary: Summary): Promise<boolean> {
  const { effects, requests, seconds } = summary;
  const detail = [
    ...effects.map(effectSentence),
    '',
    l10n.t('{0} requests, about {1}.', requests, duration(seconds)),
  ].join('\n');
  const apply = l10n.t('Apply');
  const question = l10n.t('Change who receives {0}?', names(effects.map(({ secret }) => secret)));
  return (await window.showWarningMessage(question, { modal: true, detail }, apply)) === apply;
}

/** What a plan does to one secret: "12 repositories gain NPM_TOKEN, 3 lose it." */
export function effectSentence({ secret: { name }, before, after, gain, lose }: Effect): string {
  const counts =
    gain > 0
      ? lose > 0
        ? l10n.t(
            '{0}, {1}.',
            gains(gain, name),
            lose === 1 ? l10n.t('1 loses it') : l10n.t('{0} lose it', lose),
          )
        : `${gains(gain, name)}.`
      : lose === 0
        ? l10n.t('No repository gains or loses {0}.', name)
        : lose === 1
          ? l10n.t('1 repository loses {0}.', name)
          : l10n.t('{0} repositories lose {1}.', lose, name);
  if (before.visibility === after.visibility) return counts;
  const [from, to] = [before, after].map(({ visibility }) => visibilityLabel(visibility).toLocaleLowerCase());
  return l10n.t('{0} Its visibility goes from "{1}" to "{2}".', counts, from ?? '', to ?? '');
}

/** Secrets in a few words: the name of a single one, or how many they are. */
export function names(secrets: readonly SecretReference[]): string {
  const [first] = secrets;
  return first && secrets.length === 1 ? first.name : l10n.t('{0} secrets', secrets.length);
}

function gains(count: number, name: string): string {
  return count === 1
    ? l10n.t('1 repository gains {0}', name)
    : l10n.t('{0} repositories gain {1}', count, name);
}

function duration(seconds: number): string {
  if (seconds === 1) return l10n.t('1 second');
  return seconds < 90 ? l10n.t('{0} seconds', seconds) : l10n.t('{0} minutes', Math.ceil(seconds / 60));
}

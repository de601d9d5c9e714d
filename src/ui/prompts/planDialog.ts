import { l10n } from 'vscode';
import { repositoryCount, visibilityLabel } from '../../labels/words';
import { type Effect, publicCount, type Summary } from '../../model/plan';
import type { Repository } from '../../model/repository';
import type { SecretReference } from '../../model/secret';
import { listed } from '../failures';
import { showWarning } from '../messages';

/** Shows what a plan does, in words and counts, and asks whether to go on. */
export async function confirmPlan(summary: Summary): Promise<boolean> {
  const { effects, requests, seconds } = summary;
  const detail = [
    ...effects.map(effectSentence),
    ...effects.flatMap(effect => (revokesAll(effect) ? [allRevokedSentence(effect)] : [])),
    '',
    l10n.t('{0} requests, about {1}.', requests, duration(seconds)),
  ].join('\n');
  const apply = l10n.t('Apply');
  return (await showWarning(question(effects), { modal: true, detail }, apply)) === apply;
}

/** Who gains access stands in the question where a visibility widens, since that reaches repositories nobody named. */
function question(effects: readonly Effect[]): string {
  const [effect, ...others] = effects;
  const isWidened =
    effect && others.length === 0 && effect.gained.length > 0 && effect.after.visibility !== 'selected';
  if (!isWidened) return l10n.t('Change who receives {0}?', names(effects.map(({ secret }) => secret)));
  const { name, organization } = effect.secret;
  const count = repositoryCount(effect.reached.length);
  if (effect.after.visibility === 'private')
    return l10n.t(
      'Make {0} available to all private and internal repositories of {1} ({2})?',
      name,
      organization,
      count,
    );
  const open = publicCount(effect.reached);
  return open === 0
    ? l10n.t('Make {0} available to all repositories of {1} ({2})?', name, organization, count)
    : l10n.t(
        'Make {0} available to all repositories of {1} ({2}, {3} of them public)?',
        name,
        organization,
        count,
        open,
      );
}

/** Whether a secret was selected for some repositories, and is for none afterwards. */
export function revokesAll({ before, after, lost }: Effect): boolean {
  return (
    lost.length > 0 &&
    before.selection.length > 0 &&
    after.visibility === 'selected' &&
    after.selection.length === 0
  );
}

function allRevokedSentence({ secret: { name }, lost }: Effect): string {
  return l10n.t('No repository can use {0} afterwards. Revoked: {1}.', name, listed(lost.map(it => it.name)));
}

/** What a plan does to one secret: "12 repositories gain NPM_TOKEN, 3 lose it." */
export function effectSentence({ secret: { name }, before, after, gained, lost }: Effect): string {
  const [gain, lose] = [gained.length, lost.length];
  const counts =
    gain > 0
      ? lose > 0
        ? l10n.t(
            '{0}, {1}.',
            gains(gained, name),
            lose === 1 ? l10n.t('1 loses it') : l10n.t('{0} lose it', lose),
          )
        : `${gains(gained, name)}.`
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

/** Public repositories are counted apart: what runs in one can be started by strangers. */
function gains(gained: readonly Repository[], name: string): string {
  const open = publicCount(gained);
  const count = gained.length;
  if (count === 1)
    return open === 1
      ? l10n.t('1 public repository gains {0}', name)
      : l10n.t('1 repository gains {0}', name);
  return open === 0
    ? l10n.t('{0} repositories gain {1}', count, name)
    : l10n.t('{0} repositories ({1} of them public) gain {2}', count, open, name);
}

function duration(seconds: number): string {
  if (seconds === 1) return l10n.t('1 second');
  return seconds < 90 ? l10n.t('{0} seconds', seconds) : l10n.t('{0} minutes', Math.ceil(seconds / 60));
}

import { l10n } from 'vscode';
import { type Effect, publicCount, type Summary } from '../model/plan';
import type { Repository } from '../model/repository';
import { secretTitle } from './apps';
import { duration, repositoryCount, secretCount } from './counts';
import { listed, names } from './names';
import { visibilityLabel } from './visibility';
import { number } from './number';
import { ownerName } from '../model/secretStore';

/** The dialog that confirms a plan. */
export const accessPlanLabels = {
  /** Says who gets access if a visibility widens, because that includes repositories that nobody named. */
  question: (effects: readonly Effect[]): string => {
    const [effect, ...others] = effects;
    const isWidened =
      effect && others.length === 0 && effect.gained.length > 0 && effect.after.visibility !== 'selected';
    return isWidened
      ? wideningQuestion(effect)
      : l10n.t('Change access to {0}?', names(effects.map(({ secret }) => secret)));
  },
  effect: plannedEffect,
  /** For a secret that no repository can use after the plan. */
  allRevoked: ({ secret, lost }: Effect): string =>
    l10n.t(
      'After this, no repository can use {0}. Revoked from: {1}.',
      secretTitle(secret),
      listed(lost.map(it => it.name)),
    ),
  cost: ({ requests, seconds }: Summary): string =>
    l10n.t('{0} requests, about {1}.', requests, duration(seconds)),
  apply: (): string => l10n.t('Apply'),
};

function wideningQuestion({ secret, after, reached }: Effect): string {
  const [name, organization] = [secretTitle(secret), ownerName(secret.owner)];
  const count = repositoryCount(reached.length);
  if (after.visibility === 'private')
    return l10n.t(
      'Make {0} available to all private and internal repositories of {1} ({2})?',
      name,
      organization,
      count,
    );
  const open = publicCount(reached);
  return open === 0
    ? l10n.t('Make {0} available to all repositories of {1} ({2})?', name, organization, count)
    : l10n.t(
        'Make {0} available to all repositories of {1} ({2}, {3} public)?',
        name,
        organization,
        count,
        open,
      );
}

/** What a plan will do to one secret: "Grants NPM_TOKEN to 12 repositories (5 public) and revokes it from 3." */
function plannedEffect({ secret, before, after, gained, lost }: Effect): string {
  const name = secretTitle(secret);
  const access =
    gained.length === 0 && lost.length === 0
      ? l10n.t('The same repositories can use {0}.', name)
      : lost.length === 0
        ? l10n.t('Grants {0} to {1}.', name, countWithPublic(gained))
        : gained.length === 0
          ? l10n.t('Revokes {0} from {1}.', name, repositoryCount(lost.length))
          : l10n.t(
              'Grants {0} to {1} and revokes it from {2}.',
              name,
              countWithPublic(gained),
              number(lost.length),
            );
  if (before.visibility === after.visibility) return access;
  const [from, to] = visibilities(before, after);
  return l10n.t('{0} Changes its visibility from "{1}" to "{2}".', access, from, to);
}

/** How many secrets get a sentence each. */
const sentencesRoom = 2;

/** What was done: "Access to 5 secrets changed: NPM_TOKEN +12 -3, ..." where it is to many secrets. */
export function effectsSentence(effects: readonly Effect[]): string {
  if (effects.length <= sentencesRoom) return effects.map(effectSentence).join(' ');
  const words = effects.map(({ secret: { name }, gained, lost }) =>
    [
      name,
      ...(gained.length > 0 ? [`+${gained.length}`] : []),
      ...(lost.length > 0 ? [`-${lost.length}`] : []),
    ].join(' '),
  );
  return l10n.t('Access to {0} changed: {1}.', secretCount(effects.length), listed(words, 5));
}

/** What was done to one secret: "12 repositories (5 public) can now use NPM_TOKEN. 3 repositories no longer can." */
function effectSentence({ secret, before, after, gained, lost }: Effect): string {
  const name = secretTitle(secret);
  const access =
    gained.length === 0 && lost.length === 0
      ? l10n.t('The same repositories can use {0}.', name)
      : lost.length === 0
        ? l10n.t('{0} can now use {1}.', countWithPublic(gained), name)
        : gained.length === 0
          ? l10n.t('{0} can no longer use {1}.', repositoryCount(lost.length), name)
          : l10n.t(
              '{0} can now use {1}. {2} no longer can.',
              countWithPublic(gained),
              name,
              repositoryCount(lost.length),
            );
  if (before.visibility === after.visibility) return access;
  const [from, to] = visibilities(before, after);
  return l10n.t('{0} Its visibility changed from "{1}" to "{2}".', access, from, to);
}

/** Public repositories are counted separately, because strangers can start what runs in them. */
function countWithPublic(repositories: readonly Repository[]): string {
  const [count, open] = [repositories.length, publicCount(repositories)];
  if (open === 0) return repositoryCount(count);
  return count === 1
    ? l10n.t('1 public repository')
    : l10n.t('{0} repositories ({1} public)', number(count), number(open));
}

function visibilities(before: Effect['before'], after: Effect['after']): [string, string] {
  return [
    visibilityLabel(before.visibility).toLocaleLowerCase(),
    visibilityLabel(after.visibility).toLocaleLowerCase(),
  ];
}

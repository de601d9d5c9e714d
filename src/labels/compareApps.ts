import { l10n } from 'vscode';
import type { AccessGap, AppDifference } from '../model/appComparison';
import type { SecretApp } from '../model/secretApp';
import { aboutApp, appLabel } from './apps';
import { repositoryCount } from './counts';
import { listed } from './names';
import { number } from './number';

/** The words of Compare Apps. */
export const compareAppsLabels = {
  pickTitle: (): string => l10n.t('Compare Apps'),
  title: (organization: string): string => l10n.t('Compare Apps in {0}', organization),
  question: (isLoading: boolean): string =>
    isLoading ? l10n.t('Fix which secret? (loading...)') : l10n.t('Fix which secret?'),
  none: (): string => l10n.t('All secrets have the same access in these apps'),
  actionTitle: (name: string): string => l10n.t('Compare Apps: {0}', name),
  actionQuestion: (): string => l10n.t('What do you want to do?'),
  create: (app: SecretApp): string => l10n.t('Create in {0}...', appLabel(app)),
  createHint: (): string => l10n.t('You enter the value, because GitHub never shows it'),
  copy: (from: SecretApp, to: SecretApp): string =>
    l10n.t('Copy Access from {0} to {1}...', appLabel(from), appLabel(to)),
  /** @param app the only one that is shown */
  oneApp: (app: SecretApp): string =>
    l10n.t('Only {0} secrets are shown. To compare apps, show at least two.', appLabel(app)),
  chooseApps: (): string => l10n.t('Choose Apps...'),
};

/** The names of apps: "Codespaces, Actions". */
export function appNames(apps: readonly SecretApp[]): string {
  return listed(apps.map(appLabel));
}

/** What differs in a few words: "not in Dependabot", and the app in which most repositories lack access. */
export function differenceDescription({ missing, gaps }: AppDifference): string {
  const [first, ...others] = gaps;
  const widest = first && others.reduce((a, b) => (b.repositories > a.repositories ? b : a), first);
  return [
    ...(missing.length > 0 ? [l10n.t('not in {0}', appNames(missing))] : []),
    ...(widest ? [gapWords(widest)] : []),
  ].join(' · ');
}

/** How many repositories can use it in each app: "Codespaces: 2 repositories · Actions: 12 repositories". */
export function differenceDetail({ secrets }: AppDifference): string {
  return secrets
    .map(({ secret, repositories }) => aboutApp(secret.app, repositoryCount(repositories)))
    .join(' · ');
}

/** What copying access does, short enough to stand beside it: "10 repositories gain access", "2 gain access, 1 loses it". */
export function copyDescription(gained: number, lost: number): string {
  if (lost === 0)
    return gained === 1
      ? l10n.t('1 repository gains access')
      : l10n.t('{0} gain access', repositoryCount(gained));
  if (gained === 0)
    return lost === 1
      ? l10n.t('1 repository loses access')
      : l10n.t('{0} lose access', repositoryCount(lost));
  const gains = gained === 1 ? l10n.t('1 gains access') : l10n.t('{0} gain access', number(gained));
  const losses = lost === 1 ? l10n.t('1 loses it') : l10n.t('{0} lose it', number(lost));
  return l10n.t('{0}, {1}', gains, losses);
}

function gapWords({ canUse, cannotUse, repositories }: AccessGap): string {
  return l10n.t(
    '{0} can use it in {1} but not in {2}',
    repositoryCount(repositories),
    appLabel(canUse),
    appLabel(cannotUse),
  );
}

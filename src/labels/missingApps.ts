import { l10n } from 'vscode';
import type { AppFailure } from '../model/access';
import type { FailureReason } from '../model/failure';
import type { SecretApp } from '../model/secretApp';
import { aboutApp, appLabel } from './apps';
import { failureLabel } from './failureLabel';

/** Why an app's secrets are not shown, for a row of a tree: "Actions: You are not an owner". */
export function appFailureLabel(app: SecretApp, reason: FailureReason): string {
  // These name the app themselves.
  if (reason.kind === 'planLacksSecrets' || reason.kind === 'serverLacksSecrets') return failureLabel(reason);
  return aboutApp(app, failureLabel(reason));
}

/** What to say about the secrets of a repository or of the user, beside those of the organization. */
export function aboutLevel(ownerKind: 'repository' | 'user', words: string): string {
  return ownerKind === 'repository' ? l10n.t('Its own: {0}', words) : l10n.t('Yours: {0}', words);
}

/** The same beside what is shown of the other apps. */
export function missingAppSentence({ app, ownerKind, failure }: AppFailure): string {
  if (ownerKind !== undefined) return aboutLevel(ownerKind, failureLabel(failure.reason));
  return l10n.t('{0} secrets are missing: {1}', appLabel(app), failureLabel(failure.reason));
}

/** A sentence before choices among the secrets of several apps, and after it which of the apps are missing. */
export function withMissingApps(sentence: string, failures: readonly AppFailure[]): string {
  if (failures.length === 0) return sentence;
  const missing = failures.map(({ app, failure }) =>
    l10n.t('{0} ({1})', appLabel(app), failureLabel(failure.reason)),
  );
  return l10n.t("{0} Couldn't load {1}.", sentence, missing.join(', '));
}

import { l10n, Uri } from 'vscode';
import type { FailureReason } from '../model/failure';
import { commands, views } from '../manifest';
import type { SecretApp } from '../model/secretApp';
import { isUserScope } from '../model/scopes';
import { appLabel } from './apps';
import { limitTime } from './limitTime';

/**
 * What happened and what to do, in sentences.
 * @param app the app whose secrets were asked for, where the reason doesn't tell
 */
export function failureSentence(reason: FailureReason, app: SecretApp = 'codespaces'): string {
  switch (reason.kind) {
    case 'signedOut':
      return l10n.t('You are signed out of GitHub. Sign in to continue.');
    case 'hostUnset':
      return l10n.t(
        'GitHub Enterprise is selected, but its address is not set. Set "github-enterprise.uri" in your user settings.',
      );
    case 'scopeMissing':
      if (isUserScope(reason))
        return l10n.t(
          'To see and change your own Codespaces secrets, allow VS Code to use the scope {0}.',
          reason.scopes.join(', '),
        );
      return l10n.t(
        "Your GitHub session doesn't have the scope {0}. Sign in again to grant it.",
        reason.scopes.join(', '),
      );
    case 'ssoRequired':
      return l10n.t('The organization requires single sign-on. Authorize this session, then try again.');
    case 'notOwner':
      return l10n.t(
        'You are not an owner of {0}. Only owners can see and manage its {1} secrets.',
        reason.organization,
        appLabel(reason.app ?? app),
      );
    case 'organizationNotFound':
      return l10n.t(
        "GitHub can't find {0}, or VS Code can't access it. Check the name. If it is right, an owner might have to approve VS Code in the organization's OAuth app policy.",
        reason.organization,
      );
    case 'planLacksSecrets':
      return reason.app === 'codespaces'
        ? l10n.t(
            "The plan of {0} doesn't include Codespaces secrets. To use them, upgrade to GitHub Team or GitHub Enterprise.",
            reason.organization,
          )
        : l10n.t(
            "{0} has no {1} secrets. Its plan might not include them, or {1} might be turned off in the organization's settings.",
            reason.organization,
            appLabel(reason.app),
          );
    case 'notWriter':
      return l10n.t(
        'You need write access to {0} to see and change its own secrets. Ask one of its administrators.',
        reason.repository,
      );
    case 'repositoryNotFound':
      return l10n.t(
        "GitHub can't find {0}, or you can't see it. Check the remote of the folder.",
        reason.repository,
      );
    case 'otherAccount':
      return l10n.t(
        'You allowed access for {0}, but {1} is in use here. Allow access for {1}, or switch the GitHub account.',
        reason.got,
        reason.wanted,
      );
    case 'listIncomplete':
      return l10n.t(
        'GitHub lists only some of the selected repositories. To keep the others, change this secret on GitHub.',
      );
    case 'notFound':
      return l10n.t('It no longer exists. Somebody might have deleted it. The view shows what exists now.');
    case 'moved':
      return l10n.t(
        'Its repository or organization has another name on GitHub now, so nothing was changed. The view shows the current name.',
      );
    case 'conflict':
      return l10n.t(
        "Somebody changed the secret's visibility, so it no longer has selected repositories. The view shows the current visibility.",
      );
    case 'changedSince':
      return l10n.t('Somebody changed its access in the meantime, so it was not changed back.');
    case 'exists':
      return l10n.t(
        'A secret with this name already exists. It was not changed. To give it this value, rotate it.',
      );
    case 'refused':
      return reason.message === ''
        ? l10n.t('GitHub refused the request.')
        : l10n.t('GitHub refused the request: {0}', reason.message);
    case 'rateLimited':
      return l10n.t("You reached GitHub's rate limit. Try again after {0}.", limitTime(reason.until));
    case 'offline':
      return reason.uncertain
        ? l10n.t(
            "GitHub didn't answer, so we don't know whether the change was saved. Check your connection, then look at the view.",
          )
        : l10n.t("GitHub can't be reached. Check your connection, then try again.");
    case 'accountChanged':
      return l10n.t(
        'Your GitHub account changed while this was running, so nothing more was sent. Start again with the account you want.',
      );
    case 'hostOverridden':
      return l10n.t(
        'This workspace sets "github-enterprise.uri" to {0}, but your user setting is {1}. To sign in, remove the workspace setting.',
        reason.effective,
        reason.own,
      );
    case 'hostInsecure':
      return l10n.t(
        '{0} is not an https address, so your token is not sent to it. Set "github-enterprise.uri" to an https address.',
        reason.host,
      );
    case 'appRestricted':
      return reason.organization === undefined
        ? l10n.t(
            'An organization has not approved VS Code as an OAuth app. An owner can approve it in the organization settings, under "OAuth app policy".',
          )
        : l10n.t(
            '{0} has not approved VS Code as an OAuth app. An owner can approve it in the organization settings, under "OAuth app policy".',
            reason.organization,
          );
    case 'serverLacksSecrets':
      return l10n.t(
        "GitHub Enterprise Server doesn't have {0} secrets. Use an account on github.com or ghe.com.",
        appLabel(reason.app),
      );
    case 'valueRequired':
      return l10n.t(
        "GitHub requires the secret's value to change its visibility. To enter the value, change this secret alone.",
      );
    case 'listMoving':
      return l10n.t(
        "Somebody keeps changing the same list, so it couldn't be read completely. Nothing was changed. Try again in a moment.",
      );
    case 'timedOut':
      return reason.uncertain
        ? l10n.t(
            "GitHub didn't answer within 30 seconds, so we don't know whether the change was saved. Look at the view.",
          )
        : l10n.t("GitHub didn't answer within 30 seconds. Check your connection, then try again.");
    case 'broken':
      return l10n.t('Something went wrong in Codespaces Org Secrets. The log says where.');
    case 'unexpected':
      return reason.uncertain
        ? l10n.t(
            "GitHub returned an error ({0}), so we don't know whether the change was saved. Look at the view.",
            reason.status,
          )
        : l10n.t('GitHub returned an error ({0}). Try again later.', reason.status);
  }
}

/** A next step: a command and its arguments. */
export interface FailureStep {
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** The step that solves the problem, if there is one besides trying again. */
export function failureStep(reason: FailureReason): FailureStep | undefined {
  switch (reason.kind) {
    case 'signedOut':
      return { title: l10n.t('Sign In'), command: commands.signIn, arguments: [] };
    case 'scopeMissing':
      return isUserScope(reason)
        ? {
            title: l10n.t('Allow Access'),
            command: commands.signIn,
            arguments: [{ userSecrets: true, again: true }],
          }
        : { title: l10n.t('Sign In Again'), command: commands.signIn, arguments: [{ again: true }] };
    case 'otherAccount':
      return {
        title: l10n.t('Allow Access'),
        command: commands.signIn,
        arguments: [{ userSecrets: true, again: true }],
      };
    case 'ssoRequired':
      return { title: l10n.t('Authorize'), command: 'vscode.open', arguments: [Uri.parse(reason.url, true)] };
    case 'hostUnset':
    case 'hostInsecure':
    case 'hostOverridden':
      return {
        title: l10n.t('Open Settings'),
        command: 'workbench.action.openSettings',
        arguments: ['github-enterprise.uri'],
      };
    case 'broken':
      return { title: l10n.t('Show Log'), command: commands.showLog, arguments: [] };
    case 'accountChanged':
    case 'appRestricted':
    case 'serverLacksSecrets':
    case 'valueRequired':
    case 'listMoving':
    case 'timedOut':
    case 'notOwner':
    case 'notWriter':
    case 'repositoryNotFound':
    case 'listIncomplete':
    case 'organizationNotFound':
    case 'planLacksSecrets':
    case 'notFound':
    case 'moved':
    case 'conflict':
    case 'changedSince':
    case 'exists':
    case 'refused':
    case 'rateLimited':
    case 'offline':
    case 'unexpected':
      return undefined;
  }
}

/**
 * The same for a message. Where the sentence says to look at the view, it opens the view, which needs no such step of its
 * own.
 */
export function messageStep(reason: FailureReason): FailureStep | undefined {
  if (!('uncertain' in reason) || !reason.uncertain) return failureStep(reason);
  return { title: l10n.t('Open View'), command: `${views.secrets}.focus`, arguments: [] };
}

/** Whether sending the same request again might succeed. */
export function canTryAgain(reason: FailureReason): boolean {
  switch (reason.kind) {
    case 'signedOut':
    case 'hostUnset':
    case 'hostInsecure':
    case 'hostOverridden':
    case 'appRestricted':
    case 'listMoving':
    case 'broken':
    case 'timedOut':
    case 'scopeMissing':
    case 'otherAccount':
    case 'ssoRequired':
    case 'planLacksSecrets':
    case 'refused':
    case 'rateLimited':
    case 'offline':
    case 'unexpected':
      return true;
    case 'accountChanged':
    case 'serverLacksSecrets':
    case 'valueRequired':
    case 'notOwner':
    case 'notWriter':
    case 'repositoryNotFound':
    case 'listIncomplete':
    case 'organizationNotFound':
    case 'notFound':
    case 'moved':
    case 'conflict':
    case 'changedSince':
    case 'exists':
      return false;
  }
}

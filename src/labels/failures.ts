import { l10n, Uri } from 'vscode';
import type { FailureReason } from '../model/failure';
import { commands } from '../manifest';
import { limitTime } from './limitTime';

/** What stands in the way, in the few words that a row of a tree has room for. */
export function failureLabel(reason: FailureReason): string {
  switch (reason.kind) {
    case 'signedOut':
      return l10n.t('Signed out of GitHub');
    case 'hostUnset':
      return l10n.t('No enterprise address');
    case 'scopeMissing':
      return l10n.t('The scope {0} is missing', reason.scopes.join(', '));
    case 'ssoRequired':
      return l10n.t('Single sign-on needed');
    case 'notOwner':
      return l10n.t('You are not an owner');
    case 'organizationNotFound':
      return l10n.t('No such organization, or not approved');
    case 'planLacksSecrets':
      return l10n.t('The plan has no Codespaces secrets');
    case 'notFound':
      return l10n.t('No longer there');
    case 'conflict':
      return l10n.t('Visibility changed elsewhere');
    case 'changedSince':
      return l10n.t('Access changed elsewhere');
    case 'exists':
      return l10n.t('Created elsewhere');
    case 'refused':
      return l10n.t('Refused by GitHub');
    case 'rateLimited':
      return l10n.t('Rate limit until {0}', limitTime(reason.until));
    case 'offline':
      return l10n.t('GitHub cannot be reached');
    case 'accountChanged':
      return l10n.t('The GitHub account changed');
    case 'hostOverridden':
      return l10n.t('Workspace sets another host');
    case 'hostInsecure':
      return l10n.t('The address is not https');
    case 'appRestricted':
      return l10n.t('VS Code is not approved');
    case 'serverLacksSecrets':
      return l10n.t('No Codespaces on this server');
    case 'valueRequired':
      return l10n.t('GitHub needs the value');
    case 'listMoving':
      return l10n.t('The list keeps changing');
    case 'timedOut':
      return l10n.t('GitHub did not answer');
    case 'broken':
      return l10n.t('Something went wrong');
    case 'unexpected':
      return l10n.t('GitHub answered with an error ({0})', reason.status);
  }
}

/** What happened and what to do next, as one or two sentences. */
export function failureSentence(reason: FailureReason): string {
  switch (reason.kind) {
    case 'signedOut':
      return l10n.t('You are signed out of GitHub. Sign in to go on.');
    case 'hostUnset':
      return l10n.t(
        'GitHub Enterprise is chosen, but its address is not set. Set "github-enterprise.uri" to it.',
      );
    case 'scopeMissing':
      return l10n.t(
        'Your GitHub session lacks the scope {0}. Sign in again with it.',
        reason.scopes.join(', '),
      );
    case 'ssoRequired':
      return l10n.t('The organization requires single sign-on. Authorize this session, then try again.');
    case 'notOwner':
      return l10n.t(
        'You are not an owner of {0}. Only owners can see and manage its Codespaces secrets.',
        reason.organization,
      );
    case 'organizationNotFound':
      return l10n.t(
        'GitHub shows no organization {0} to this session. Check the name; if it is right, an owner may have to approve VS Code under the organization’s OAuth app policy.',
        reason.organization,
      );
    case 'planLacksSecrets':
      return l10n.t(
        'The plan of {0} does not include Codespaces secrets. An upgrade to GitHub Team or Enterprise does.',
        reason.organization,
      );
    case 'notFound':
      return l10n.t(
        'It is no longer there: somebody else may have deleted it. The view shows what there is now.',
      );
    case 'conflict':
      return l10n.t(
        'Somebody changed the secret’s visibility: it no longer goes to selected repositories. The view shows what it is now.',
      );
    case 'changedSince':
      return l10n.t('Somebody changed its access in the meantime, so it was not changed back.');
    case 'exists':
      return l10n.t(
        'A secret of this name exists by now, and it was left as it is. Rotate it to give it this value.',
      );
    case 'refused':
      return reason.message === ''
        ? l10n.t('GitHub refused the request.')
        : l10n.t('GitHub refused it: {0}', reason.message);
    case 'rateLimited':
      return l10n.t(
        'GitHub’s rate limit is reached. It takes requests again at {0}.',
        limitTime(reason.until),
      );
    case 'offline':
      return reason.uncertain
        ? l10n.t(
            'GitHub did not answer, so we don’t know whether the change was saved. Check your connection and look at the view.',
          )
        : l10n.t('GitHub cannot be reached. Check your connection, then try again.');
    case 'accountChanged':
      return l10n.t(
        'The GitHub account in use changed while this was running, so nothing more was sent. Start again with the account you want.',
      );
    case 'hostOverridden':
      return l10n.t(
        'This workspace sets "github-enterprise.uri" to {0}, but your own setting is {1}. Remove the workspace setting to sign in.',
        reason.effective,
        reason.own,
      );
    case 'hostInsecure':
      return l10n.t(
        '{0} is not an https address, so no token is sent to it. Set "github-enterprise.uri" to the https address.',
        reason.host,
      );
    case 'appRestricted':
      return reason.organization === undefined
        ? l10n.t(
            'An organization has not approved VS Code as an OAuth app. An owner can approve it in the organization’s settings, under "OAuth app policy".',
          )
        : l10n.t(
            '{0} has not approved VS Code as an OAuth app. An owner can approve it in the organization’s settings, under "OAuth app policy".',
            reason.organization,
          );
    case 'serverLacksSecrets':
      return l10n.t(
        'GitHub Enterprise Server has no Codespaces secrets. Use an account on github.com or ghe.com.',
      );
    case 'valueRequired':
      return l10n.t('GitHub changes this only together with the secret’s value.');
    case 'listMoving':
      return l10n.t(
        'Somebody keeps changing the same list, so it could not be read as a whole. Nothing was changed. Try again in a moment.',
      );
    case 'timedOut':
      return reason.uncertain
        ? l10n.t(
            'GitHub did not answer within 30 seconds. We don’t know whether the change was saved. Check the view.',
          )
        : l10n.t('GitHub did not answer within 30 seconds. Check your connection, then try again.');
    case 'broken':
      return l10n.t('Something went wrong in Codespaces Org Secrets. The log says where.');
    case 'unexpected':
      return reason.uncertain
        ? l10n.t(
            'GitHub answered with an error ({0}), so we don’t know whether the change was saved. Look at the view.',
            reason.status,
          )
        : l10n.t('GitHub answered with an error ({0}). Try again in a while.', reason.status);
  }
}

/** A next step: a command, and what it is run with. */
export interface FailureStep {
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** The step that removes what stood in the way, where there is one beside trying again. */
export function failureStep(reason: FailureReason): FailureStep | undefined {
  switch (reason.kind) {
    case 'signedOut':
      return { title: l10n.t('Sign In'), command: commands.signIn, arguments: [] };
    case 'scopeMissing':
      return { title: l10n.t('Sign In Again'), command: commands.signIn, arguments: [{ again: true }] };
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
    case 'organizationNotFound':
    case 'planLacksSecrets':
    case 'notFound':
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

/** Whether the same request may succeed when it is sent again as it stands. */
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
    case 'organizationNotFound':
    case 'notFound':
    case 'conflict':
    case 'changedSince':
    case 'exists':
      return false;
  }
}

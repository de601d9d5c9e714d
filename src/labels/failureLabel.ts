import { l10n } from 'vscode';
import type { FailureReason } from '../model/failure';
import { appLabel } from './apps';
import { isUserScope } from '../model/scopes';
import { limitTime } from './limitTime';

/** A failure in a few words, for a row of a tree. */
export function failureLabel(reason: FailureReason): string {
  switch (reason.kind) {
    case 'signedOut':
      return l10n.t('Signed out of GitHub');
    case 'hostUnset':
      return l10n.t('No enterprise address');
    case 'scopeMissing':
      return isUserScope(reason)
        ? l10n.t('Needs your permission')
        : l10n.t('Scope {0} is missing', reason.scopes.join(', '));
    case 'ssoRequired':
      return l10n.t('Single sign-on required');
    case 'notOwner':
      return l10n.t('You are not an owner');
    case 'organizationNotFound':
      return l10n.t('Not found, or VS Code is not approved');
    case 'planLacksSecrets':
      return reason.app === 'codespaces'
        ? l10n.t('No Codespaces secrets in this plan')
        : l10n.t('No {0} secrets here', appLabel(reason.app));
    case 'notWriter':
      return l10n.t('You need write access');
    case 'repositoryNotFound':
      return l10n.t('Repository not found');
    case 'otherAccount':
      return l10n.t('Access given for {0}', reason.got);
    case 'listIncomplete':
      return l10n.t('GitHub lists only some of them');
    case 'notFound':
      return l10n.t('No longer exists');
    case 'moved':
      return l10n.t('Renamed on GitHub');
    case 'conflict':
      return l10n.t('Visibility changed elsewhere');
    case 'changedSince':
      return l10n.t('Access changed elsewhere');
    case 'exists':
      return l10n.t('Already exists');
    case 'refused':
      return l10n.t('Refused by GitHub');
    case 'rateLimited':
      return l10n.t('Rate limit until {0}', limitTime(reason.until));
    case 'offline':
      return l10n.t("GitHub can't be reached");
    case 'accountChanged':
      return l10n.t('GitHub account changed');
    case 'hostOverridden':
      return l10n.t('Workspace sets another host');
    case 'hostInsecure':
      return l10n.t('Address is not https');
    case 'appRestricted':
      return l10n.t('VS Code is not approved');
    case 'serverLacksSecrets':
      return l10n.t('No {0} on this server', appLabel(reason.app));
    case 'valueRequired':
      return l10n.t('GitHub requires the value');
    case 'listMoving':
      return l10n.t('List keeps changing');
    case 'timedOut':
      return l10n.t("GitHub didn't answer");
    case 'broken':
      return l10n.t('Something went wrong');
    case 'unexpected':
      return l10n.t('GitHub returned an error ({0})', reason.status);
  }
}

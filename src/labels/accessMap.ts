import { l10n } from 'vscode';
import type { SecretApp } from '../model/secretApp';
import { appLabel } from './apps';
import { visibilityLabel } from './visibility';
import type { Texts } from '../webview/accessMap/texts';
import { number } from './number';

/** The texts of an organization's access map. The map fills in the placeholders, such as `{0}`. */
export function accessMapTexts(organization: string, apps: readonly SecretApp[]): Texts {
  return {
    grid: l10n.t('Access map of {0}', organization),
    filterRepositories: l10n.t('Filter repositories'),
    filterSecrets: l10n.t('Filter secrets'),
    filterApp: l10n.t('Filter by app'),
    allApps: l10n.t('All apps'),
    onlyDifferences: l10n.t('Only differences'),
    onlyDifferencesHint: l10n.t('Hide repositories with the same access to these secrets as most others'),
    onlySelected: l10n.t('Only selected'),
    onlySelectedHint: l10n.t('Show only secrets limited to selected repositories'),
    refresh: l10n.t('Refresh'),
    oneRepository: l10n.t('1 repository'),
    manyRepositories: l10n.t('{0} repositories'),
    someRepositories: l10n.t('{0} of {1} repositories'),
    oneSecret: l10n.t('1 secret'),
    manySecrets: l10n.t('{0} secrets'),
    someSecrets: l10n.t('{0} of {1} secrets'),
    visibilityAll: visibilityLabel('all'),
    visibilityPrivate: visibilityLabel('private'),
    visibilitySelected: visibilityLabel('selected'),
    whyAll: l10n.t('all repositories'),
    whyPrivate: l10n.t('private and internal'),
    whySelected: l10n.t('selected'),
    public: l10n.t('public'),
    private: l10n.t('private'),
    internal: l10n.t('internal'),
    archived: l10n.t('{0}, archived'),
    legendArchived: l10n.t('archived'),
    cellCanUse: l10n.t('{1} can use {0} ({2})'),
    cellCannotUse: l10n.t("{1} can't use {0}"),
    cellGrant: l10n.t("{1} can't use {0}: grant pending"),
    cellRevocation: l10n.t('{1} can use {0}: revocation pending'),
    secretUsedByOne: l10n.t('{0}, {1}, 1 repository can use it'),
    secretUsedByMany: l10n.t('{0}, {1}, {2} repositories can use it'),
    repositoryUsesOne: l10n.t('{0}, {1}, can use 1 secret'),
    repositoryUsesMany: l10n.t('{0}, {1}, can use {2} secrets'),
    columnHint: l10n.t('{0}\nClick or press Enter to rotate its value or edit its access.'),
    pendingLabel: l10n.t('{0}, pending: {1}'),
    notSelected: l10n.t('The visibility of {0} is "{1}". Change it to "{2}" first.'),
    legendGrant: l10n.t('Grant pending'),
    legendRevocation: l10n.t('Revocation pending'),
    oneChange: l10n.t('1 change: {1}'),
    manyChanges: l10n.t('{0} changes: {1}'),
    oneGrant: l10n.t('1 grant'),
    manyGrants: l10n.t('{0} grants'),
    oneRevocation: l10n.t('1 revocation'),
    manyRevocations: l10n.t('{0} revocations'),
    both: l10n.t('{0}, {1}'),
    noChanges: l10n.t('No changes. To grant or revoke access, click a cell or press Space.'),
    review: l10n.t('Review and Apply...'),
    reviewTitle: l10n.t('Review Changes in {0}', organization),
    reviewList: l10n.t('Changes to apply'),
    applyOne: l10n.t('Apply 1 Change'),
    applyMany: l10n.t('Apply {0} Changes'),
    back: l10n.t('Back'),
    grantSign: l10n.t('Grant'),
    revokeSign: l10n.t('Revoke'),
    discard: l10n.t('Discard'),
    discarded: l10n.t('Changes discarded.'),
    applying: l10n.t('Applying changes. If one fails, a notification tells you why.'),
    applyingWait: l10n.t('You can make more changes when this is done.'),
    appliedOne: l10n.t('Applied 1 change.'),
    appliedMany: l10n.t('Applied {0} changes.'),
    appliedSome: l10n.t('Applied {0} of {1} changes.'),
    appliedNone: l10n.t('GitHub confirmed none of the changes.'),
    undid: l10n.t('Undid: {0}'),
    redid: l10n.t('Redid: {0}'),
    undidMany: l10n.t('Undid {0} changes'),
    redidMany: l10n.t('Redid {0} changes'),
    nothingToUndo: l10n.t('Nothing to undo'),
    nothingToRedo: l10n.t('Nothing to redo'),
    viewReset: l10n.t('Filters and scroll position were reset: another version of the extension saved them.'),
    keptOne: l10n.t('You have 1 pending change from last time. Review or discard it.'),
    keptMany: l10n.t('You have {0} pending changes from last time. Review or discard them.'),
    loading: l10n.t('Loading access in {0}...', organization),
    noSecrets: noSecrets(organization, apps),
    createSecret: l10n.t('Create Secret...'),
    noRepositories: l10n.t('{0} has no repositories that can use its secrets.', organization),
    tryAgain: l10n.t('Try Again'),
    nothingMatches: l10n.t('Nothing matches the filters.'),
    noDifferences: l10n.t('All repositories have the same access to these secrets.'),
    nothingSelected: l10n.t('No secret is limited to selected repositories.'),
    clearFilters: l10n.t('Clear Filters'),
    droppedSecret: l10n.t('{0} no longer exists. Its pending changes were discarded.'),
    droppedVisibility: l10n.t(
      '{0} is no longer limited to selected repositories. Its pending changes were discarded.',
    ),
    droppedRepositories: l10n.t('Some repositories no longer exist. Their pending changes were discarded.'),
    dismiss: l10n.t('Dismiss'),
  };
}

function noSecrets(organization: string, apps: readonly SecretApp[]): string {
  const [only, ...others] = apps;
  return only && others.length === 0
    ? l10n.t('{0} has no {1} secrets yet.', organization, appLabel(only))
    : l10n.t('{0} has no secrets yet.', organization);
}

/** Shown when a map with pending changes is closed. */
export function keptSentence(organization: string, count: number): string {
  return count === 1
    ? l10n.t('Your change in the access map of {0} is kept but not applied yet.', organization)
    : l10n.t(
        'Your {0} changes in the access map of {1} are kept but not applied yet.',
        number(count),
        organization,
      );
}

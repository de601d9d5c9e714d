import { l10n } from 'vscode';
import { secretCount } from './counts';

/** The words of Import from .env File. */
export const importEnvFileLabels = {
  title: (): string => l10n.t('Import from .env File'),
  progress: (count: number, organization: string): string =>
    l10n.t('Importing {0} to {1}', secretCount(count), organization),
  result: (done: number, all: number, organization: string): string =>
    l10n.t('{0} of {1} secrets were imported to {2}.', done, all, organization),
  /** GitHub reports a creation, so somebody had deleted the secret. */
  createdAgain: (name: string): string =>
    l10n.t('Somebody deleted {0} at the same moment. It was created again.', name),
  done: (created: number, rotated: number, organization: string): string => {
    if (rotated === 0) return creations(created, organization);
    if (created === 0) return rotations(rotated, organization);
    return created === 1
      ? l10n.t('1 secret was created and {0} rotated in {1}.', rotated, organization)
      : l10n.t('{0} secrets were created and {1} rotated in {2}.', created, rotated, organization);
  },
};

function creations(count: number, organization: string): string {
  return count === 1
    ? l10n.t('1 secret was created in {0}.', organization)
    : l10n.t('{0} secrets were created in {1}.', count, organization);
}

function rotations(count: number, organization: string): string {
  return count === 1
    ? l10n.t('1 secret was rotated in {0}.', organization)
    : l10n.t('{0} secrets were rotated in {1}.', count, organization);
}

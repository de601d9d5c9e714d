import { l10n } from 'vscode';
import type { Secret, SecretId } from '../model/secret';
import { ownerName, type StoreId } from '../model/secretStore';
import { timeSince } from './age';
import { appLabel } from './apps';
import { visibilityLabel } from './visibility';

/** Rotating the same name in several apps and organizations. */
export const rotateEverywhereLabels = {
  button: (): string => l10n.t('Also Rotate in Other Apps...'),
  started: (): string => l10n.t("Other apps are searched. You'll choose where to rotate it after the value."),
  question: (): string => l10n.t('Rotate it where? The same name can hold another value.'),
  /** @param failed stores that could not be searched */
  questionWithout: (failed: readonly StoreId[]): string =>
    l10n.t("Rotate it where? Couldn't search {0}.", placesOf(failed)),
  /** @param pending stores that are still being searched */
  questionTooEarly: (question: string, pending: readonly StoreId[]): string =>
    l10n.t('{0} Still searching {1}.', question, placesOf(pending)),
  searching: (name: string): string => l10n.t('Looking for {0} in other apps...', name),
  searchFailed: (name: string): string => l10n.t("Couldn't look for {0} in other apps", name),
  selectAll: (organization: string): string => l10n.t('Select All in {0}', organization),
  /** Where a secret is: "acme · Actions". */
  place: ({ app, owner }: SecretId): string => l10n.t('{0} · {1}', ownerName(owner), appLabel(app)),
  /** Who can use a secret, and how old it is: "all repositories · 2 years". */
  details: ({ visibility, updatedAt }: Secret): string =>
    l10n.t('{0} · {1}', visibilityLabel(visibility).toLocaleLowerCase(), timeSince(updatedAt)),
  progress: (name: string): string => l10n.t('Rotating {0}', name),
  rotated: (name: string, secrets: readonly SecretId[]): string =>
    l10n.t('{0} was rotated in {1}.', name, placesOf(secrets)),
  noneRotated: (name: string): string => l10n.t('{0} was not rotated.', name),
  /** What a result calls one of them: "acme (Actions)". */
  placeName: ({ app, owner }: SecretId): string => l10n.t('{0} ({1})', ownerName(owner), appLabel(app)),
};

/** "acme (Codespaces, Actions) and globex (Codespaces)" as "acme (Codespaces, Actions), globex (Codespaces)". */
function placesOf(stores: readonly StoreId[]): string {
  const apps = new Map<string, string[]>();
  for (const { app, owner } of stores)
    apps.set(ownerName(owner), [...(apps.get(ownerName(owner)) ?? []), appLabel(app)]);
  return [...apps].map(([login, names]) => l10n.t('{0} ({1})', login, names.join(', '))).join(', ');
}

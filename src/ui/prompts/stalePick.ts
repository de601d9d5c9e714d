import { type QuickInputButton, ThemeIcon } from 'vscode';
import type { OrganizationLoads } from '../../cache/organizationLoads';
import type { Store } from '../../cache/store';
import { nameInApp } from '../../labels/apps';
import { staleSecretDescription, staleSecretsLabels as labels } from '../../labels/staleSecrets';
import { visibilityIcon } from '../../labels/visibility';
import { isStale } from '../../model/age';
import type { ListedSecret } from '../../model/access';
import { secretIdOf, secretKey, type SecretId } from '../../model/secret';
import { askWhileLoading, type GrowingItem, type PickPlace } from './growingPick';
import { loadFailureItems } from './loadFailureItems';
import { ownerName } from '../../model/secretStore';

/** What the user wants to do with a stale secret. */
export interface StaleChoice {
  readonly secret: SecretId;
  readonly action: 'rotate' | 'delete';
  /** Where the user was in the list. */
  readonly place: PickPlace;
}

export interface StaleQuestion {
  readonly store: Store;
  readonly loads: OrganizationLoads;
  readonly staleAfterDays: number;
  /** The keys of secrets that were rotated or deleted from the list. */
  readonly handled: ReadonlySet<string>;
  /** Where the user was when the list was last shown. */
  readonly start?: PickPlace | undefined;
}

interface StaleItem extends GrowingItem {
  readonly secret?: SecretId;
}

/** Asks which stale secret to rotate or delete, the oldest first. Undefined if the user leaves or there is none. */
export async function askStaleSecret(question: StaleQuestion): Promise<StaleChoice | undefined> {
  const { loads, staleAfterDays, start } = question;
  const rotateButton = { iconPath: new ThemeIcon('key'), tooltip: labels.rotate() };
  const deleteButton = { iconPath: new ThemeIcon('trash'), tooltip: labels.delete() };
  const buttons = [rotateButton, deleteButton];
  const items = (): StaleItem[] => {
    const stale = staleSecrets(question).map(secret => itemOf(question.store, secret, buttons));
    const failed = loadFailureItems(loads);
    const isNone = stale.length === 0 && failed.length === 0 && !loads.isLoading;
    return [...stale, ...failed, ...(isNone ? [noneItem(staleAfterDays)] : [])];
  };
  const picked = await askWhileLoading<StaleItem>({
    title: labels.title(),
    placeholder: () => labels.question(loads.isLoading),
    items,
    isLoading: () => loads.isLoading,
    onDidChange: loads.onDidChange,
    start,
  });
  if (!picked?.item.secret) return undefined;
  const action = picked.button === deleteButton ? 'delete' : 'rotate';
  return { secret: picked.item.secret, action, place: picked.place };
}

function staleSecrets({ loads, staleAfterDays, handled }: StaleQuestion): ListedSecret[] {
  return loads.all
    .flatMap(({ secrets = [] }) => secrets)
    .filter(it => isStale(it.secret, staleAfterDays) && !handled.has(secretKey(it)))
    .sort((a, b) => a.secret.updatedAt.getTime() - b.secret.updatedAt.getTime());
}

function itemOf(store: Store, listed: ListedSecret, buttons: readonly QuickInputButton[]): StaleItem {
  const { owner, name, secret } = listed;
  const id = secretIdOf(listed);
  return {
    key: secretKey(id),
    secret: id,
    label: store.apps.length > 1 ? nameInApp(id) : name,
    description: staleSecretDescription(secret, store.knownSelection(id)?.length, ownerName(owner)),
    iconPath: new ThemeIcon(visibilityIcon(secret.visibility)),
    buttons,
  };
}

function noneItem(days: number): StaleItem {
  return { key: 'none', label: labels.none(days), iconPath: new ThemeIcon('check'), alwaysShow: true };
}

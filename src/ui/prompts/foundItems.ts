import { QuickPickItemKind, ThemeIcon } from 'vscode';
import type { OrganizationLoad } from '../../cache/organizationLoads';
import { titlesOf } from '../../labels/apps';
import { findSecretLabels as labels, receivedWords } from '../../labels/findSecret';
import { repositoryIcon, repositoryWords } from '../../labels/repositories';
import { repositoryDescription, secretDescription } from '../../labels/tree';
import { visibilityIcon } from '../../labels/visibility';
import {
  type ListedSecret,
  type ReceivedSecret,
  receivedSecrets,
  type SecretWithAccess,
  withHidden,
} from '../../model/access';
import { isStale } from '../../model/age';
import { plainName } from '../../model/plainText';
import { byName, type Repository } from '../../model/repository';
import { type SecretId, secretIdOf, secretKey } from '../../model/secret';
import type { GrowingItem } from './growingPick';

/** What a user has found. */
export type Found =
  | { readonly kind: 'secret'; readonly secret: SecretId }
  | { readonly kind: 'repository'; readonly organization: string; readonly repository: Repository };

/** A row of what can be found. */
export interface FoundItem extends GrowingItem {
  readonly found?: Found;
}

/** What repositories receive besides the secrets of their organization, by their ids. */
export type Extra = ReadonlyMap<number, readonly ReceivedSecret[]>;

/**
 * The rows of some secrets below a heading.
 * @param access who can use them, where that is known
 */
export function secretItems(
  heading: string,
  secrets: readonly ListedSecret[],
  access: readonly SecretWithAccess[] | undefined,
  staleAfterDays: number,
): FoundItem[] {
  if (secrets.length === 0) return [];
  const whole = access?.filter(it => !it.access.isPartial);
  const counts = new Map(whole?.map(it => [secretKey(it), it.access.selection.length]));
  const titles = titlesOf(secrets);
  return [
    separator(heading),
    ...secrets.map((listed, index) => {
      const { name, secret } = listed;
      const id = secretIdOf(listed);
      return {
        key: `secret ${secretKey(id)}`,
        found: { kind: 'secret', secret: id } as const,
        label: titles[index] ?? name,
        description: secretDescription(secret, counts.get(secretKey(id)), isStale(secret, staleAfterDays)),
        iconPath: new ThemeIcon(visibilityIcon(secret.visibility)),
      };
    }),
  ];
}

/** The rows of an owner's repositories, each with what it receives as far as that is known. */
export function repositoryItems(
  { organization, repositories = [], access }: OrganizationLoad,
  extra: Extra,
): FoundItem[] {
  if (repositories.length === 0) return [];
  const ofOrganization = access && receivedSecrets(access);
  return [
    separator(labels.repositories(organization)),
    ...repositories.map(repository => {
      const secrets = together(ofOrganization?.get(repository.id), extra.get(repository.id));
      return {
        key: `repository ${organization}/${repository.id}`,
        found: { kind: 'repository', organization, repository } as const,
        label: plainName(repository.name),
        // Without what the organization gives, this is not how many it receives.
        description: ofOrganization
          ? repositoryDescription(repository, secrets.length, false)
          : repositoryWords(repository),
        iconPath: new ThemeIcon(repositoryIcon(repository)),
        ...(secrets.length > 0 && { detail: receivedWords(secrets) }),
      };
    }),
  ];
}

function together(
  ofOrganization: readonly ReceivedSecret[] = [],
  others: readonly ReceivedSecret[] = [],
): readonly ReceivedSecret[] {
  return others.length === 0 ? ofOrganization : withHidden([...ofOrganization, ...others].sort(byName));
}

function separator(label: string): FoundItem {
  return { key: `separator ${label}`, label, kind: QuickPickItemKind.Separator, isAside: true };
}

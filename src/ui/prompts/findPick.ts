import { QuickPickItemKind, ThemeIcon } from 'vscode';
import type { OrganizationLoad, OrganizationLoads } from '../../cache/organizationLoads';
import { titlesOf } from '../../labels/apps';
import { findSecretLabels as labels, receivedWords } from '../../labels/findSecret';
import { repositoryIcon, repositoryWords } from '../../labels/repositories';
import { repositoryDescription, secretDescription } from '../../labels/tree';
import { visibilityIcon } from '../../labels/visibility';
import { receivedSecrets } from '../../model/access';
import { isStale } from '../../model/age';
import { plainName } from '../../model/plainText';
import type { Repository } from '../../model/repository';
import { type SecretId, secretKey } from '../../model/secret';
import { askWhileLoading, type GrowingItem } from './growingPick';
import { loadFailureItems } from './loadFailureItems';

/** What a user has found. */
export type Found =
  | { readonly kind: 'secret'; readonly secret: SecretId }
  | { readonly kind: 'repository'; readonly organization: string; readonly repository: Repository };

interface FoundItem extends GrowingItem {
  readonly found?: Found;
}

/** Asks for one of all secrets and repositories. Undefined if the user leaves. */
export async function askForFound(
  loads: OrganizationLoads,
  staleAfterDays: number,
): Promise<Found | undefined> {
  /** The rows of each load, which are made once: there can be thousands. */
  const made = new WeakMap<OrganizationLoad, FoundItem[]>();
  const itemsOf = (load: OrganizationLoad): FoundItem[] => {
    const items = made.get(load) ?? [...secretItems(load, staleAfterDays), ...repositoryItems(load)];
    made.set(load, items);
    return items;
  };
  const items = (): FoundItem[] => [...loadFailureItems(loads), ...loads.all.flatMap(itemsOf)];
  const picked = await askWhileLoading<FoundItem>({
    title: labels.title(),
    placeholder: () =>
      loads.isLoading || items().length > 0 ? labels.question(loads.isLoading) : labels.nothing(),
    items,
    isLoading: () => loads.isLoading,
    onDidChange: loads.onDidChange,
  });
  return picked?.item.found;
}

function secretItems({ organization, secrets = [], access }: OrganizationLoad, days: number): FoundItem[] {
  if (secrets.length === 0) return [];
  const counts = new Map(access?.secrets.map(it => [secretKey(it), it.access.selection.length]));
  const titles = titlesOf(secrets);
  return [
    separator(labels.secrets(organization)),
    ...secrets.map(({ secret, ...id }, index) => ({
      key: `secret ${secretKey(id)}`,
      found: { kind: 'secret', secret: id } as const,
      label: titles[index] ?? id.name,
      description: secretDescription(secret, counts.get(secretKey(id)), isStale(secret, days)),
      iconPath: new ThemeIcon(visibilityIcon(secret.visibility)),
    })),
  ];
}

function repositoryItems({ organization, repositories = [], access }: OrganizationLoad): FoundItem[] {
  if (repositories.length === 0) return [];
  const received = access && receivedSecrets(access);
  return [
    separator(labels.repositories(organization)),
    ...repositories.map(repository => {
      const secrets = received?.get(repository.id);
      return {
        key: `repository ${organization}/${repository.id}`,
        found: { kind: 'repository', organization, repository } as const,
        label: plainName(repository.name),
        description: secrets
          ? repositoryDescription(repository, secrets.length, false)
          : repositoryWords(repository),
        iconPath: new ThemeIcon(repositoryIcon(repository)),
        ...(secrets && secrets.length > 0 && { detail: receivedWords(secrets) }),
      };
    }),
  ];
}

function separator(label: string): FoundItem {
  return { key: `separator ${label}`, label, kind: QuickPickItemKind.Separator, isAside: true };
}

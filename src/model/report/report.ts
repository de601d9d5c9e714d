import { type AccessMatrix, type AppFailure, type ReceivedSecret, receivedSecrets } from '../access';
import { isStale } from '../age';
import { receives } from '../receives';
import type { Repository } from '../repository';
import type { Visibility } from '../secret';
import type { SecretApp } from '../secretApp';

/** Who can read what in an organization at one moment. There are no values in it: nobody can read them. */
export interface Report {
  readonly organization: string;
  /** The login of who made it. */
  readonly by: string;
  readonly at: Date;
  /** After how many days without an update a secret counts as stale; 0: never. */
  readonly staleAfterDays: number;
  /** The apps whose secrets it is about. */
  readonly apps: readonly SecretApp[];
  /** By name; of the same name in the order of the apps. */
  readonly secrets: readonly ReportedSecret[];
  /** By name. */
  readonly repositories: readonly ReportedRepository[];
  /** The apps whose secrets are missing here. */
  readonly failures: readonly AppFailure[];
}

export interface ReportedSecret {
  readonly app: SecretApp;
  readonly name: string;
  readonly visibility: Visibility;
  /** The repositories that receive it: the selected ones, or those that its visibility covers. */
  readonly receivers: readonly Repository[];
  readonly isStale: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ReportedRepository {
  readonly repository: Repository;
  /** The secrets that it receives, and why. */
  readonly secrets: readonly ReceivedSecret[];
}

/** What a report is written as. */
export type ReportFormat = 'markdown' | 'csv' | 'json';

export const reportFormats: readonly ReportFormat[] = ['markdown', 'csv', 'json'];

/** The words of a report, in the reader's language. */
export interface ReportWords {
  readonly title: (organization: string, apps: readonly SecretApp[]) => string;
  /** Who made the report, and when. */
  readonly introduction: (by: string, at: Date) => string;
  /** What a reader should know of the times. */
  readonly notes: (staleAfterDays: number) => readonly string[];
  /** Which app's secrets are missing, and why. */
  readonly missing: (failure: AppFailure) => string;
  readonly app: (app: SecretApp) => string;
  readonly secretCount: (count: number) => string;
  readonly repositoryCount: (count: number) => string;
  readonly columns: {
    readonly secret: string;
    readonly app: string;
    readonly visibility: string;
    readonly repositories: string;
    readonly selected: string;
    readonly created: string;
    readonly updated: string;
    readonly stale: string;
    readonly repository: string;
    readonly repositoryVisibility: string;
    readonly archived: string;
    readonly secrets: string;
    readonly receives: string;
  };
  readonly visibility: (visibility: Visibility) => string;
  /** Why a repository receives a secret, in a few words. */
  readonly received: (secret: ReceivedSecret) => string;
  /** Who can see a repository. */
  readonly repositoryVisibility: (visibility: Repository['visibility']) => string;
  readonly archived: string;
  readonly stale: string;
  readonly yes: string;
}

/** Who makes a report, when, and what counts as stale. */
export type ReportCircumstances = Pick<Report, 'by' | 'at' | 'staleAfterDays'>;

/** Secrets of several apps name theirs. */
export function appCells({ apps }: Pick<Report, 'apps'>): (cell: string) => string[] {
  return cell => (apps.length > 1 ? [cell] : []);
}

export function toReport(access: AccessMatrix, circumstances: ReportCircumstances): Report {
  const { organization, apps, secrets, repositories, failures } = access;
  const { at, staleAfterDays } = circumstances;
  const received = receivedSecrets(access);
  const receiversOf = new Map<Visibility, readonly Repository[]>(
    (['all', 'private'] as const).map(visibility => [
      visibility,
      repositories.filter(repository => receives(visibility, repository)),
    ]),
  );
  return {
    organization,
    ...circumstances,
    apps,
    failures,
    secrets: secrets.map(({ app, secret, access: { visibility, selection } }) => ({
      app,
      name: secret.name,
      visibility,
      receivers: receiversOf.get(visibility) ?? selection,
      isStale: isStale(secret, staleAfterDays, at.getTime()),
      createdAt: secret.createdAt,
      updatedAt: secret.updatedAt,
    })),
    repositories: repositories.map(repository => ({
      repository,
      secrets: received.get(repository.id) ?? [],
    })),
  };
}

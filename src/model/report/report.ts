import { type AccessMatrix, repositoryCount } from '../access';
import type { Visibility } from '../secret';

/** Who can read what in an organization at one moment. There are no values in it: nobody can read them. */
export interface Report {
  readonly organization: string;
  readonly at: Date;
  /** By name. */
  readonly secrets: readonly ReportedSecret[];
}

export interface ReportedSecret {
  readonly name: string;
  readonly visibility: Visibility;
  /** The names of the selected repositories; empty unless the visibility is `selected`. */
  readonly selection: readonly string[];
  /** How many repositories receive it. */
  readonly count: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a report is written as. */
export type ReportFormat = 'markdown' | 'csv' | 'json';

export const reportFormats: readonly ReportFormat[] = ['markdown', 'csv', 'json'];

/** The words of a report, in the reader's language. */
export interface ReportWords {
  readonly title: (organization: string) => string;
  /** When the report was made, and how many secrets are in it. */
  readonly introduction: (at: Date, secrets: number) => string;
  /** What a reader should know of the times. */
  readonly note: string;
  readonly columns: {
    readonly name: string;
    readonly visibility: string;
    readonly count: string;
    readonly repositories: string;
    readonly created: string;
    readonly updated: string;
  };
  readonly visibility: (visibility: Visibility) => string;
}

export function toReport({ organization, secrets, repositories }: AccessMatrix, at: Date): Report {
  return {
    organization,
    at,
    secrets: secrets.map(({ secret: { name, visibility, createdAt, updatedAt }, access }) => ({
      name,
      visibility,
      selection: access.selection.map(repository => repository.name),
      count: repositoryCount(access, repositories),
      createdAt,
      updatedAt,
    })),
  };
}

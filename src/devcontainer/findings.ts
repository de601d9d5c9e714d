import { undecidedNames } from '../model/declarationsCheck';
import { nameProblem, normalizeName } from '../model/secretName';
import type { OffsetRange } from '../model/textLines';
import type { DeclaredSecret } from './declaredSecrets';

/** Whether a repository gets a secret that exists; `unknown` while the repositories selected for it have not been read. */
export type Received = 'receives' | 'doesNotReceive' | 'unknown';

/** What is known of the organization's secrets: by their names in upper case, whether the repository gets them. */
export type OrganizationKnowledge =
  | {
      readonly kind: 'known';
      readonly organization: string;
      readonly secrets: ReadonlyMap<string, Received>;
    }
  | { readonly kind: 'unknown' }
  /** The user is not allowed to see them. */
  | { readonly kind: 'hidden' }
  /** The repository belongs to a person, or the organization's plan has no Codespaces secrets. */
  | { readonly kind: 'none' };

/** The names of the repository's own secrets, in upper case. */
export type RepositoryKnowledge =
  { readonly kind: 'known'; readonly names: ReadonlySet<string> } | { readonly kind: 'unknown' };

/** What is known of the user's own secrets, as for the organization's. */
export type UserKnowledge =
  { readonly kind: 'known'; readonly secrets: ReadonlyMap<string, Received> } | { readonly kind: 'unknown' };

/** What is known of the secrets that one repository gets, level by level. */
export interface LevelKnowledge {
  readonly organization: OrganizationKnowledge;
  readonly repository: RepositoryKnowledge;
  readonly user: UserKnowledge;
}

export type Level = keyof LevelKnowledge;

/** What to say about a declared name that nothing known provides. */
export type FindingKind =
  /** The organization has it, and this repository doesn't get it. */
  | { readonly kind: 'notGranted'; readonly organization: string }
  /** The user has it, and this repository is not selected for it. */
  | { readonly kind: 'notSelected' }
  /** It exists at none of the levels that were looked at, the organization's among them if there is one. */
  | { readonly kind: 'nothingProvides' }
  /** It is not among the repository's own, and the user is not allowed to see the organization's. */
  | { readonly kind: 'notInRepository' };

/** A declared name that the repository does not get, as far as is known. */
export type Finding = FindingKind & {
  /** As it is written. */
  readonly name: string;
  /** The name in the text, with its quotation marks. */
  readonly range: OffsetRange;
  /** A warning where a secret exists and only access to it is missing; nothing else known could provide it. */
  readonly severity: 'warning' | 'hint';
  /** The levels that are known. A sentence must not speak of others. */
  readonly known: readonly Level[];
  /** The levels that could provide it, and are not known. */
  readonly unknown: readonly Level[];
};

/** What a level has of one name. `absent` also stands for an organization that doesn't exist. */
type Status = Received | 'absent' | 'levelUnknown';

/**
 * What to say about the declared secrets, in the order of the file, once for each name on GitHub: at its last entry,
 * because that is the one that counts. Nothing is said of entries that are incomplete, nor of names that GitHub reserves:
 * no secret can have them, and Codespaces sets some of these variables itself.
 */
export function findingsOf(declared: readonly DeclaredSecret[], knowledge: LevelKnowledge): Finding[] {
  const known = levels.filter(level => knowledge[level].kind === 'known');
  const unknown = levels.filter(level => !['known', 'none'].includes(knowledge[level].kind));
  const complete = declared.filter(({ isIncomplete }) => !isIncomplete);
  const last = new Map(complete.map(secret => [normalizeName(secret.name), secret]));
  return complete.flatMap((secret): Finding[] => {
    const { name, nameRange: range } = secret;
    const key = normalizeName(name);
    if (last.get(key) !== secret || nameProblem(name)) return [];
    const kind = kindOf(key, knowledge);
    return kind ? [{ ...kind, name, range, severity: severityOf(kind, unknown), known, unknown }] : [];
  });
}

/** The declared names that the repository gets from a level that is known. */
export function providedNames(declared: readonly DeclaredSecret[], knowledge: LevelKnowledge): string[] {
  return namesOf(declared).filter(name => {
    const has = statusIn(normalizeName(name), knowledge);
    return levels.some(level => has[level] === 'receives');
  });
}

/** How many names might be missing or not: what is known does not tell, or their entries are incomplete. */
export function undecidedCount(
  declared: readonly DeclaredSecret[],
  knowledge: LevelKnowledge,
  missing: readonly Finding[],
): number {
  const provided = providedNames(declared, knowledge);
  return undecidedNames({ declared: namesOf(declared), provided, missing }).length;
}

/** How many names are missing for sure. Hints are not counted: each person can be asked for those. */
export function missingCount(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'warning').length;
}

function namesOf(declared: readonly DeclaredSecret[]): string[] {
  return declared.map(({ name }) => name);
}

/** All levels, in the order in which they are told. */
export const levels = ['organization', 'repository', 'user'] as const satisfies readonly Level[];

/** The first rule that fits wins: what provides the secret, then what one click would repair, then what is missing. */
function kindOf(name: string, knowledge: LevelKnowledge): FindingKind | undefined {
  const { organization, repository } = knowledge;
  const has = statusIn(name, knowledge);
  if (levels.some(level => has[level] === 'receives')) return undefined;
  // This is true whatever the levels hold that are not known, and its fix helps everybody who uses the repository.
  if (organization.kind === 'known' && has.organization === 'doesNotReceive')
    return { kind: 'notGranted', organization: organization.organization };
  // A secret of the name exists, and might reach the repository: its access has not been read.
  if (levels.some(level => has[level] === 'unknown')) return undefined;
  if (has.user === 'doesNotReceive') return { kind: 'notSelected' };
  switch (organization.kind) {
    case 'known':
      return { kind: 'nothingProvides' };
    // The user's secrets alone say too little: most secrets come from one of the other levels.
    case 'none':
      return repository.kind === 'known' ? { kind: 'nothingProvides' } : undefined;
    case 'hidden':
      return repository.kind === 'known' ? { kind: 'notInRepository' } : undefined;
    // GitHub could not be asked for it, so that it might well be there.
    case 'unknown':
      return undefined;
  }
}

function statusIn(name: string, { organization, repository, user }: LevelKnowledge): Record<Level, Status> {
  return {
    organization: statusOf(organization, name),
    repository: repository.kind === 'known' ? owned(repository.names.has(name)) : 'levelUnknown',
    user: statusOf(user, name),
  };
}

function statusOf(knowledge: OrganizationKnowledge | UserKnowledge, name: string): Status {
  switch (knowledge.kind) {
    case 'known':
      return knowledge.secrets.get(name) ?? 'absent';
    case 'unknown':
    case 'hidden':
      return 'levelUnknown';
    case 'none':
      return 'absent';
  }
}

function owned(isOwned: boolean): Status {
  return isOwned ? 'receives' : 'absent';
}

/** The user's own secret is needed only where the other levels are known to lack it. */
function severityOf({ kind }: FindingKind, unknown: readonly Level[]): Finding['severity'] {
  switch (kind) {
    case 'notGranted':
      return 'warning';
    case 'notSelected':
      return unknown.length === 0 ? 'warning' : 'hint';
    case 'nothingProvides':
    case 'notInRepository':
      return 'hint';
  }
}

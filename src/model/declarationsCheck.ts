import { nameProblem, normalizeName } from './secretName';

/**
 * The longest devcontainer.json that is read, in UTF-16 code units. Nobody writes a longer one. Reading this much takes a
 * fifth of a second where it declares thousands of secrets, and far less where it does not.
 */
export const maxLength = 200_000;

/** Why a devcontainer.json is not compared with what is on GitHub. */
export type Unchecked = 'signedOut' | 'noRepository' | 'noCodespaces' | 'loading';

/** Why a devcontainer.json might declare more than was read of it: it is too long or nested too deeply, or isn't valid JSON. */
export type Unread = 'tooLarge' | 'invalid';

/** A devcontainer.json to check. */
export interface DevcontainerText {
  /** The URI of the workspace folder that it belongs to. */
  readonly folder: string;
  readonly text: string;
}

/** A declared secret that the repository does not get, as far as is known. */
export interface MissingDeclaration {
  readonly name: string;
  readonly sentence: string;
  /** Whether nothing that is unknown could provide it, so that somebody has to act. */
  readonly isCertain: boolean;
}

/** What a devcontainer.json lacks. Sentences are those that the editor shows. */
export type DeclarationsCheck =
  | { readonly kind: 'unchecked'; readonly why: string }
  | {
      readonly kind: 'checked';
      /** Its full name. */
      readonly repository: string;
      /** The declared names, in the order of the file. One can be in it twice. */
      readonly declared: readonly string[];
      /** Why there might be more of them. */
      readonly unread?: Unread;
      /** Those of them that the repository gets. */
      readonly provided: readonly string[];
      readonly missing: readonly MissingDeclaration[];
      /** What does not fit the specification. */
      readonly problems: readonly string[];
      /** The levels that are not known, and why. */
      readonly unknown: readonly string[];
    };

/** Checks files by what is on GitHub, all for the account in use. Rejects with `signedOut`, or with why there is no account. */
export type CheckDeclarations = (files: readonly DevcontainerText[]) => Promise<readonly DeclarationsCheck[]>;

/** The declared names that a repository gets or not: nothing that is known tells. Nothing on GitHub can have a reserved name. */
export function undecidedNames({
  declared,
  provided,
  missing,
}: Pick<DeclarationsCheck & { kind: 'checked' }, 'declared' | 'provided'> & {
  readonly missing: readonly Pick<MissingDeclaration, 'name'>[];
}): string[] {
  const decided = new Set([...provided, ...missing.map(({ name }) => name)].map(normalizeName));
  const names = new Map(declared.map(name => [normalizeName(name), name]));
  return [...names].filter(([key, name]) => !decided.has(key) && !nameProblem(name)).map(([, name]) => name);
}

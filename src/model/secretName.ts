/** What is wrong with a name: each is a rule of GitHub's. */
export type NameProblem = 'empty' | 'characters' | 'leadingDigit' | 'reservedPrefix';

/** Names are case-insensitive on GitHub, and stored in upper case. */
export function normalizeName(typed: string): string {
  return typed.toUpperCase();
}

/**
 * The first rule that a name breaks, if any.
 * @see https://docs.github.com/en/codespaces/managing-codespaces-for-your-organization/managing-development-environment-secrets-for-your-repository-or-organization
 */
export function nameProblem(name: string): NameProblem | undefined {
  if (name === '') return 'empty';
  if (!/^[A-Za-z0-9_]+$/.test(name)) return 'characters';
  if (/^\d/.test(name)) return 'leadingDigit';
  if (/^GITHUB_/i.test(name)) return 'reservedPrefix';
  return undefined;
}

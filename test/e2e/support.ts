import assert from 'node:assert/strict';
import { applyEdit, type FixtureEdit } from '../github/edits';
import type { FakeGitHubServer } from '../github/fakeGitHubServer';
import { testFixture } from '../github/fixtures';
import { userSecretsScopes } from '../github/fixtures/userSecretsToken';
import type { Fixture } from '../github/fixture';
import type { Window } from './window';

/** The requests that change something, in order of arrival: `PUT /orgs/acme/codespaces/secrets/NPM_TOKEN`. */
export function writes(fakeGitHub: FakeGitHubServer): string[] {
  return fakeGitHub.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);
}

/** The address of a secret below the base, or of what stands below it. */
export function secretPath(name: string, below = '', organization = 'acme'): string {
  return `/orgs/${organization}/codespaces/secrets/${name}${below}`;
}

/** The test fixture after some edits, made a moment ago. */
export function fixtureWith(...edits: FixtureEdit[]): Fixture {
  const fixture = testFixture();
  for (const edit of edits) applyEdit(fixture, edit, Date.now());
  return fixture;
}

/** Edits that give `acme` that many more repositories, `repository-001` and so on, of which a secret has some. */
export function manyRepositories(count: number): { edits: FixtureEdit[]; names: string[] } {
  const names = Array.from(
    { length: count },
    (_, index) => `repository-${String(index + 1).padStart(3, '0')}`,
  );
  const edits = names.map(repository => ({
    edit: 'createRepository' as const,
    organization: 'acme',
    repository,
  }));
  return { edits, names };
}

/** The bodies that were sent to a secret's own address, by create, rotate and a change of visibility. */
export function sentTo(
  fakeGitHub: FakeGitHubServer,
  name: string,
  organization = 'acme',
): Record<string, unknown>[] {
  return fakeGitHub
    .requestsTo({ method: 'PUT', path: secretPath(name, '', organization) })
    .map(({ body }) => body as Record<string, unknown>);
}

/** Goes through the rest of a sign-in that the user has allowed, as VS Code for the web has it: with a token made on GitHub. */
export async function enterToken(
  window: Window,
  token: string,
  scopes: readonly string[] = ['admin:org', 'repo'],
): Promise<void> {
  const address = await window.opens(() => window.dialog.click('Continue to GitHub'));
  assert.match(address, /^https:\/\/github\.com\/settings\/tokens\/new\?/);
  assert.ok(address.endsWith(`&scopes=${scopes.join()}`), address);
  const { input } = window;
  await input.message.filter({ hasText: `GitHub Personal Access Token - ${scopes.join(' ')}` }).waitFor();
  await input.type(token);
  await input.accept();
  await input.closed();
}

/** Lets the extension have a session for the user's own secrets, when VS Code asks. `token` is for them. */
export async function allowUserSecrets(window: Window, token: string): Promise<void> {
  await window.dialog.click('Allow');
  await enterToken(window, token, userSecretsScopes);
}

/** Declines it. */
export async function declineUserSecrets(window: Window): Promise<void> {
  await window.dialog.click('Cancel');
}

/** Types a new value for a secret, and sends it. */
export async function rotate(window: Window, name: string, value: string): Promise<void> {
  await window.secrets.clickInline(name, 'Rotate Value...');
  await window.input.shown(`Rotate ${name}`);
  await window.input.type(value);
  await window.input.accept();
  await window.input.closed();
}

/** Has billing of acme have no secrets of its own. */
export function withoutOwnSecrets(fakeGitHub: Pick<FakeGitHubServer, 'edit'>): void {
  fakeGitHub.edit(
    ...['NPM_TOKEN', 'STRIPE_KEY'].map(name => ({
      edit: 'deleteRepositorySecret' as const,
      fullName: 'acme/billing',
      name,
    })),
  );
}

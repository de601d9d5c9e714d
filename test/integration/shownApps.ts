import { ConfigurationTarget, workspace } from 'vscode';
import { settings } from '../../src/manifest';
import type { SecretApp } from '../../src/model/secretApp';
import { gitHub } from './gitHub';
import { type Person, until } from './person';

/** Has the views show some apps, or the default without any. */
export async function showApps(...apps: string[]): Promise<void> {
  const value = apps.length > 0 ? apps : undefined;
  await workspace.getConfiguration().update(settings.apps, value, ConfigurationTarget.Global);
  // The first one makes the file of the settings, which VS Code then has to find.
  await until(
    () =>
      String(workspace.getConfiguration().inspect(settings.apps)?.globalValue) === String(value) || undefined,
  );
  await gitHub.forgetRequests();
}

/** Types a value once the search for the name has ended, as people do: they take longer than GitHub. */
export async function typeAfterSearch(
  person: Person,
  value: string,
  last: SecretApp = 'agents',
): Promise<void> {
  await gitHub.answered({ path: `/orgs/umbrella/${last}/secrets/NPM_TOKEN` });
  await person.type(value);
}

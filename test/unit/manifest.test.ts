import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands, settings, views } from '../../src/host/contributions';

interface Manifest {
  name: string;
  publisher: string;
  contributes: {
    commands: { command: string; title: string; category: string }[];
    views: Record<string, { id: string; name: string }[]>;
    configuration: { properties: Record<string, { scope: string }> };
    menus: Record<string, { command: string }[]>;
  };
}

const read = (file: string): string => readFileSync(new URL(`../../${file}`, `file://${__dirname}/`), 'utf8');

describe('the manifest', () => {
  const text = read('package.json');
  const { name, publisher, contributes } = JSON.parse(text) as Manifest;
  const words = JSON.parse(read('package.nls.json')) as Record<string, string>;

  it('has the commands that the code has', () => {
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).sort(),
      Object.values(commands).sort(),
    );
  });

  it('has the views that the code has', () => {
    const ids = Object.values(contributes.views).flatMap(all => all.map(({ id }) => id));
    assert.deepEqual(ids.sort(), Object.values(views).sort());
  });

  it('has the settings that the code has, none of which a workspace can set', () => {
    assert.deepEqual(
      Object.keys(contributes.configuration.properties).sort(),
      Object.values(settings).sort(),
    );
    for (const { scope } of Object.values(contributes.configuration.properties))
      assert.equal(scope, 'application');
  });

  it('puts only commands into menus that there are', () => {
    const ids = new Set<string>(Object.values(commands));
    for (const { command } of Object.values(contributes.menus).flat()) assert.ok(ids.has(command), command);
  });

  it('names the commands as documented', () => {
    assert.deepEqual([name, publisher], ['codespaces-org-secrets', 'codespaces-org-secrets']);
    const titles = Object.fromEntries(
      contributes.commands.map(({ command, title, category }) => [
        command.replace('codespacesOrgSecrets.', ''),
        `${category}: ${words[title.replaceAll('%', '')] ?? ''}`,
      ]),
    );
    assert.deepEqual(titles, {
      signIn: 'Codespaces Secrets: Sign In to GitHub',
      refresh: 'Codespaces Secrets: Refresh',
      refreshOrganization: 'Codespaces Secrets: Refresh',
      createSecret: 'Codespaces Secrets: Create Secret...',
      rotateSecret: 'Codespaces Secrets: Rotate Value...',
      saveSelectionAsSecret: 'Codespaces Secrets: Save Selection as Secret...',
      importEnvFile: 'Codespaces Secrets: Import from .env File...',
      deleteSecret: 'Codespaces Secrets: Delete Secret...',
      editRepositories: 'Codespaces Secrets: Edit Repository Access...',
      removeRepository: 'Codespaces Secrets: Remove Repository from Secret',
      grantRepositories: 'Codespaces Secrets: Grant Repositories...',
      revokeRepositories: 'Codespaces Secrets: Revoke Repositories...',
      copyAccess: 'Codespaces Secrets: Copy Access from Another Secret...',
      grantSecrets: 'Codespaces Secrets: Grant Secrets...',
      changeVisibility: 'Codespaces Secrets: Change Visibility...',
      exportReport: 'Codespaces Secrets: Export Access Report...',
      copySecretName: 'Codespaces Secrets: Copy Name',
      openOnGitHub: 'Codespaces Secrets: Open on GitHub',
      openAccessMap: 'Codespaces Secrets: Open Access Map',
      showLog: 'Codespaces Secrets: Show Log',
    });
  });

  it('has words for every placeholder, and a placeholder for all words', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });
});

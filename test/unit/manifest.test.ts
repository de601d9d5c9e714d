import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands, contextKeys, settings, tools, views, walkthroughKeys } from '../../src/manifest';
import type { TreeState } from '../../src/tree/organizationsTree';
import { isPreRelease } from '../../vsix.mjs';

interface Manifest {
  name: string;
  publisher: string;
  version: string;
  contributes: {
    commands: { command: string; title: string; category: string }[];
    views: Record<string, { id: string; name: string }[]>;
    configuration: { properties: Record<string, { scope: string }> };
    menus: Record<string, { command: string }[]>;
    languageModelTools: { name: string; modelDescription: string }[];
    viewsWelcome: { view: string; contents: string; when: string }[];
    walkthroughs: { steps: WalkthroughStep[] }[];
  };
}

interface WalkthroughStep {
  id: string;
  description: string;
  media: { svg: string };
  completionEvents: string[];
}

const read = (file: string): string => readFileSync(new URL(`../../${file}`, `file://${__dirname}/`), 'utf8');

/** Every state of a view that shows no organizations: whatever kept GitHub from listing them. */
const emptyStates: Record<Exclude<TreeState, 'ready'>, true> = {
  noOrganizations: true,
  signedOut: true,
  accountChanged: true,
  hostUnset: true,
  hostOverridden: true,
  hostInsecure: true,
  scopeMissing: true,
  ssoRequired: true,
  notOwner: true,
  notWriter: true,
  repositoryNotFound: true,
  otherAccount: true,
  listIncomplete: true,
  organizationNotFound: true,
  appRestricted: true,
  planLacksSecrets: true,
  serverLacksSecrets: true,
  notFound: true,
  moved: true,
  conflict: true,
  changedSince: true,
  exists: true,
  valueRequired: true,
  listMoving: true,
  refused: true,
  rateLimited: true,
  offline: true,
  timedOut: true,
  broken: true,
  unexpected: true,
};

describe('the manifest', () => {
  const text = read('package.json');
  const { name, publisher, version, contributes } = JSON.parse(text) as Manifest;
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

  it('has the tools for language models that the code has', () => {
    assert.deepEqual(
      contributes.languageModelTools.map(({ name }) => name).sort(),
      Object.values(tools).sort(),
    );
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

  it('welcomes the user once in each view, whatever the view cannot show, and leads on', () => {
    const isShown = (when: string, state: string): boolean => {
      const [, key, value, pattern] = /^(\S+) (?:== (\w+)|=~ \/(.*)\/)$/.exec(when) ?? assert.fail(when);
      assert.equal(key, contextKeys.state);
      return value === undefined ? new RegExp(pattern ?? '').test(state) : value === state;
    };
    const known = new Set<string>(Object.values(commands));
    for (const view of Object.values(views))
      for (const state of Object.keys(emptyStates)) {
        const shown = contributes.viewsWelcome.filter(it => it.view === view && isShown(it.when, state));
        // Signed out, one view says so.
        const isHidden = view === views.repositories && state === 'signedOut';
        assert.equal(shown.length, isHidden ? 0 : 1, `${view}: ${state}`);
        if (isHidden) continue;
        const contents = words[shown[0]?.contents.replaceAll('%', '') ?? ''] ?? '';
        assert.match(contents, /\n\[[^\]]+\]\((command:|https:\/\/docs\.github\.com\/)/, state);
        for (const [, id = ''] of contents.matchAll(/command:(codespacesOrgSecrets\.\w+)/g))
          assert.ok(known.has(id), id);
      }
  });

  it('completes each step of the walkthrough by its context key only', () => {
    const steps = contributes.walkthroughs.flatMap(walkthrough => walkthrough.steps);
    assert.deepEqual(
      Object.fromEntries(steps.map(({ id, completionEvents }) => [id, completionEvents])),
      Object.fromEntries(Object.entries(walkthroughKeys).map(([id, key]) => [id, [`onContext:${key}`]])),
    );
  });

  it('leads from each step of the walkthrough to a command, and shows a picture in the colors of the theme', () => {
    const known = [...Object.values(commands), ...Object.values(views).map(id => `${id}.focus`)] as string[];
    for (const { id, description, media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const text = decodeURIComponent(words[description.replaceAll('%', '')] ?? '');
      const linked = text.match(/codespacesOrgSecrets\.[\w.]+/g) ?? [];
      assert.ok(linked.length > 0 && linked.every(command => known.includes(command)), `${id}: ${text}`);
      const colors = [...read(media.svg).matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
      assert.ok(colors.length > 5, id);
      for (const color of colors) assert.match(color ?? '', /^(none|var\(--vscode-.*\))$/, id);
    }
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
      switchAccount: 'Codespaces Secrets: Switch GitHub Account...',
      refresh: 'Codespaces Secrets: Refresh',
      refreshOrganization: 'Codespaces Secrets: Refresh',
      createSecret: 'Codespaces Secrets: Create Secret...',
      rotateSecret: 'Codespaces Secrets: Rotate Value...',
      saveSelectionAsSecret: 'Codespaces Secrets: Save Selection as Secret...',
      importEnvFile: 'Codespaces Secrets: Import from .env File...',
      declareInDevcontainer: 'Codespaces Secrets: Add to devcontainer.json',
      deleteSecret: 'Codespaces Secrets: Delete Secret...',
      editRepositories: 'Codespaces Secrets: Edit Repository Access...',
      removeRepository: 'Codespaces Secrets: Remove Repository from Secret',
      grantRepositories: 'Codespaces Secrets: Grant Repositories...',
      revokeRepositories: 'Codespaces Secrets: Revoke Repositories...',
      copyAccess: 'Codespaces Secrets: Copy Access from Another Secret...',
      grantSecrets: 'Codespaces Secrets: Edit Secret Access...',
      changeVisibility: 'Codespaces Secrets: Change Visibility...',
      chooseApps: 'Codespaces Secrets: Choose Apps to Show...',
      compareApps: 'Codespaces Secrets: Compare Apps...',
      undoAccessChange: 'Codespaces Secrets: Undo Last Access Change',
      findSecret: 'Codespaces Secrets: Find Secret or Repository...',
      reviewStaleSecrets: 'Codespaces Secrets: Review Stale Secrets...',
      exportReport: 'Codespaces Secrets: Export Access Report...',
      copySecretName: 'Codespaces Secrets: Copy Name',
      openOnGitHub: 'Codespaces Secrets: Open on GitHub',
      openAccessMap: 'Codespaces Secrets: Open Access Map',
      showLog: 'Codespaces Secrets: Show Log',
    });
  });

  it('has the version that the changelog starts with, which says whether it is a pre-release', () => {
    const [, heading] = /^## (.+)$/m.exec(read('CHANGELOG.md')) ?? [];
    assert.equal(heading, isPreRelease(version) ? `${version} (pre-release)` : version);
    const lock = JSON.parse(read('package-lock.json')) as {
      version: string;
      packages: Record<string, { version: string }>;
    };
    assert.deepEqual([lock.version, lock.packages['']?.version], [version, version]);
  });

  it('has words for every placeholder, and a placeholder for all words', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });
});

import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { commands as ids, settings } from '../../src/manifest';
import type { SecretApp } from '../../src/model/secretApp';
import { gitHub, npmToken, writes } from './gitHub';
import type { Person } from './person';
import { showApps, typeAfterSearch } from './shownApps';
import { withHubot } from './withPerson';

const acme = { kind: 'organization', organization: 'acme' };
const npmTokenOf = (app: SecretApp): object => ({ kind: 'secret', app, ...npmToken });
const path = (app: SecretApp, rest = ''): string => `/orgs/acme/${app}/secrets/NPM_TOKEN${rest}`;

/** What NPM_TOKEN of an app is: its value, who can use it, and the names of its selected repositories. */
async function stateOf(app: SecretApp): Promise<unknown[]> {
  const stored = await gitHub.secret('acme', 'NPM_TOKEN', app);
  return [await gitHub.value('acme', 'NPM_TOKEN', app), stored?.visibility, stored?.repositories];
}

describe('the secrets of several apps in a Node extension host', () => {
  let person: Person;
  afterEach(() => showApps());
  withHubot(it => (person = it));

  describe('to rotate everywhere', () => {
    const apps = ['codespaces', 'actions', 'dependabot', 'agents'] as const;

    it('lists the same name in the other shown apps, with nothing checked but the one it started from', async () => {
      await showApps(...apps);
      const rotated = commands.executeCommand(ids.rotateSecret, npmTokenOf('actions'));
      await typeAfterSearch(person, 'n3w');
      await person.check(({ items, selectedItems }) => {
        assert.deepEqual(
          items.map(({ label }) => label),
          ['acme · Actions', 'acme · Codespaces', 'acme · Dependabot'],
        );
        assert.match(items[1]?.description ?? '', /^selected repositories · \d+ (months|years?)$/);
        assert.deepEqual(
          selectedItems.map(({ label }) => label),
          ['acme · Actions'],
        );
      });
      await rotated;
      assert.deepEqual(await writes(), [`PUT ${path('actions')}`]);
      assert.equal((await stateOf('actions'))[0], 'n3w');
    });

    it('rotates those that are checked, each with its own key, and keeps the access of each', async () => {
      await showApps(...apps);
      const before = await Promise.all(apps.slice(0, 3).map(stateOf));
      const rotated = commands.executeCommand(ids.rotateSecret, npmTokenOf('codespaces'));
      await typeAfterSearch(person, 'n3w');
      await person.pressThenEnter('Select All in acme');
      await rotated;
      const after = await Promise.all(apps.slice(0, 3).map(stateOf));
      assert.deepEqual(
        after,
        before.map(([, ...access]) => ['n3w', ...access]),
      );
      assert.deepEqual(person.messages, []);
    });

    it('asks each store once at most, and none of them again for its list', async () => {
      await showApps(...apps);
      await gitHub.forgetRequests();
      const rotated = commands.executeCommand(ids.rotateSecret, npmTokenOf('codespaces'));
      await typeAfterSearch(person, 'n3w');
      await person.pressThenEnter('Select All in acme');
      await rotated;
      const looks = (await gitHub.requests())
        .filter(({ method, path: asked }) => method === 'GET' && asked.startsWith('/orgs/umbrella/'))
        .map(({ path: asked }) => asked);
      assert.deepEqual(looks.sort(), apps.map(app => `/orgs/umbrella/${app}/secrets/NPM_TOKEN`).sort());
    });

    it('waits for no slow search', async () => {
      await showApps(...apps);
      const held = await gitHub.fault({ kind: 'hold', path: '/orgs/umbrella/*', times: 'always' });
      const acmeHeld = await gitHub.fault({
        kind: 'hold',
        path: { source: '^/orgs/acme/(actions|dependabot|agents)/' },
        times: 'always',
      });
      const rotated = commands.executeCommand(ids.rotateSecret, npmTokenOf('codespaces'));
      await person.type('n3w');
      await rotated;
      assert.equal((await stateOf('codespaces'))[0], 'n3w');
      await held.release();
      await acmeHeld.release();
    });

    it('says which two of four were rotated, and sends only the other two again', async () => {
      await gitHub.edit({
        edit: 'createSecret',
        organization: 'acme',
        app: 'agents',
        name: 'NPM_TOKEN',
        visibility: 'private',
      });
      await showApps(...apps);
      for (const app of ['dependabot', 'agents'] as const)
        await gitHub.fault({ kind: 'status', status: 422, method: 'PUT', path: path(app) });
      person.choose = ({ buttons }) => buttons.find(it => it.startsWith('Retry'));
      const rotated = commands.executeCommand(ids.rotateSecret, npmTokenOf('codespaces'));
      await typeAfterSearch(person, 'n3w');
      await person.pressThenEnter('Select All in acme');
      await rotated;
      const { text } = await person.said(/was rotated in acme \(Codespaces, Actions\)/);
      assert.match(text, /acme \(Dependabot\), acme \(Agents\): GitHub refused the request/);
      const puts = (await writes()).sort();
      assert.deepEqual(puts, [
        `PUT ${path('actions')}`,
        `PUT ${path('agents')}`,
        `PUT ${path('agents')}`,
        `PUT ${path('codespaces')}`,
        `PUT ${path('dependabot')}`,
        `PUT ${path('dependabot')}`,
      ]);
      for (const app of apps) assert.equal((await stateOf(app))[0], 'n3w', app);
    });

    it('starts by a button where one app is shown, and searches all apps', async () => {
      await gitHub.forgetRequests();
      const rotated = commands.executeCommand(ids.rotateSecret, npmTokenOf('codespaces'));
      await person.pressThenType('Also Rotate in Other Apps...', 'n3w');
      await person.pressThenEnter('Select All in acme');
      await rotated;
      for (const app of apps.slice(0, 3)) assert.equal((await stateOf(app))[0], 'n3w', app);
    });

    it('searches nothing where one app is shown', async () => {
      await gitHub.forgetRequests();
      const rotated = commands.executeCommand(ids.rotateSecret, npmTokenOf('codespaces'));
      await person.type('n3w');
      await rotated;
      const paths = (await gitHub.requests()).map(it => it.path);
      assert.ok(
        paths.every(it => it.includes('/acme/codespaces/') || !it.includes('/secrets')),
        paths.join(),
      );
    });
  });

  describe('to create in several apps', () => {
    it('has one value and the same access in each, and rotates where the name exists', async () => {
      await showApps('codespaces', 'actions', 'agents');
      const before = await stateOf('actions');
      const created = commands.executeCommand(ids.createSecret, acme);
      await person.type('DEPLOY_KEY');
      await person.pick('Codespaces', 'Actions', 'Agents');
      await person.type('s3cret');
      await person.pick('The same repositories in each app');
      await person.pick('Selected repositories');
      await person.pick('docs');
      await created;
      for (const app of ['codespaces', 'actions', 'agents'] as const)
        assert.equal(await gitHub.value('acme', 'DEPLOY_KEY', app), 's3cret', app);
      for (const app of ['codespaces', 'agents'] as const)
        assert.deepEqual((await gitHub.secret('acme', 'DEPLOY_KEY', app))?.repositories, ['docs'], app);
      // It existed, so its access is its own.
      assert.deepEqual((await gitHub.secret('acme', 'DEPLOY_KEY', 'actions'))?.repositories, [
        'billing',
        'website',
      ]);
      assert.deepEqual(await stateOf('actions'), before);
    });

    it('says which app refuses its name, and keeps what the others have', async () => {
      await showApps('codespaces', 'agents');
      await gitHub.fault({
        kind: 'status',
        status: 422,
        method: 'PUT',
        path: '/orgs/acme/agents/secrets/*',
        message: 'Secret names must not start with COPILOT_.',
      });
      const created = commands.executeCommand(ids.createSecret, acme);
      await person.type('COPILOT_KEY');
      await person.pick('Codespaces', 'Agents');
      await person.type('s3cret');
      await person.pick('The same repositories in each app');
      await person.pick('All repositories');
      await created;
      const { text } = await person.said(/^COPILOT_KEY was saved in acme: Codespaces\./);
      assert.match(text, /Agents: GitHub refused the request: Secret names must not start with COPILOT_\./);
      assert.equal(await gitHub.value('acme', 'COPILOT_KEY'), 's3cret');
      assert.equal(await gitHub.secret('acme', 'COPILOT_KEY', 'agents'), undefined);
    });

    it('can have other repositories in each', async () => {
      await showApps('actions', 'dependabot');
      const created = commands.executeCommand(ids.createSecret, acme);
      await person.type('NEW');
      await person.pick('Actions', 'Dependabot');
      await person.type('s3cret');
      await person.pick('Choose for each app');
      await person.pick('Private and internal repositories');
      await person.pick('Selected repositories');
      await person.pick('docs', 'billing');
      await created;
      const [actions, dependabot] = [
        await gitHub.secret('acme', 'NEW', 'actions'),
        await gitHub.secret('acme', 'NEW', 'dependabot'),
      ];
      assert.deepEqual([actions?.visibility, dependabot?.visibility], ['private', 'selected']);
      assert.deepEqual(dependabot?.repositories, ['billing', 'docs']);
    });

    it('can be where others cannot be loaded', async () => {
      await showApps('codespaces', 'actions', 'dependabot');
      const broken = await gitHub.fault({
        kind: 'status',
        status: 403,
        path: '/orgs/acme/actions/*',
        times: 'always',
      });
      const created = commands.executeCommand(ids.createSecret, acme);
      await person.type('NEW');
      await person.check(input => {
        assert.deepEqual(
          input.items.map(({ label }) => label),
          ['Codespaces', 'Dependabot'],
        );
        assert.match(input.placeholder ?? '', /Couldn't load Actions/);
        input.selectedItems = input.items.filter(({ label }) => label === 'Dependabot');
      });
      await person.type('s3cret');
      await person.pick('All repositories');
      await created;
      assert.equal(await gitHub.value('acme', 'NEW', 'dependabot'), 's3cret');
      await broken.end();
    });
  });

  describe('to change the visibility of an Actions secret', () => {
    it('asks for the value before it sends anything, and offers no undo, which would need the old value', async () => {
      const changed = commands.executeCommand(ids.changeVisibility, npmTokenOf('actions'));
      await person.check(input => {
        assert.match(input.placeholder ?? '', /GitHub also requires the value/);
        input.activeItems = input.items.filter(({ label }) => label === 'Private and internal repositories');
      });
      person.choose = ({ buttons }) => (buttons.includes('Apply') ? 'Apply' : undefined);
      await person.type('n3w');
      await changed;
      assert.deepEqual((await stateOf('actions')).slice(0, 2), ['n3w', 'private']);
      const { buttons } = await person.said(/visibility changed/);
      assert.deepEqual(buttons, []);
    });

    it('sends nothing if the value is not entered', async () => {
      const before = await stateOf('actions');
      const changed = commands.executeCommand(ids.changeVisibility, npmTokenOf('actions'));
      await person.pick('Private and internal repositories');
      await person.leave();
      await changed;
      assert.deepEqual(await writes(), []);
      assert.deepEqual(await stateOf('actions'), before);
    });
  });

  it('copy access from one app to another', async () => {
    await showApps('codespaces', 'dependabot');
    const copied = commands.executeCommand(ids.copyAccess, npmTokenOf('dependabot'));
    person.choose = ({ buttons }) => (buttons.includes('Apply') ? 'Apply' : undefined);
    await person.check(input => {
      input.activeItems = input.items.filter(
        ({ label, description }) => label === 'NPM_TOKEN' && description?.startsWith('Codespaces'),
      );
    });
    await copied;
    assert.deepEqual((await stateOf('dependabot'))[2], ['billing', 'service-catalog']);
  });

  it('delete the one that was chosen', async () => {
    person.choose = ({ buttons }) => (buttons.includes('Delete') ? 'Delete' : undefined);
    await commands.executeCommand(ids.deleteSecret, npmTokenOf('dependabot'));
    assert.match(person.messages[0]?.text ?? '', /^Delete NPM_TOKEN \(Dependabot\) from acme\?/);
    assert.equal(await gitHub.secret('acme', 'NPM_TOKEN', 'dependabot'), undefined);
    assert.ok(await gitHub.secret('acme', 'NPM_TOKEN', 'actions'));
  });

  it('are chosen in a pick, of which at least one is checked', async () => {
    const chosen = commands.executeCommand(ids.chooseApps);
    await person.check(input => {
      assert.deepEqual(
        input.selectedItems.map(({ label }) => label),
        ['Codespaces'],
      );
      input.selectedItems = input.items.filter(({ label }) => label !== 'Agents');
    });
    await chosen;
    assert.deepEqual(workspace.getConfiguration().inspect(settings.apps)?.globalValue, [
      'codespaces',
      'actions',
      'dependabot',
    ]);
  });
});

import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { commands as ids, settings } from '../../src/manifest';
import { gitHub, writes } from './gitHub';
import { type Person, press, until } from './person';
import { showApps } from './shownApps';
import { withHubot } from './withPerson';

describe('Compare Apps in a Node extension host', () => {
  let person: Person;
  beforeEach(() => showApps('codespaces', 'actions', 'dependabot'));
  afterEach(() => showApps());
  withHubot(it => (person = it));

  const compare = (): Thenable<unknown> =>
    commands.executeCommand(ids.compareApps, { kind: 'organization', organization: 'acme' });
  /** Leaves the list that comes back, and gives its rows. */
  const listed = async (): Promise<Record<string, string>> => {
    const { labels, descriptions } = await person.look();
    return Object.fromEntries(labels.map((label, index) => [label, descriptions[index] ?? '']));
  };

  it('lists what is missing in an app, or can be used by other repositories', async () => {
    const compared = compare();
    assert.deepEqual(await listed(), {
      DB_URL: 'not in Actions, Dependabot',
      DEPLOY_KEY: 'not in Codespaces, Dependabot',
      NPM_TOKEN: '11 repositories can use it in Actions but not in Dependabot',
      PYPI_TOKEN: 'not in Actions, Dependabot',
      SENTRY_DSN: 'not in Actions, Dependabot',
      UNUSED: 'not in Actions, Dependabot',
    });
    await compared;
  });

  it('creates what is missing with the name filled in, and comes back to the rest', async () => {
    await showApps('actions', 'dependabot');
    const compared = compare();
    await person.pick('DEPLOY_KEY');
    await person.pick('Create in Dependabot...');
    await person.enterNext();
    await person.leave();
    await person.leave();
    await compared;
    const again = compare();
    await person.pick('DEPLOY_KEY');
    await person.pick('Create in Dependabot...');
    await person.type('DEPLOY_KEY');
    await person.type('typed again');
    await person.pick('Selected repositories');
    await person.pick('billing', 'website');
    assert.deepEqual(await listed(), {
      NPM_TOKEN: '11 repositories can use it in Actions but not in Dependabot',
    });
    await again;
    assert.equal(await gitHub.value('acme', 'DEPLOY_KEY', 'dependabot'), 'typed again');
    assert.deepEqual((await gitHub.secret('acme', 'DEPLOY_KEY', 'dependabot'))?.repositories, [
      'billing',
      'website',
    ]);
  });

  it('copies access from one app to another, asks first, and comes back to the rest', async () => {
    await showApps('codespaces', 'dependabot');
    person.choose = press('Apply');
    const compared = compare();
    await person.pick('NPM_TOKEN');
    await person.pick('Copy Access from Codespaces to Dependabot...');
    const rows = await listed();
    await compared;
    assert.ok(!('NPM_TOKEN' in rows), JSON.stringify(rows));
    assert.deepEqual((await gitHub.secret('acme', 'NPM_TOKEN', 'dependabot'))?.repositories, [
      'billing',
      'service-catalog',
    ]);
    assert.deepEqual((await gitHub.secret('acme', 'NPM_TOKEN'))?.repositories, [
      'billing',
      'service-catalog',
    ]);
  });

  it('offers both directions, and comes back if the user chooses none', async () => {
    await showApps('codespaces', 'dependabot');
    const compared = compare();
    await person.pick('NPM_TOKEN');
    const { labels, descriptions } = await person.look();
    const rows = await listed();
    await compared;
    assert.deepEqual(labels, [
      'Copy Access from Codespaces to Dependabot...',
      'Copy Access from Dependabot to Codespaces...',
    ]);
    assert.deepEqual(descriptions, ['2 gain access, 1 loses it', '1 gains access, 2 lose it']);
    assert.ok('NPM_TOKEN' in rows);
    assert.deepEqual(await writes(), []);
  });

  it('does not call missing what could not be loaded', async () => {
    await gitHub.fault({
      path: '/orgs/acme/dependabot/secrets',
      kind: 'status',
      status: 403,
      body: { message: 'You must be an org admin or have the actions secrets fine-grained permission.' },
      times: 'always',
    });
    const compared = compare();
    const rows = await listed();
    await compared;
    assert.equal(rows["Couldn't load Dependabot secrets of acme"], 'Try Again...');
    assert.equal(rows['DB_URL'], 'not in Actions');
    assert.equal(rows['NPM_TOKEN'], '10 repositories can use it in Actions but not in Codespaces');
  });

  it('says that nothing differs', async () => {
    const compared = commands.executeCommand(ids.compareApps, {
      kind: 'organization',
      organization: 'umbrella',
    });
    assert.deepEqual(await listed(), {
      'All secrets have the same access in these apps': 'Codespaces, Actions, Dependabot',
    });
    await compared;
  });

  it('offers to choose more apps if a single one is shown, and goes on', async () => {
    await showApps();
    person.choose = press('Choose Apps...');
    const compared = compare();
    await person.pick('Codespaces', 'Dependabot');
    const rows = await listed();
    await compared;
    assert.deepEqual(person.messages, [
      {
        text: 'Only Codespaces secrets are shown. To compare apps, show at least two.',
        buttons: ['Choose Apps...'],
      },
    ]);
    assert.equal(rows['DB_URL'], 'not in Dependabot');
    await until(() => workspace.getConfiguration().get<string[]>(settings.apps)?.length === 2 || undefined);
  });
});

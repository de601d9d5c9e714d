import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { gitHub, npmToken, repositoriesOf, writes } from './gitHub';
import { type Person, press, until } from './person';
import { runOn, secretNode, selectNothing } from './selection';
import { withPerson } from './withPerson';

describe('changes of access in a Node extension host', () => {
  let person: Person;
  withPerson(it => (person = it));

  const visibility = async (name: string): Promise<string | undefined> =>
    (await gitHub.secret('acme', name))?.visibility;

  it('grant several secrets to several repositories, and name the skipped ones', async () => {
    person.choose = press('Apply');
    const granted = runOn(ids.grantRepositories, 'NPM_TOKEN', 'UNUSED', 'SENTRY_DSN');
    await person.pick('billing', 'website');
    await granted;
    assert.deepEqual(await repositoriesOf('NPM_TOKEN'), ['billing', 'service-catalog', 'website']);
    assert.deepEqual(await repositoriesOf('UNUSED'), ['billing', 'website']);
    assert.equal((await writes()).length, 3);
    await person.said(/^Skipped, .*: SENTRY_DSN \(all repositories\)\.$/);
    await person.said(/1 public repository can now use NPM_TOKEN\./);
  });

  it('do not offer repositories that can already use all of them', async () => {
    const granted = runOn(ids.grantRepositories, 'NPM_TOKEN');
    const { labels, checked } = await person.look();
    await granted;
    assert.equal(labels.length, 10);
    assert.ok(!labels.includes('billing'));
    assert.deepEqual(checked, []);
  });

  it('show a plan that revokes access, and do nothing if it is cancelled', async () => {
    const revoked = runOn(ids.revokeRepositories, 'NPM_TOKEN', 'PYPI_TOKEN', 'DB_URL');
    await person.pick('billing', 'sdk-python');
    await revoked;
    const plan = await person.said(/^Change access to 2 secrets\?/);
    assert.match(
      plan.text,
      /Revokes NPM_TOKEN from 1 repository\.\nRevokes PYPI_TOKEN from 1 repository\.\nAfter this, no repository can use PYPI_TOKEN\. Revoked from: sdk-python\.\n\n4 requests/,
    );
    assert.deepEqual(plan.buttons, ['Apply']);
    assert.deepEqual(await writes(), []);
  });

  it('revoke several secrets from some of the repositories that can use them', async () => {
    person.choose = press('Apply');
    const revoked = runOn(ids.revokeRepositories, 'NPM_TOKEN', 'PYPI_TOKEN');
    await person.pick('billing', 'sdk-python');
    await revoked;
    assert.deepEqual(await repositoriesOf('NPM_TOKEN'), ['service-catalog']);
    assert.deepEqual(await repositoriesOf('PYPI_TOKEN'), []);
  });

  it('say if there is nothing to revoke', async () => {
    await runOn(ids.revokeRepositories, 'UNUSED');
    await person.said(/^No repository is selected for UNUSED\.$/);
  });

  it('remove several repositories of several secrets after one plan', async () => {
    person.choose = press('Apply');
    const stored = { name: 'x', visibility: 'private', archived: false, url: 'https://github.com/acme/x' };
    const nodes = [
      { kind: 'repository', secret: npmToken, repository: { ...stored, id: 70002 } },
      {
        kind: 'repository',
        secret: { ...npmToken, name: 'PYPI_TOKEN' },
        repository: { ...stored, id: 70009 },
      },
    ];
    await commands.executeCommand(ids.removeRepository, nodes[0], nodes);
    assert.equal(person.messages.filter(({ buttons }) => buttons.includes('Apply')).length, 1);
    assert.deepEqual(
      [await repositoriesOf('NPM_TOKEN'), await repositoriesOf('PYPI_TOKEN')],
      [['service-catalog'], []],
    );
  });

  it('change the visibility of several secrets, and skip those that already have it', async () => {
    person.choose = press('Apply');
    const changed = runOn(ids.changeVisibility, 'SENTRY_DSN', 'DB_URL', 'NPM_TOKEN');
    await person.pick('Selected repositories');
    await person.pick('docs');
    await changed;
    assert.deepEqual(
      [await repositoriesOf('SENTRY_DSN'), await repositoriesOf('DB_URL')],
      [['docs'], ['docs']],
    );
    assert.deepEqual(await repositoriesOf('NPM_TOKEN'), ['billing', 'service-catalog']);
    assert.equal((await writes()).length, 2);
  });

  it('copy the selection of another secret', async () => {
    const copied = runOn(ids.copyAccess, 'UNUSED');
    await person.pick('NPM_TOKEN');
    await copied;
    assert.deepEqual(await repositoriesOf('UNUSED'), ['billing', 'service-catalog']);
  });

  it('copy the visibility of another secret to several', async () => {
    person.choose = press('Apply');
    const copied = runOn(ids.copyAccess, 'UNUSED', 'PYPI_TOKEN');
    await person.pick('SENTRY_DSN');
    await copied;
    assert.deepEqual([await visibility('UNUSED'), await visibility('PYPI_TOKEN')], ['all', 'all']);
  });

  it('grant secrets to a repository from the palette, with the current ones checked', async () => {
    await selectNothing();
    const looked = commands.executeCommand(ids.grantSecrets);
    await person.pick('acme');
    await person.pick('billing');
    const { labels, checked } = await person.look();
    await looked;
    assert.deepEqual(
      { labels, checked },
      { labels: ['NPM_TOKEN', 'PYPI_TOKEN', 'UNUSED'], checked: ['NPM_TOKEN'] },
    );

    const granted = commands.executeCommand(ids.grantSecrets);
    await person.pick('acme');
    await person.pick('billing');
    await person.pick('PYPI_TOKEN', 'UNUSED');
    await granted;
    assert.deepEqual(await repositoriesOf('NPM_TOKEN'), ['service-catalog']);
    assert.deepEqual(await repositoriesOf('PYPI_TOKEN'), ['billing', 'sdk-python']);
    assert.deepEqual(await repositoriesOf('UNUSED'), ['billing']);
  });

  it('say so in an organization without secrets', async () => {
    const repository = { id: 70301, name: 'raccoon', visibility: 'private', archived: false, url: '' };
    await commands.executeCommand(ids.grantSecrets, {
      kind: 'repositoryBranch',
      organization: 'umbrella',
      repository,
    });
    await person.said(/^umbrella has no secrets with selected repositories\.$/);
  });

  it('refuse secrets of several organizations at once', async () => {
    const nodes = [secretNode('NPM_TOKEN'), { kind: 'secret', organization: 'globex', name: 'REACTOR_KEY' }];
    await commands.executeCommand(ids.grantRepositories, nodes[0], nodes);
    await person.said(/one organization at a time/);
  });

  it('of more than ten calls are confirmed first, and report what was done if they are cancelled', async () => {
    person.choose = press('Apply');
    person.cancels = progress => progress === '4 of 12';
    const granted = runOn(ids.grantRepositories, 'UNUSED', 'PYPI_TOKEN');
    const all = ['api-gateway', 'billing', 'design-system', 'docs', 'infrastructure', 'legacy-billing'];
    await person.pick(...all);
    await granted;
    await person.said(/14 requests, about 3 seconds/);
    const account = await person.said(/^4 of 12 changes were made\. Not tried: UNUSED \/ infrastructure/);
    assert.deepEqual(account.buttons, ['Continue']);
    assert.deepEqual(await repositoriesOf('UNUSED'), all.slice(0, 4));
    await person.said(/^4 repositories \(2 public\) can now use UNUSED\.$/);
  });

  it('of more than ten repositories of one secret are one call, and so is their undo', async () => {
    person.choose = press('Apply', 'Undo');
    const edited = commands.executeCommand(ids.editRepositories, secretNode('UNUSED'));
    const all = ['api-gateway', 'billing', 'design-system', 'docs', 'infrastructure', 'legacy-billing'];
    const more = ['mobile-app', 'payments', 'sdk-python', 'search-fork', 'service-catalog', 'website'];
    await person.pick(...all, ...more);
    await edited;
    await person.said(/Grants UNUSED to 12 repositories \(5 public\)\.\n\n6 requests, about 1 second/);
    await person.said(/^12 repositories \(5 public\) can now use UNUSED\.$/);
    const whole = 'PUT /orgs/acme/codespaces/secrets/UNUSED/repositories';
    await until(async () => (await writes()).length === 2 || undefined);
    assert.deepEqual(await writes(), [whole, whole]);
    assert.deepEqual(await repositoriesOf('UNUSED'), []);
  });

  it('wait for the end of a rate limit in the middle, and lose nothing', async () => {
    person.choose = press('Apply');
    // By this machine's clock the limit is over already: the wait is the shortest. Short ones are sat out in silence,
    // so that it takes a fourth refusal.
    await gitHub.fault({ method: 'PUT', kind: 'primaryLimit', resetIn: -10, skip: 3, times: 4 });
    const granted = runOn(ids.grantRepositories, 'UNUSED');
    const names = ['api-gateway', 'billing', 'docs', 'infrastructure', 'mobile-app', 'payments', 'website'];
    await person.pick(...names);
    await granted;
    assert.deepEqual(await repositoriesOf('UNUSED'), names);
    assert.ok(
      person.progress.some(text => /^3 of 7, waiting until \d+:\d\d:\d\d/.test(text)),
      person.progress.join('; '),
    );
    assert.equal(person.progress.at(-1), '7 of 7');
  });

  it('can be retried if some failed', async () => {
    await gitHub.fault({ method: 'PUT', kind: 'status', status: 422, skip: 1 });
    person.choose = press('Retry Failed', 'Apply');
    const granted = runOn(ids.grantRepositories, 'UNUSED');
    await person.pick('billing', 'docs', 'website');
    await granted;
    await person.said(/^2 of 3 changes were made\. UNUSED \/ docs: GitHub refused the request/);
    assert.deepEqual(await repositoriesOf('UNUSED'), ['billing', 'docs', 'website']);
  });

  describe('can be undone', () => {
    const undone = /^(.*undone.*)$/;

    it('exactly, whatever they were', async () => {
      person.choose = press('Apply', 'Undo');
      const edited = commands.executeCommand(ids.editRepositories, secretNode('NPM_TOKEN'));
      await person.pick('website', 'docs');
      await edited;
      await until(async () => (await writes()).length === 8 || undefined);
      assert.deepEqual(await repositoriesOf('NPM_TOKEN'), ['billing', 'service-catalog']);
      assert.ok(!person.messages.some(({ text }) => undone.test(text)));
    });

    it('from another visibility back to the selection', async () => {
      person.choose = press('Undo', 'Apply');
      const changed = runOn(ids.changeVisibility, 'NPM_TOKEN');
      await person.pick('All repositories');
      await changed;
      await until(async () => (await visibility('NPM_TOKEN')) === 'selected' || undefined);
      assert.deepEqual(await repositoriesOf('NPM_TOKEN'), ['billing', 'service-catalog']);
    });

    it('but not if somebody changed them again: that is reported, and nothing is done', async () => {
      person.choose = async ({ buttons }) => {
        if (!buttons.includes('Undo')) return undefined;
        await gitHub.edit({ edit: 'selectRepository', ...npmToken, repository: 'payments' });
        return 'Undo';
      };
      const granted = runOn(ids.grantRepositories, 'NPM_TOKEN');
      await person.pick('mobile-app');
      await granted;
      await person.said(/^Access to NPM_TOKEN changed again, so it was not undone\.$/);
      assert.deepEqual(await repositoriesOf('NPM_TOKEN'), [
        'billing',
        'mobile-app',
        'payments',
        'service-catalog',
      ]);
      assert.equal((await writes()).length, 1);
    });
  });
});

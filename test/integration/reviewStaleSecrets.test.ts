import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, workspace } from 'vscode';
import { commands as ids, settings } from '../../src/manifest';
import { gitHub } from './gitHub';
import { type Person, until } from './person';
import { withPerson } from './withPerson';

describe('Review Stale Secrets in a Node extension host', () => {
  let person: Person;
  afterEach(async () => {
    await set(settings.staleAfterDays, undefined);
    await set(settings.organizations, undefined);
  });
  withPerson(it => (person = it));

  const set = (setting: string, value: unknown): Thenable<void> =>
    workspace.getConfiguration().update(setting, value, ConfigurationTarget.Global);
  const review = (): Thenable<unknown> => commands.executeCommand(ids.reviewStaleSecrets);
  const failures = ["Couldn't load globex"];

  it('lists the oldest first, rotates one, and comes back to the rest', async () => {
    const reviewed = review();
    await person.pick('PYPI_TOKEN');
    await person.type('rotated');
    const { labels } = await person.look();
    await reviewed;
    assert.equal(await gitHub.value('acme', 'PYPI_TOKEN'), 'rotated');
    assert.deepEqual(labels, ['SENTRY_DSN', 'UNUSED', 'NPM_TOKEN', 'DB_URL', ...failures]);
    assert.deepEqual((await gitHub.secret('acme', 'PYPI_TOKEN'))?.repositories, ['sdk-python']);
  });

  it("doesn't list a rotated secret again, even if GitHub's next answer is from before the rotation", async () => {
    const path = '/orgs/acme/codespaces/secrets/SENTRY_DSN';
    const saved = await gitHub.fault({ method: 'PUT', path, kind: 'hold', when: 'after' });
    const reviewed = review();
    await person.pick('SENTRY_DSN');
    await person.type('rotated');
    await saved.holding();
    await gitHub.fault({ method: 'GET', path, kind: 'status', status: 304, body: null });
    await saved.release();
    const { labels } = await person.look();
    await reviewed;
    assert.equal(await gitHub.value('acme', 'SENTRY_DSN'), 'rotated');
    assert.deepEqual(labels, ['PYPI_TOKEN', 'UNUSED', 'NPM_TOKEN', 'DB_URL', ...failures]);
  });

  it('shows only those that are older than the setting says', async () => {
    const days = (Date.now() - Date.UTC(2024, 11, 1)) / 86_400_000;
    await set(settings.staleAfterDays, Math.round(days));
    const reviewed = review();
    const { labels } = await person.look();
    await reviewed;
    assert.deepEqual(labels, ['SENTRY_DSN', 'PYPI_TOKEN', ...failures]);
  });

  it('comes back to all where the user leaves the rotation', async () => {
    const reviewed = review();
    await person.pick('SENTRY_DSN');
    await person.leave();
    const { labels } = await person.look();
    await reviewed;
    assert.equal(labels[0], 'SENTRY_DSN');
    assert.equal(await gitHub.value('acme', 'SENTRY_DSN'), 'the value of SENTRY_DSN');
  });

  it('comes back to all where a rotation fails, and tells why', async () => {
    await gitHub.fault({ method: 'PUT', kind: 'status', status: 404 });
    const reviewed = review();
    await person.pick('SENTRY_DSN');
    await person.type('rotated');
    const { labels } = await person.look();
    await reviewed;
    assert.equal(labels[0], 'SENTRY_DSN');
    assert.match(person.messages[0]?.text ?? '', /^Couldn't rotate SENTRY_DSN\./);
  });

  it('says that there is none', async () => {
    await set(settings.organizations, ['umbrella']);
    const reviewed = review();
    assert.deepEqual((await person.look()).labels, ['No secret is older than 180 days']);
    await reviewed;
  });

  it('says that the setting turns it off, and opens the setting', async () => {
    await set(settings.staleAfterDays, 0);
    let opened: unknown[] | undefined;
    const execute = commands.executeCommand;
    Object.assign(commands, {
      executeCommand: (id: string, ...rest: unknown[]) => {
        if (id !== 'workbench.action.openSettings') return execute(id, ...rest);
        opened = rest;
        return Promise.resolve();
      },
    });
    try {
      person.choose = ({ buttons }) => buttons[0];
      await review();
      await until(() => opened);
    } finally {
      Object.assign(commands, { executeCommand: execute });
    }
    assert.deepEqual(opened, [settings.staleAfterDays]);
    assert.deepEqual(person.messages, [
      {
        text: 'Stale secrets are turned off, because the setting "Stale After Days" is 0.',
        buttons: ['Open Setting'],
      },
    ]);
  });
});

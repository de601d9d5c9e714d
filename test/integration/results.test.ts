import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { MemoryFiles } from './memoryFiles';
import { gitHub, npmToken, repositoriesOf } from './gitHub';
import { type Person, press } from './person';
import { runOn } from './selection';
import { withPerson } from './withPerson';

const acme = { kind: 'organization', organization: 'acme' };

describe('what went wrong in a Node extension host', () => {
  let person: Person;
  withPerson(it => (person = it));

  it('is told by secret, each reason once, and the button says how many it sends again', async () => {
    await gitHub.fault({ method: 'PUT', kind: 'status', status: 422, message: 'No.', times: 4 });
    person.choose = press('Apply', 'Retry 4');
    const granted = runOn(ids.grantRepositories, 'NPM_TOKEN', 'UNUSED');
    await person.pick('mobile-app', 'payments');
    await granted;
    const { buttons } = await person.said(
      /^0 of 4 changes were made\. NPM_TOKEN \/ mobile-app, payments; UNUSED \/ mobile-app, payments: GitHub refused the request: No\.$/,
    );
    assert.deepEqual(buttons, ['Retry 4']);
    assert.deepEqual(await repositoriesOf('UNUSED'), ['mobile-app', 'payments']);
  });

  it('is not offered to be sent again where that cannot help', async () => {
    await gitHub.fault({
      method: 'PUT',
      path: '/orgs/acme/codespaces/secrets/NPM_TOKEN/repositories/70008',
      kind: 'before',
      edits: [{ edit: 'deleteRepository', organization: 'acme', repository: 'payments' }],
    });
    const granted = runOn(ids.grantRepositories, 'NPM_TOKEN');
    await person.pick('mobile-app', 'payments');
    await granted;
    const { buttons } = await person.said(
      /^1 of 2 changes were made\. NPM_TOKEN \/ payments: It no longer exists/,
    );
    assert.deepEqual(buttons, []);
  });

  it('names the secret of a single change', async () => {
    await gitHub.fault({ method: 'DELETE', kind: 'status', status: 422, message: 'No.' });
    const revoked = runOn(ids.revokeRepositories, 'NPM_TOKEN');
    await person.pick('billing');
    await revoked;
    const { buttons } = await person.said(
      /^Couldn't change access to NPM_TOKEN\. NPM_TOKEN \/ billing: GitHub refused/,
    );
    assert.deepEqual(buttons, ['Retry Failed']);
  });

  it('names a single secret once that could not be deleted', async () => {
    await gitHub.fault({ method: 'DELETE', kind: 'status', status: 422, message: 'No.' });
    person.choose = press('Delete');
    await runOn(ids.deleteSecret, 'NPM_TOKEN');
    await person.said(/^Couldn't delete NPM_TOKEN\. GitHub refused the request: No\.$/);
  });

  it('names which of several secrets is gone', async () => {
    await gitHub.edit({ edit: 'deleteSecret', ...npmToken });
    await runOn(ids.deleteSecret, 'PYPI_TOKEN', 'NPM_TOKEN');
    await person.said(/^Nothing was deleted\. NPM_TOKEN: It no longer exists\./);
    await runOn(ids.grantRepositories, 'PYPI_TOKEN', 'NPM_TOKEN');
    await person.said(/^Couldn't load who can use the secrets\. NPM_TOKEN: It no longer exists\./);
  });

  it('opens the view, where that shows whether a change was made', async () => {
    await gitHub.fault({ method: 'PUT', kind: 'dropAfter', times: 'always' });
    await commands.executeCommand('workbench.view.explorer');
    let isFocused = 0;
    const execute = commands.executeCommand;
    Object.assign(commands, {
      executeCommand: (id: string, ...rest: unknown[]) => {
        if (id === 'codespacesOrgSecrets.secrets.focus') isFocused += 1;
        return execute(id, ...rest);
      },
    });
    try {
      person.choose = ({ buttons }) => (isFocused > 0 ? undefined : buttons[0]);
      const rotated = runOn(ids.rotateSecret, 'SENTRY_DSN');
      await person.type('rotated');
      await rotated;
    } finally {
      Object.assign(commands, { executeCommand: execute });
    }
    const { buttons } = await person.said(
      /^Couldn't confirm that SENTRY_DSN was rotated\. .* look at the view\.$/,
    );
    assert.deepEqual(buttons, ['Open View', 'Try Again']);
    assert.equal(isFocused, 1);
  });

  it('is that a new secret exists: it can be rotated with the value, and keeps its access', async () => {
    person.choose = press('Rotate NEW_TOKEN');
    const created = commands.executeCommand(ids.createSecret, acme);
    await person.type('NEW_TOKEN');
    await person.type('typed once');
    await gitHub.edit({
      edit: 'createSecret',
      organization: 'acme',
      name: 'NEW_TOKEN',
      visibility: 'selected',
      repositories: ['docs'],
    });
    await person.pick('All repositories');
    await created;
    const { buttons } = await person.said(/^Couldn't create NEW_TOKEN in acme\. .*already exists/);
    assert.deepEqual(buttons, ['Rotate NEW_TOKEN']);
    assert.equal(await gitHub.value('acme', 'NEW_TOKEN'), 'typed once');
    const { visibility } = (await gitHub.secret('acme', 'NEW_TOKEN')) ?? assert.fail();
    assert.deepEqual([visibility, await repositoriesOf('NEW_TOKEN')], ['selected', ['docs']]);
  });

  it('is that secrets of an import exist by then: they can be rotated, and the rest is offered after it', async () => {
    const path = '/orgs/acme/codespaces/secrets/NEW_B';
    await gitHub.fault({ method: 'PUT', path, kind: 'status', status: 422, message: 'No.' });
    person.choose = ({ buttons }) => buttons[0];
    const files = new MemoryFiles();
    try {
      person.files = [files.put('/project/.env', 'NEW_A=a\nNEW_B=b')];
      const imported = commands.executeCommand(ids.importEnvFile, acme);
      await person.pick('NEW_A', 'NEW_B');
      const secret = { organization: 'acme', name: 'NEW_A', visibility: 'private' } as const;
      await gitHub.edit({ edit: 'createSecret', ...secret });
      await person.pick('All repositories');
      await imported;
    } finally {
      files.dispose();
    }
    await person.said(/^1 secret was created and 1 rotated in acme\.$/);
    assert.deepEqual(
      person.messages.map(({ buttons }) => buttons),
      [['Rotate NEW_A', 'Retry Failed'], ['Retry Failed'], []],
    );
    assert.deepEqual([await gitHub.value('acme', 'NEW_A'), await gitHub.value('acme', 'NEW_B')], ['a', 'b']);
    assert.equal((await gitHub.secret('acme', 'NEW_A'))?.visibility, 'private');
  });

  it('is short where the access to many secrets changes', async () => {
    person.choose = press('Apply');
    const granted = runOn(ids.grantRepositories, 'NPM_TOKEN', 'PYPI_TOKEN', 'UNUSED');
    await person.pick('mobile-app', 'payments');
    await granted;
    await person.said(/^Access to 3 secrets changed: NPM_TOKEN \+2, PYPI_TOKEN \+2, UNUSED \+2\.$/);
  });
});

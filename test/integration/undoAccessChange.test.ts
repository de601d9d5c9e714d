import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { gitHub, repositoriesOf, settled, writes } from './gitHub';
import { hubot, octocatAccount, signedInAs } from './signedInAs';
import { Person } from './person';
import { secretNode } from './selection';
import { withPerson } from './withPerson';

describe('Undo Last Access Change in a Node extension host', () => {
  let person: Person;
  withPerson(it => (person = it));

  const undo = (): Thenable<unknown> => commands.executeCommand(ids.undoAccessChange);
  const nothing = /^There is no access change to undo\.$/;
  /** Revokes repositories of a secret, and dismisses the notification about it. */
  const revoke = async (name: string, ...labels: string[]): Promise<void> => {
    const revoked = commands.executeCommand(ids.revokeRepositories, secretNode(name));
    await person.pick(...labels);
    await revoked;
  };

  it('undoes it once, after its notification was closed', async () => {
    await revoke('NPM_TOKEN', 'billing');
    assert.deepEqual(await repositoriesOf('NPM_TOKEN'), ['service-catalog']);
    await undo();
    assert.deepEqual(await repositoriesOf('NPM_TOKEN'), ['billing', 'service-catalog']);
    assert.equal((await writes()).length, 2);
    await undo();
    await person.said(nothing);
    assert.equal((await writes()).length, 2);
  });

  it('undoes the last of several', async () => {
    await revoke('NPM_TOKEN', 'billing');
    await revoke('NPM_TOKEN', 'service-catalog');
    await undo();
    assert.deepEqual(await repositoriesOf('NPM_TOKEN'), ['service-catalog']);
  });

  it('asks before it gives a public repository access, and can be run again where the user cancels', async () => {
    await revoke('PYPI_TOKEN', 'sdk-python');
    await undo();
    const { text, buttons } = await person.said(/^Undo the last access change to PYPI_TOKEN\?/);
    assert.match(text, /Grants PYPI_TOKEN to 1 public repository\.\n/);
    assert.deepEqual(buttons, ['Undo']);
    assert.deepEqual(await repositoriesOf('PYPI_TOKEN'), []);
    person.choose = ({ text: question }) => (question.startsWith('Undo the last') ? 'Undo' : undefined);
    await undo();
    assert.deepEqual(await repositoriesOf('PYPI_TOKEN'), ['sdk-python']);
  });

  it('asks before it brings back a wide visibility, with counts', async () => {
    person.choose = ({ buttons }) => buttons.find(it => it === 'Apply');
    const changed = commands.executeCommand(ids.changeVisibility, secretNode('SENTRY_DSN'));
    await person.pick('Selected repositories');
    await person.pick('docs');
    await changed;
    await undo();
    const { text } = await person.said(/^Undo the last access change to SENTRY_DSN\?/);
    assert.match(text, /Grants SENTRY_DSN to 11 repositories \(4 public\)\./);
    assert.equal((await gitHub.secret('acme', 'SENTRY_DSN'))?.visibility, 'selected');
  });

  it('names a repository that is gone since, and asks for no value', async () => {
    await revoke('NPM_TOKEN', 'billing');
    await gitHub.edit({ edit: 'deleteRepository', organization: 'acme', repository: 'billing' });
    await undo();
    await person.said(/^Not granted, because these repositories no longer exist: billing\.$/);
    await undo();
    await person.said(nothing);
  });

  it('cannot be run by the button of its notification once it was undone', async () => {
    let press: (button: string) => void = () => undefined;
    person.choose = ({ buttons }) =>
      buttons.includes('Undo') ? new Promise(resolve => (press = resolve)) : undefined;
    await revoke('NPM_TOKEN', 'billing');
    await undo();
    press('Undo');
    await person.said(/^This access change was already undone\.$/);
    assert.equal((await writes()).length, 2);
  });
});

describe('Undo Last Access Change after the account has changed', () => {
  let person: Person;
  before(() => (person = new Person()));
  after(() => person.dispose());
  afterEach(settled);

  it('is not there for another account, nor after its return', async () => {
    const revoked = commands.executeCommand(ids.revokeRepositories, secretNode('NPM_TOKEN'));
    await person.pick('billing');
    await revoked;
    await signedInAs(hubot, person);
    const undone = async (): Promise<string[]> => {
      person.forget();
      await commands.executeCommand(ids.undoAccessChange);
      return person.messages.map(({ text }) => text);
    };
    assert.deepEqual(await undone(), ['There is no access change to undo.']);
    await signedInAs(octocatAccount, person);
    assert.deepEqual(await undone(), ['There is no access change to undo.']);
    assert.deepEqual((await gitHub.secret('acme', 'NPM_TOKEN'))?.repositories, ['service-catalog']);
  });
});

import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { declaring, fixesAt, open, says, usualPlace } from './devcontainerFile';
import { gitHub, writes } from './gitHub';
import { hubot, octocatAccount, signedInAs } from './signedInAs';
import { billing } from './otherOwners';
import { type Person, press } from './person';
import { withPerson } from './withPerson';
import { addFolder, type TestFolder } from './workspaceFolder';

const acme = { kind: 'organization', login: 'acme' };
const docs = { id: 70004, name: 'docs', visibility: 'public', archived: false, url: '' };

describe('a caller that knows more than a row does', () => {
  let person: Person;
  withPerson(it => (person = it));

  it('has a secret created with its name and its repository', async () => {
    const created = commands.executeCommand(ids.createSecret, {
      kind: 'place',
      owner: acme,
      name: 'FROM_FIX',
      repositories: [billing],
    });
    await person.enterNext();
    await person.type('value');
    // Selected repositories are highlighted, and the repository is checked.
    await person.enterNext();
    await person.enterNext();
    await created;
    const secret = await gitHub.secret('acme', 'FROM_FIX');
    assert.deepEqual([secret?.visibility, secret?.repositories], ['selected', ['billing']]);
  });

  it("has a repository's own secret created with its name", async () => {
    const owner = { kind: 'repository', id: billing.id, fullName: 'acme/billing' };
    const created = commands.executeCommand(ids.createSecret, { kind: 'place', owner, name: 'FROM_FIX' });
    await person.enterNext();
    await person.type('value');
    await created;
    assert.equal(await gitHub.repositoryValue('acme/billing', 'FROM_FIX'), 'value');
  });

  const unused = { app: 'codespaces', owner: acme, name: 'UNUSED' };
  const grant = (repository: object, more = {}): Thenable<unknown> =>
    commands.executeCommand(ids.grantRepositories, {
      kind: 'grant',
      secret: unused,
      repositories: [repository],
      ...more,
    });

  it('has a secret granted to a repository, after a dialog that says so', async () => {
    await grant(docs);
    assert.match(
      person.messages[0]?.text ?? '',
      /^Change access to UNUSED\?\nGrants UNUSED to 1 public repository\./,
    );
    assert.deepEqual(await writes(), []);
    person.forget();
    person.choose = press('Apply');
    await grant(billing);
    assert.deepEqual((await gitHub.secret('acme', 'UNUSED'))?.repositories, ['billing']);
  });

  it('gets nothing done if another account is in use by then, or the visibility has changed', async () => {
    await grant(billing, { connectionId: 'github https://github.com 1' });
    await person.said(/Your GitHub account changed/);
    person.forget();
    await gitHub.edit({ edit: 'setVisibility', organization: 'acme', name: 'UNUSED', visibility: 'private' });
    await grant(docs);
    await person.said(/^Skipped, because they don't have selected repositories: UNUSED/);
    assert.deepEqual(await writes(), []);
  });

  describe('and is a quick fix', () => {
    let folder: TestFolder;
    before(async () => (folder = await addFolder('acme/website', { [usualPlace]: declaring('DB_URL') })));
    after(async () => {
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await folder.remove();
      await signedInAs(octocatAccount, person);
    });

    it('gets no visibility changed if another account is in use by then', async () => {
      const document = await open(folder);
      await says(document, 'notGranted "DB_URL"');
      const title = 'Change Visibility of DB_URL...';
      const fix = (await fixesAt(document, 'DB_URL')).find(it => it.title === title);
      const { command } = fix ?? assert.fail(`no fix ${title}`);
      await signedInAs(hubot, person);
      void commands.executeCommand(ids.changeVisibility, ...((command?.arguments ?? []) as unknown[]));
      await person.said(/Your GitHub account changed/);
    });
  });
});

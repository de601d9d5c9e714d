import assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { open, usualPlace } from './devcontainerFile';
import { type Person, press } from './person';
import { secretNode } from './selection';
import { withPerson } from './withPerson';
import { addFolder, type TestFolder } from './workspaceFolder';

describe('Add to devcontainer.json', () => {
  let person: Person;
  let folder: TestFolder | undefined;
  const { applyEdit } = workspace;
  afterEach(async () => {
    Object.assign(workspace, { applyEdit });
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await folder?.remove();
    folder = undefined;
  });
  withPerson(it => (person = it));

  const declare = (): Thenable<unknown> =>
    commands.executeCommand(ids.declareInDevcontainer, secretNode('PYPI_TOKEN'));

  it('says so if VS Code refuses the edit', async () => {
    folder = await addFolder('acme/billing', { [usualPlace]: '{}\n' });
    const document = await open(folder);
    // As it does, in some versions, where the text changes at the same moment.
    Object.assign(workspace, { applyEdit: () => Promise.resolve(false) });
    await declare();
    await person.said(/^Couldn't add PYPI_TOKEN to .*devcontainer\.json: VS Code refused the edit\. Check /);
    assert.equal(document.getText(), '{}\n');
  });

  it('says so if VS Code can not create the file', async () => {
    // Where its folder would be, in the first folder of the workspace, there is a file.
    const [first] = workspace.workspaceFolders ?? [];
    const obstacle = Uri.joinPath(first?.uri ?? assert.fail('no folder'), '.devcontainer');
    await workspace.fs.writeFile(obstacle, new Uint8Array());
    person.choose = press('Create devcontainer.json');
    await declare();
    await workspace.fs.delete(obstacle);
    await person.said(/^Couldn't create .*devcontainer\.json: VS Code refused it\. Check /);
  });
});

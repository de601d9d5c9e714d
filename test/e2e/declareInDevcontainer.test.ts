import assert from 'node:assert/strict';
import type { FakeGitHubServer } from '../github/fakeGitHubServer';
import { DevcontainerEditor } from './devcontainerEditor';
import { devcontainerStage } from './devcontainerStage';
import { openWindow, type Window } from './window';

const title = 'Add to devcontainer.json';
const file = '.devcontainer/devcontainer.json';
const text = '{\n  // Mine.\n  "secrets": {\n    "A": {} // The first.\n  } // The end.\n}\n';

/** Opens a window whose folder has some files, none of them in an editor, with the secrets of acme in sight. */
async function openFolder(fakeGitHub: FakeGitHubServer, files: Record<string, string>): Promise<Window> {
  const settings = { 'openFolder.files': files, 'files.autoSave': 'off', 'json.validate.enable': false };
  const window = await openWindow({
    fakeGitHub,
    hasUserSecretsSession: true,
    folder: 'folder:/billing',
    settings,
  });
  await window.openContainer();
  await window.secrets.expand('acme');
  await window.secrets.filled('acme');
  return window;
}

describe('Add to devcontainer.json', () => {
  const stage = devcontainerStage();

  it('adds an entry, keeps comments, and leaves saving to the user', async () => {
    const editor = await stage.open({ declares: text });
    const { window } = editor;
    await window.openContainer();
    await window.secrets.expand('acme');
    await window.secrets.clickMenu('PYPI_TOKEN', title);
    await editor.lines.getByText('What PYPI_TOKEN is for').first().waitFor();
    await editor.unsaved.waitFor();
    assert.equal(
      await editor.text(),
      text.replace(
        '"A": {} // The first.',
        '"A": {}, // The first.\n    "PYPI_TOKEN": {\n      "description": "What PYPI_TOKEN is for"\n    }',
      ),
    );
    // Who can use it is asked when the file is saved.
    await window.page.keyboard.press('ControlOrMeta+S');
    await editor.shows('hint A', 'warning PYPI_TOKEN');
  });

  it('asks which file, where there are several', async () => {
    const window = await openFolder(stage.fakeGitHub, {
      [file]: text,
      '.devcontainer/other/devcontainer.json': text,
    });
    await window.secrets.clickMenu('PYPI_TOKEN', title);
    await window.input.pick('.devcontainer/other/devcontainer.json');
    const editor = new DevcontainerEditor(window);
    await editor.lines.getByText('What PYPI_TOKEN is for').first().waitFor();
    await editor.unsaved.waitFor();
  });

  it('creates the file, where there is none', async () => {
    const window = await openFolder(stage.fakeGitHub, {});
    await window.secrets.clickMenu('PYPI_TOKEN', title);
    await window.notifications.click('This workspace has no devcontainer.json.', 'Create devcontainer.json');
    const editor = new DevcontainerEditor(window);
    await editor.lines.getByText('What PYPI_TOKEN is for').first().waitFor();
    await editor.unsaved.waitFor();
  });

  it('changes nothing in a file that is broken, and says so', async () => {
    const window = await openFolder(stage.fakeGitHub, { [file]: '{ "secrets": { ' });
    await window.secrets.clickMenu('PYPI_TOKEN', title);
    await window.notifications.shown(/Couldn't add to .*devcontainer\.json, because it isn't valid JSON/);
    assert.equal(await new DevcontainerEditor(window).unsaved.count(), 0);
  });
});

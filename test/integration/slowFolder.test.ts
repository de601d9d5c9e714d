import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { declaring, gitConfig, open, saidOf, says, usualPlace } from './devcontainerFile';
import { MemoryFiles } from './memoryFiles';
import { type Person, until } from './person';
import { withPerson } from './withPerson';
import { addFolder, addUri, type TestFolder } from './workspaceFolder';

const declared = declaring('SENTRY_DSN', 'STRIPE_KEY', 'PREVIEW_TOKEN', 'PYPI_TOKEN');
const missingInBilling = ['nothingProvides "PREVIEW_TOKEN"', 'notGranted "PYPI_TOKEN"'];
const missingInWebsite = ['nothingProvides "STRIPE_KEY"', 'notGranted "PYPI_TOKEN"'];
const config = '/slow/.git/config';
const websiteConfig = gitConfig({ origin: 'https://github.com/acme/website.git' });

describe('a folder whose file system does not answer', () => {
  let person: Person;
  let files: MemoryFiles;
  let answer: (config: string) => void;
  const folders: TestFolder[] = [];
  // VS Code can't search this file system for what activates the extension.
  before(() => commands.executeCommand(ids.refresh));
  beforeEach(async () => {
    files = new MemoryFiles();
    files.put('/slow/.git', { isFolder: true });
    files.put(config, { content: new Promise<string>(resolve => (answer = resolve)) });
    files.put(`/slow/${usualPlace}`, declared);
    folders.push(await addUri(files.put('/slow', { isFolder: true })));
  });
  // Before the hook of the person, after which nothing is known any more: no file may load it again.
  afterEach(async () => {
    answer('');
    assert.deepEqual(person.messages, []);
    for (const folder of folders.splice(0)) await folder.remove();
    files.dispose();
  });
  withPerson(it => (person = it));
  const isAsked = (): Promise<boolean> => until(() => files.reads.includes(config) || undefined);

  it('keeps back no other one', async () => {
    const slow = await open(folders[0] ?? assert.fail());
    await isAsked();
    folders.push(await addFolder('acme/billing', { [usualPlace]: declared }));
    await says(await open(folders[1] ?? assert.fail()), ...missingInBilling);
    assert.deepEqual(saidOf(slow), []);
  });

  it('is compared with its repository when it answers after all', async () => {
    const slow = await open(folders[0] ?? assert.fail());
    await isAsked();
    // Nobody waits for it any longer by then.
    await new Promise(resolve => setTimeout(resolve, 4000));
    answer(websiteConfig);
    await says(slow, ...missingInWebsite);
  });

  it('changes nothing that was found out later when it answers after all', async () => {
    const slow = await open(folders[0] ?? assert.fail());
    await isAsked();
    files.put(config, websiteConfig);
    folders.push(await addFolder('acme/billing', {}));
    await says(slow, ...missingInWebsite);
    answer(gitConfig({}));
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.deepEqual(saidOf(slow), missingInWebsite);
  });
});

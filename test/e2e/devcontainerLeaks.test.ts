import assert from 'node:assert/strict';
import { tracesOf } from '../traces';
import { devcontainerStage } from './devcontainerStage';
import { confirmRepository, createNamed } from './fixFlows';
import { assertNowhere, type Seen, watchTraffic } from './leakSearch';

/** Nothing else on the page or the way holds it, nor its Base64, nor its hexadecimal. */
const canary = 'c4n4ry-58d2a06e';

describe('a value that a quick fix of devcontainer.json asks for', () => {
  const stage = devcontainerStage();

  it('goes to GitHub, and stands nowhere after that', async function () {
    this.timeout(300_000);
    const { fakeGitHub } = stage;
    const seen: Seen = { messages: [], requests: [], traffic: [] };
    const editor = await stage.open({ declares: ['FOR_ACME', 'FOR_BILLING', 'FOR_ME'] });
    const { window } = editor;
    watchTraffic(window, seen);
    await editor.shows('hint FOR_ACME', 'hint FOR_BILLING', 'hint FOR_ME');

    await editor.fix('FOR_BILLING', 'Create for This Repository...');
    const failing = fakeGitHub.fault({ kind: 'drop', method: 'PUT', times: 'always' });
    await createNamed(editor, canary);
    seen.messages.push(await (await window.notifications.shown("GitHub didn't answer")).innerText());
    failing.end();
    await window.notifications.clear();
    await editor.fix('FOR_BILLING', 'Create for This Repository...');
    await createNamed(editor, canary);
    await editor.shows('hint FOR_ACME', 'hint FOR_ME');

    await editor.fix('FOR_ACME', 'Create in acme...');
    await createNamed(editor, canary);
    await window.input.shown('Create Secret (3/4)');
    await window.input.accept();
    await confirmRepository(editor, 'billing');
    await editor.shows('hint FOR_ME');

    await editor.fix('FOR_ME', 'Create for You...');
    await createNamed(editor, canary);
    await confirmRepository(editor, 'acme/billing');
    await editor.shows();
    assert.equal(fakeGitHub.repositoryValue('acme/billing', 'FOR_BILLING'), canary);
    assert.equal(fakeGitHub.value('acme', 'FOR_ACME'), canary);
    assert.equal(fakeGitHub.userValue('octocat', 'FOR_ME'), canary);

    seen.messages.push(await editor.text(), ...(await window.notifications.texts()));
    seen.requests.push(...fakeGitHub.requests.map(request => JSON.stringify(request)));
    await window.openContainer();
    await window.secrets.expand('acme');
    await window.secrets.filled('acme');
    await assertNowhere(tracesOf(canary), window, seen, {
      name: 'FOR_ME',
      logged: 'PUT /user/codespaces/secrets/FOR_ME - 201',
      sent: '/user/codespaces/secrets/FOR_ME',
    });
  });
});

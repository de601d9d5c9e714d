import assert from 'node:assert/strict';
import { commands, env, window } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { gitHub, writes } from './gitHub';
import { MemoryFiles } from './memoryFiles';
import { billingRow, ownRow, timesAsked } from './otherOwners';
import { type Person, press, until } from './person';
import { withPerson } from './withPerson';

const secrets = '/repos/acme/billing/codespaces/secrets';

describe("a repository's own secrets", () => {
  let person: Person;
  let files: MemoryFiles;
  let asked: number;
  before(async () => {
    files = new MemoryFiles();
    asked = await timesAsked();
  });
  after(async () => {
    files.dispose();
    assert.equal(await timesAsked(), asked, "Somebody was asked for the user's own secrets");
  });
  withPerson(it => (person = it));

  const valueOf = (name: string) => gitHub.repositoryValue('acme/billing', name);

  it('are created without a question who can use them', async () => {
    const created = commands.executeCommand(ids.createSecret, billingRow);
    await person.type('fresh');
    await person.type('value');
    await created;
    assert.equal(await valueOf('FRESH'), 'value');
    assert.deepEqual(await writes(), [`PUT ${secrets}/FRESH`]);
    assert.deepEqual(person.messages, []);
  });

  it('are rotated by a name that exists', async () => {
    const created = commands.executeCommand(ids.createSecret, billingRow);
    await person.type('STRIPE_KEY');
    await person.type('again');
    await created;
    assert.equal(await valueOf('STRIPE_KEY'), 'again');
    assert.deepEqual(person.messages, []);
  });

  it('are rotated, and nothing but the value is sent', async () => {
    const rotated = commands.executeCommand(ids.rotateSecret, ownRow('STRIPE_KEY'));
    await person.type('rotated');
    await rotated;
    assert.equal(await valueOf('STRIPE_KEY'), 'rotated');
    const requests = await gitHub.requests();
    const [sent] = requests.filter(({ method }) => method === 'PUT');
    assert.deepEqual(Object.keys(sent?.body as object).sort(), ['encrypted_value', 'key_id']);
  });

  it('offer to be created again if somebody deletes them while they are rotated', async () => {
    const edits = [{ edit: 'deleteRepositorySecret', fullName: 'acme/billing', name: 'STRIPE_KEY' }] as const;
    await gitHub.fault({ method: 'PUT', path: `${secrets}/*`, kind: 'before', edits });
    const rotated = commands.executeCommand(ids.rotateSecret, ownRow('STRIPE_KEY'));
    await person.type('rotated');
    await rotated;
    await person.said(/Somebody deleted STRIPE_KEY in acme\/billing at the same moment/);
    assert.equal(await valueOf('STRIPE_KEY'), 'rotated');
  });

  it('are deleted after a dialog that says that the repository loses them', async () => {
    person.choose = press('Delete');
    await commands.executeCommand(ids.deleteSecret, ownRow('STRIPE_KEY'));
    assert.equal(
      person.messages[0]?.text,
      "Delete STRIPE_KEY from acme/billing?\nSTRIPE_KEY: acme/billing can no longer use it\n\nYou can't restore a deleted value.",
    );
    assert.equal(await gitHub.repositorySecret('acme/billing', 'STRIPE_KEY'), undefined);
  });

  it('are not changed under a former name of their repository, which is said', async () => {
    const rotated = commands.executeCommand(ids.rotateSecret, ownRow('STRIPE_KEY'));
    await person.type('rotated');
    await rotated;
    await gitHub.edit({
      edit: 'setRepository',
      organization: 'acme',
      repository: 'billing',
      renameTo: 'invoices',
    });
    await gitHub.forgetRequests();
    const again = commands.executeCommand(ids.rotateSecret, ownRow('STRIPE_KEY'));
    await person.type('again');
    await again;
    await person.said(
      /^Couldn't rotate STRIPE_KEY\. Its repository or organization has another name on GitHub now, so nothing was changed\. The view shows the current name\.$/,
    );
    assert.equal(await gitHub.repositoryValue('acme/invoices', 'STRIPE_KEY'), 'rotated');
  });

  it('have no visibility and no repositories to change, which is said', async () => {
    for (const [id, sentence] of [
      [ids.editRepositories, /^STRIPE_KEY: a repository's own secrets are for that repository alone\./],
      [ids.grantRepositories, /^STRIPE_KEY: a repository's own secrets/],
      [ids.revokeRepositories, /^STRIPE_KEY: a repository's own secrets/],
      [ids.changeVisibility, /^STRIPE_KEY: only an organization's secrets have a visibility\./],
      [ids.copyAccess, /^STRIPE_KEY: only an organization's secrets have a visibility\./],
    ] as const) {
      person.forget();
      await commands.executeCommand(id, ownRow('STRIPE_KEY'));
      await person.said(sentence);
    }
    assert.deepEqual(await writes(), []);
  });

  it('are left out where a command can do something for the others', async () => {
    const ofAcme = { kind: 'secret', organization: 'acme', name: 'UNUSED' };
    const granted = commands.executeCommand(ids.grantRepositories, ofAcme, [ofAcme, ownRow('STRIPE_KEY')]);
    await person.pick('payments');
    await granted;
    await person.said(/^STRIPE_KEY: a repository's own/);
    assert.deepEqual((await gitHub.secret('acme', 'UNUSED'))?.repositories, ['payments']);
  });

  it('are imported from a file', async () => {
    person.files = [files.put('/project/.env', 'ONE=1\nSTRIPE_KEY=2\n')];
    const imported = commands.executeCommand(ids.importEnvFile, billingRow);
    await person.check(
      input => (input.selectedItems = input.items.filter(({ label }) => /^(ONE|STRIPE_KEY)$/.test(label))),
    );
    await imported;
    await person.said(/^1 secret was created and 1 rotated in acme\/billing\.$/);
    assert.deepEqual([await valueOf('ONE'), await valueOf('STRIPE_KEY')], ['1', '2']);
  });

  it('say who may not manage them, and what a lost answer means', async () => {
    await gitHub.fault({ path: `${secrets}*`, kind: 'status', status: 404, times: 'always' });
    await gitHub.fault({ path: '/repos/acme/billing', kind: 'status', status: 404, times: 'always' });
    await commands.executeCommand(ids.createSecret, billingRow);
    await person.said(/^Couldn't load the secrets of acme\/billing\. GitHub can't find acme\/billing/);
  });

  it('are named for a copy, and so is their repository', async () => {
    await commands.executeCommand(ids.copySecretName, billingRow, [billingRow, ownRow('STRIPE_KEY')]);
    assert.equal(await env.clipboard.readText(), 'acme/billing\nSTRIPE_KEY');
    await env.clipboard.writeText('');
  });

  it('stand in the report of their repository, with what they hide', async () => {
    const exported = commands.executeCommand(ids.exportReport, billingRow);
    await person.pick('Markdown');
    await person.pick('Open in Editor');
    await exported;
    const text = (await until(() => window.activeTextEditor)).document.getText();
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.match(text, /^# Codespaces secrets that acme\/billing receives\n/);
    assert.match(
      text,
      /\| `NPM_TOKEN` \| acme \(selected repositories\) \| \*\*by the repository's own\*\* \|/,
    );
    assert.match(text, /\| `NPM_TOKEN` \| acme\/billing \(the repository's own\) \| {2}\|/);
    assert.doesNotMatch(text, /OPENAI_API_KEY/);
  });
});

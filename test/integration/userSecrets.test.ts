import assert from 'node:assert/strict';
import { commands, env, window } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { userSecretsToken } from '../github/fixtures/userSecretsToken';
import { userSelection } from '../userSelection';
import { gitHub, writes } from './gitHub';
import {
  octocat,
  onAskedForUserSecrets,
  sessionsAreQuiet,
  timesAsked,
  userRow,
  userRowBelow,
  billingRow,
} from './otherOwners';
import { press, until } from './person';
import { selectNothing } from './selection';
import { sessionStage } from './sessionStage';
import { showApps } from './shownApps';
import { hubot, mona, signedInAs } from './signedInAs';

const secrets = '/user/codespaces/secrets';

describe("the user's own secrets", () => {
  const on = sessionStage();
  let asked: number;
  beforeEach(async () => {
    await sessionsAreQuiet();
    asked = await timesAsked();
    await gitHub.forgetRequests();
  });

  const repositoriesOf = async (name: string) => (await gitHub.userSecret('octocat', name))?.repositories;
  const requestsForThem = async (): Promise<string[]> =>
    (await gitHub.requests()).map(({ path }) => path).filter(path => path.startsWith(secrets));

  it('are created for no repository at first, which is said, and for those that are selected then', async () => {
    const { person } = on;
    const created = commands.executeCommand(ids.createSecret, octocat);
    await person.type('fresh');
    await person.type('value');
    person.choose = press('Select Repositories...');
    await person.enterNext();
    await created;
    await person.said(/^FRESH was created in octocat\. No repository can use it yet\.$/);
    await person.pick('octocat/dotfiles');
    await until(async () => ((await repositoriesOf('FRESH'))?.length ?? 0) > 0);
    assert.deepEqual(await repositoriesOf('FRESH'), ['octocat/dotfiles']);
    assert.equal(await gitHub.userValue('octocat', 'FRESH'), 'value');
    assert.equal(await timesAsked(), asked + 1, 'VS Code asks once');
  });

  it('are created for repositories of any owner', async () => {
    const { person } = on;
    const created = commands.executeCommand(ids.createSecret, octocat);
    await person.type('FRESH');
    await person.type('value');
    await person.pick('octocat/dotfiles', 'acme/docs');
    await created;
    assert.deepEqual(await repositoriesOf('FRESH'), ['acme/docs', 'octocat/dotfiles']);
    assert.deepEqual(person.messages, []);
  });

  it('are rotated, and keep their repositories, also those that were selected meanwhile', async () => {
    const { person } = on;
    const rotated = commands.executeCommand(ids.rotateSecret, userRow('OPENAI_API_KEY'));
    await gitHub.answered({ path: `${secrets}/OPENAI_API_KEY/repositories` });
    const repositories = ['acme/billing', 'octocat/dotfiles'];
    await gitHub.edit(userSelection('OPENAI_API_KEY', ...repositories));
    await person.type('rotated');
    await rotated;
    assert.deepEqual(person.messages, []);
    assert.equal(await gitHub.userValue('octocat', 'OPENAI_API_KEY'), 'rotated');
    assert.deepEqual(await repositoriesOf('OPENAI_API_KEY'), repositories);
  });

  const repositories = ['acme/billing', 'globex/reactor'];
  const selectHidden = (): Promise<unknown> => gitHub.edit(userSelection('OPENAI_API_KEY', ...repositories));

  it('are not rotated where single sign-on hides a repository, which would lose access', async () => {
    const { person } = on;
    await selectHidden();
    const rotated = commands.executeCommand(ids.rotateSecret, userRow('OPENAI_API_KEY'));
    await person.type('rotated');
    await rotated;
    await person.said(/GitHub lists only some of the selected repositories/);
    assert.deepEqual(await repositoriesOf('OPENAI_API_KEY'), repositories);
    assert.deepEqual(await writes(), []);
  });

  it('are taken from one repository, or deleted, where single sign-on hides another one', async () => {
    const { person } = on;
    await selectHidden();
    await commands.executeCommand(ids.removeRepository, userRowBelow('OPENAI_API_KEY'));
    assert.deepEqual(await repositoriesOf('OPENAI_API_KEY'), ['globex/reactor']);
    person.choose = press('Delete');
    await selectHidden();
    await commands.executeCommand(ids.deleteSecret, userRow('OPENAI_API_KEY'));
    const words = 'OPENAI_API_KEY: 1 repository and others that GitHub does not list can no longer use it';
    assert.ok(person.messages.at(-1)?.text.includes(words), JSON.stringify(person.messages));
    assert.equal(await gitHub.userSecret('octocat', 'OPENAI_API_KEY'), undefined);
  });

  it('are deleted after a dialog that counts who loses them', async () => {
    const { person } = on;
    person.choose = press('Delete');
    await commands.executeCommand(ids.deleteSecret, userRow('OPENAI_API_KEY'));
    assert.match(
      person.messages[0]?.text ?? '',
      /^Delete OPENAI_API_KEY from octocat\?\nOPENAI_API_KEY: 2 repositories can no longer use it\n/,
    );
    assert.equal(await gitHub.userSecret('octocat', 'OPENAI_API_KEY'), undefined);
  });

  it('are granted, edited and revoked, and each can be undone', async () => {
    const { person } = on;
    person.choose = press('Undo');
    for (const [id, labels, sentence] of [
      [ids.grantRepositories, ['acme/payments'], /^1 repository can now use OPENAI_API_KEY\.$/],
      [ids.revokeRepositories, ['acme/billing'], /^1 repository can no longer use OPENAI_API_KEY\.$/],
      [
        ids.editRepositories,
        ['acme/billing', 'octocat/dotfiles'],
        /^1 repository can now use OPENAI_API_KEY\. 1 repository no longer can\.$/,
      ],
    ] as const) {
      person.messages.length = 0;
      const done = commands.executeCommand(id, userRow('OPENAI_API_KEY'));
      await person.pick(...labels);
      await done;
      await person.said(sentence);
      await until(
        async () => (await repositoriesOf('OPENAI_API_KEY'))?.join() === 'acme/api-gateway,acme/billing',
      );
    }
  });

  it('are taken away from a repository at its row, and the last change is undone from the palette', async () => {
    await commands.executeCommand(ids.removeRepository, userRowBelow('OPENAI_API_KEY'));
    assert.deepEqual(await repositoriesOf('OPENAI_API_KEY'), ['acme/api-gateway']);
    await commands.executeCommand(ids.undoAccessChange);
    assert.deepEqual(await repositoriesOf('OPENAI_API_KEY'), ['acme/api-gateway', 'acme/billing']);
  });

  it('have no visibility to change, which is said without asking for access', async () => {
    const { person } = on;
    for (const id of [ids.changeVisibility, ids.copyAccess]) {
      person.forget();
      await commands.executeCommand(id, userRow('OPENAI_API_KEY'));
      await person.said(/^OPENAI_API_KEY: only an organization's secrets have a visibility\./);
    }
    assert.equal(await timesAsked(), asked);
    assert.deepEqual(await requestsForThem(), []);
  });

  it('are named for a copy, and so are their repositories', async () => {
    const repository = {
      id: 70501,
      name: 'octocat/dotfiles',
      visibility: 'private',
      archived: false,
      url: '',
    };
    const below = { kind: 'repository', secret: userRow('OPENAI_API_KEY'), repository };
    await commands.executeCommand(ids.copySecretName, octocat, [octocat, userRow('SCRATCH'), below]);
    assert.equal(await env.clipboard.readText(), 'octocat\nSCRATCH\noctocat/dotfiles');
    await env.clipboard.writeText('');
  });

  it('are found once access was given, also below the repositories that get them; before, nobody is asked', async () => {
    const { person } = on;
    const found = async (): Promise<string[]> => {
      const searched = commands.executeCommand(ids.findSecret);
      let texts: string[] = [];
      await person.check(input => {
        texts = input.items.map(({ label, detail }) => `${label}: ${detail ?? ''}`);
        input.hide();
      });
      await searched;
      return texts;
    };
    assert.ok(!(await found()).some(text => text.includes('OPENAI_API_KEY')));
    assert.equal(await timesAsked(), asked);
    await commands.executeCommand(ids.signIn, { userSecrets: true });
    const texts = await found();
    assert.ok(texts.includes('OPENAI_API_KEY: '), texts.join('\n'));
    assert.ok(texts.some(text => text.startsWith('billing: ') && text.includes('OPENAI_API_KEY (yours)')));
  });

  it('stand in the report of a repository once access was given', async () => {
    const { person } = on;
    await commands.executeCommand(ids.signIn, { userSecrets: true });
    const exported = commands.executeCommand(ids.exportReport, billingRow);
    await person.pick('CSV');
    await person.pick('Open in Editor');
    await exported;
    const text = (await until(() => window.activeTextEditor)).document.getText();
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.match(text, /\r\nOPENAI_API_KEY,octocat \(your own\),,/);
  });

  describe('if access is asked for', () => {
    const flows: readonly (readonly [string, string, object])[] = [
      ['creating', ids.createSecret, octocat],
      ['rotating', ids.rotateSecret, userRow('OPENAI_API_KEY')],
      ['deleting', ids.deleteSecret, userRow('OPENAI_API_KEY')],
      ['editing', ids.editRepositories, userRow('OPENAI_API_KEY')],
      ['granting', ids.grantRepositories, userRow('OPENAI_API_KEY')],
      ['revoking', ids.revokeRepositories, userRow('OPENAI_API_KEY')],
      ['removing', ids.removeRepository, userRowBelow('OPENAI_API_KEY')],
    ];
    for (const [verb, id, row] of flows) {
      it(`and declined, ${verb} ends without a word and without a request`, async () => {
        await onAskedForUserSecrets('refuse');
        await commands.executeCommand(id, row);
        assert.deepEqual(on.person.messages, []);
        assert.deepEqual(await requestsForThem(), []);
        assert.equal(await timesAsked(), asked + 1);
      });

      it(`and another account answers, ${verb} says so and sends nothing`, async () => {
        const token = userSecretsToken(hubot.token);
        await onAskedForUserSecrets({ ...hubot, token });
        await commands.executeCommand(id, row);
        await on.person.said(/^You allowed access for hubot, but octocat is in use here\./);
        assert.deepEqual(await requestsForThem(), []);
      });
    }

    it('and declined, all else goes on', async () => {
      await onAskedForUserSecrets('refuse');
      await commands.executeCommand(ids.createSecret, octocat);
      await on.rotate();
      assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'value');
    });
  });

  it('are those of the account that the flow started with, or nobody gets anything', async () => {
    const { person } = on;
    const rotated = commands.executeCommand(ids.rotateSecret, userRow('OPENAI_API_KEY'));
    await gitHub.answered({ path: `${secrets}/OPENAI_API_KEY` });
    await signedInAs(hubot, person);
    await person.type('value');
    await rotated;
    await person.said(/Your GitHub account changed/);
    // What is still on the screen, or in a key binding, is the first account's.
    person.forget();
    await commands.executeCommand(ids.createSecret, octocat);
    await person.said(/Your GitHub account changed/);
    assert.deepEqual(await writes(), []);
  });

  it('are neither offered nor asked for where secrets of Codespaces are not shown', async () => {
    const { person } = on;
    await signedInAs(mona, person);
    await showApps('actions');
    for (const id of [ids.createSecret, ids.rotateSecret, ids.editRepositories]) {
      await selectNothing();
      person.forget();
      void commands.executeCommand(id);
      await person.said(/^You don't own an organization on GitHub\./);
    }
    assert.equal(await timesAsked(), asked);
  });

  it('are what whoever owns no organization starts with', async () => {
    const { person } = on;
    await signedInAs(mona, person);
    await selectNothing();
    person.forget();
    const created = commands.executeCommand(ids.createSecret);
    await person.type('FRESH');
    await person.type('value');
    await person.pick('acme/billing');
    await created;
    assert.deepEqual((await gitHub.userSecret('mona', 'FRESH'))?.repositories, ['acme/billing']);
    // It is selected in the view by then, or a moment later.
    const owner = { kind: 'user', login: 'mona' };
    const fresh = { kind: 'secret', app: 'codespaces', owner, name: 'FRESH' };
    const rotated = commands.executeCommand(ids.rotateSecret, fresh);
    await person.type('again');
    await rotated;
    assert.equal(await gitHub.userValue('mona', 'FRESH'), 'again');
  });
});

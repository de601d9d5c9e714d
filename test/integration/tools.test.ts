import assert from 'node:assert/strict';
import { authentication, CancellationTokenSource, commands } from 'vscode';
import { tools } from '../../src/manifest';
import { userSecretsScopes } from '../github/fixtures/userSecretsToken';
import { tracesOf } from '../traces';
import { answers, askTool } from './askTool';
import { gitHub, writes } from './gitHub';
import { until } from './person';
import { neededScopes, sessionStage } from './sessionStage';
import { mona } from './signedInAs';
import { addFolder, type TestFolder } from './workspaceFolder';

const canary = 'canary-7c05-that-must-not-sing';
const billing = { repository: 'acme/billing' };
const npmToken = { name: 'NPM_TOKEN' };
const { listRepositorySecrets, whoCanUseSecret, missingInDevcontainer } = tools;

describe('the tools for language models', () => {
  const changes: string[] = [];
  // Before the hook of the stage, which forgets all this.
  afterEach(async () => {
    changes.push(...(await writes()));
    assert.deepEqual(on.person.messages, []);
  });
  const on = sessionStage();
  let folder: TestFolder;
  before(async () => {
    folder = await addFolder('acme/billing', {
      '.devcontainer/devcontainer.json': declares('SENTRY_DSN', 'PYPI_TOKEN', 'NOWHERE'),
    });
  });
  after(() => folder.remove());

  let asked: unknown[];
  const questions = () => commands.executeCommand<unknown[]>('githubSession.questions', 'github');
  beforeEach(async () => {
    asked = await questions();
    await gitHub.edit({ edit: 'setValue', organization: 'acme', value: canary, ...npmToken });
    await gitHub.edit({ edit: 'setRepositorySecret', fullName: 'acme/billing', value: canary, ...npmToken });
    await gitHub.forgetRequests();
  });

  /** Signs in as another user, or changes what the session may do, and waits until the extension has noticed. */
  const answered = (pattern: RegExp, ...ask: Parameters<typeof askTool>): Promise<string> =>
    until(async () => {
      const answer = await askTool(...ask);
      return pattern.test(answer) ? answer : undefined;
    });

  describe('to an owner', () => {
    it('list what a repository gets, from where, and what hides what', async () => {
      assert.deepEqual(
        lines(await askTool(listRepositorySecrets, { repository: 'Acme/Billing' })).slice(0, 6),
        [
          'Secrets that acme/billing (private) gets. Apps: Codespaces. Values are never shown.',
          'DB_URL | Codespaces | from acme: private and internal repositories | updated 2025-01-14',
          ...namesakes(await today()),
          'SENTRY_DSN | Codespaces | from acme: all repositories | updated 2023-02-01',
          "STRIPE_KEY | Codespaces | the repository's own | updated 2024-11-20",
        ],
      );
    });

    it('take the repository that is open if none is named', async () => {
      const open = await askTool(listRepositorySecrets);
      assert.equal(open, await askTool(listRepositorySecrets, billing));
    });

    it("list the user's own secrets only if VS Code can see them, and do not ask for that", async () => {
      const without = await askTool(listRepositorySecrets, billing);
      assert.doesNotMatch(without, /OPENAI_API_KEY/);
      assert.match(without, /Not known: your own Codespaces secrets\. .*codespace:secrets.*Secrets view\./);
      assert.deepEqual(await questions(), asked);
      await allowUserSecrets();
      const answer = await answered(/OPENAI_API_KEY/, listRepositorySecrets, billing);
      assert.match(answer, /^OPENAI_API_KEY \| Codespaces \| octocat's own \| updated 2025-01-13$/m);
      assert.doesNotMatch(answer, /Not known/);
    });

    it('say the same after the user has declined', async () => {
      await commands.executeCommand('githubSession.onAskedForUserSecrets', 'github', 'refuse');
      await assert.rejects(allowUserSecrets());
      asked = await questions();
      assert.match(await askTool(listRepositorySecrets, billing), /Not known: your own Codespaces secrets/);
      assert.deepEqual(await questions(), asked);
    });

    it('tell who can use a secret', async () => {
      const answer = lines(await askTool(whoCanUseSecret, { name: 'npm_token', organization: 'acme' }));
      assert.match(answer[0] ?? '', /^NPM_TOKEN in acme \(Codespaces\): Selected repositories\. Updated /);
      assert.deepEqual(answer.slice(1), [
        '2 repositories can use it: billing (private), service-catalog (internal).',
      ]);
    });

    it('look in all organizations and another app, and say where they could not', async () => {
      const answer = await askTool(whoCanUseSecret, { name: 'DEPLOY_KEY', app: 'Actions', organization: '' });
      assert.match(answer, /^DEPLOY_KEY in acme \(Actions\).*\n2 repositories can use it: billing/);
      assert.match(answer, /^Not known: globex \(Actions\)\. /m);
    });

    it('say that there is no such secret, and where they looked', async () => {
      const answer = await askTool(whoCanUseSecret, { name: 'STRIPE_KEY', organization: 'acme' });
      assert.match(answer, /^There is no organization secret STRIPE_KEY in acme \(Codespaces\)\./);
    });

    it('name a hundred of a thousand repositories, and count all', async () => {
      await gitHub.edit(
        ...Array.from({ length: 1000 }, (_, index) => ({
          edit: 'createRepository' as const,
          organization: 'acme',
          repository: `service-${index}`,
        })),
      );
      await commands.executeCommand('codespacesOrgSecrets.refresh');
      const answer = await askTool(whoCanUseSecret, { name: 'SENTRY_DSN', organization: 'acme' });
      assert.match(answer, /^1,012 repositories can use it: .* and 912 more\.$/m);
      assert.equal(answer.match(/ \((private|public|internal)/g)?.length, 100);
      assert.ok(answer.length < 4000, `${answer.length} characters`);
    });

    it('tell what devcontainer.json lacks', async () => {
      await allowUserSecrets();
      const answer = await answered(/^(?!.*You: not known)/s, missingInDevcontainer);
      assert.deepEqual(lines(answer), [
        'billing/.devcontainer/devcontainer.json, compared with what acme/billing gets:',
        "Missing: PYPI_TOKEN. acme has PYPI_TOKEN, but acme/billing can't use it.",
        'Perhaps missing: NOWHERE. Nothing provides NOWHERE for acme/billing. GitHub will ask each person for it.',
        'Provided: SENTRY_DSN.',
      ]);
    });

    it('check the devcontainer.json that is named, and no other file', async () => {
      const { path } = folder.uri;
      const names = [
        './billing/.devcontainer/devcontainer.json',
        `${path}/.devcontainer/devcontainer.json`,
        `${folder.uri.toString()}/.devcontainer/devcontainer.json`,
      ];
      for (const file of names)
        assert.match(await askTool(missingInDevcontainer, { file }), /Missing: PYPI_TOKEN/, file);
      for (const file of ['.git/config', `${path}/.git/config`, `../${canary}`])
        assert.equal(
          await askTool(missingInDevcontainer, { file }),
          '"file" must be a devcontainer.json of this workspace: billing/.devcontainer/devcontainer.json.',
        );
    });
  });

  describe('to somebody who owns no organization', () => {
    beforeEach(async () => {
      await commands.executeCommand('githubSession.signIn', mona);
      await answered(/You own no organization/, whoCanUseSecret, npmToken);
    });

    it("list the repository's own secrets, and say that the organization's are not known", async () => {
      const answer = await askTool(listRepositorySecrets, billing);
      assert.match(answer, /^STRIPE_KEY \| Codespaces \| the repository's own/m);
      assert.doesNotMatch(answer, /SENTRY_DSN|hides/);
      assert.match(answer, /^Not known: Codespaces secrets of acme\. You are not an owner of acme\./m);
    });

    it('say what is not known of a repository that they can only read', async () => {
      const answer = await askTool(listRepositorySecrets, { repository: 'acme/payments' });
      assert.match(answer, /^None are known\.$/m);
      assert.match(answer, /^Not known: acme\/payments's own secrets\. You need write access/m);
    });

    it('do not say that there is no secret where they can not see any', async () => {
      assert.deepEqual(lines(await askTool(whoCanUseSecret, { ...npmToken, organization: 'acme' })), [
        "We don't know whether there is an organization secret NPM_TOKEN.",
        'Not known: acme (Codespaces). You are not an owner of acme. Only owners can see and manage its Codespaces secrets.',
      ]);
    });

    it('say of devcontainer.json only what is known', async () => {
      const answer = await askTool(missingInDevcontainer);
      assert.doesNotMatch(answer, /^Missing|Provided/m);
      assert.match(answer, /^Perhaps missing: PYPI_TOKEN\. Not in acme\/billing's secrets\./m);
      assert.match(answer, /^acme: not known\. You are not an owner$/m);
    });
  });

  it('say how to sign in, and ask GitHub nothing, while the user is signed out', async () => {
    await commands.executeCommand('githubSession.signOut');
    const asks: Parameters<typeof askTool>[] = [
      [listRepositorySecrets, billing],
      [whoCanUseSecret, npmToken],
      [missingInDevcontainer],
    ];
    await answered(/You are signed out/, listRepositorySecrets, billing);
    await gitHub.forgetRequests();
    for (const ask of asks)
      assert.match(
        await askTool(...ask),
        /^You are signed out of GitHub\. .* "Codespaces Secrets: Sign In to GitHub"/,
      );
    assert.deepEqual(await gitHub.requests(), []);
    assert.deepEqual(await questions(), asked);
  });

  it('say which scope is missing, and ask for none', async () => {
    const hasScopes = (scopes: string[]) =>
      gitHub.edit({ edit: 'setToken', token: 'gho_test', user: 'octocat', scopes });
    await hasScopes(['read:user']);
    await commands.executeCommand('codespacesOrgSecrets.refresh');
    const answer = await askTool(whoCanUseSecret, { ...npmToken, organization: 'acme' });
    await hasScopes([...neededScopes]);
    assert.match(answer, /scope admin:org/);
    assert.deepEqual(await questions(), asked);
  });

  it('say that GitHub does not find a repository', async () => {
    assert.equal(
      await askTool(listRepositorySecrets, { repository: 'acme/nothing' }),
      "GitHub can't find acme/nothing, or you can't see it. Check the name.",
    );
  });

  it('say what an input has to be, without repeating it', async () => {
    const bad: [...Parameters<typeof askTool>, RegExp][] = [
      [
        listRepositorySecrets,
        { repository: `../${canary}` },
        undefined,
        /"repository" must be the full name/,
      ],
      [listRepositorySecrets, { repository: 7 }, undefined, /"repository" must be a string/],
      [whoCanUseSecret, {}, undefined, /"name" must be the name of a secret/],
      [whoCanUseSecret, { name: canary }, undefined, /"name" must be the name of a secret/],
      [whoCanUseSecret, { ...npmToken, organization: `a/${canary}` }, undefined, /"organization" must be/],
      [whoCanUseSecret, { ...npmToken, app: canary }, undefined, /"app" must be one of/],
      [missingInDevcontainer, { file: [canary] }, undefined, /"file" must be a string/],
    ];
    for (const [id, input, token, pattern] of bad) assert.match(await askTool(id, input, token), pattern);
    // A view may well ask for what it shows, since the session was another one before.
    const paths = (await gitHub.requests()).map(({ path }) => path);
    assert.deepEqual(
      paths.filter(path => path.startsWith('/repos/') || path.includes(canary)),
      [],
    );
  });

  it('end as soon as they are cancelled, and then ask GitHub no more', async () => {
    await commands.executeCommand('codespacesOrgSecrets.refresh');
    const held = await gitHub.fault({ path: '/repos/acme/billing', kind: 'hold', times: 'always' });
    const source = new CancellationTokenSource();
    const asking = askTool(listRepositorySecrets, billing, source.token);
    await held.holding();
    source.cancel();
    await assert.rejects(asking, /Cancell?ed/i);
    await held.release();
    await held.end();
    // By the end of another one, the next step would have begun.
    await askTool(listRepositorySecrets, { repository: 'acme/nothing' });
    const paths = (await gitHub.requests()).map(({ path }) => path);
    assert.deepEqual(
      // The views may well ask for the organization's.
      paths.filter(path => path.startsWith('/repos/acme/billing/')),
      [],
    );
  });

  // Mocha runs what a describe nests after its own tests, so that this has to be nested, too, to come last.
  describe('after all that', () => {
    it('have changed nothing, and no answer has a value or a token in it', () => {
      assert.ok(answers.length > 30);
      assert.deepEqual(changes, []);
      for (const trace of [canary, 'gho_'].flatMap(tracesOf))
        for (const text of answers) assert.ok(!text.includes(trace), text);
    });
  });
});

function lines(answer: string): string[] {
  return answer.split('\n');
}

function declares(...names: string[]): string {
  return JSON.stringify({ secrets: Object.fromEntries(names.map(name => [name, {}])) });
}

/** The day of what was just changed, as the simulated GitHub tells it. */
async function today(): Promise<string> {
  const updated = (await gitHub.repositorySecret('acme/billing', 'NPM_TOKEN'))?.updatedAt ?? 0;
  return new Date(updated).toISOString().slice(0, 10);
}

function namesakes(day: string): string[] {
  return [
    `NPM_TOKEN | Codespaces | from acme: selected repositories | updated ${day} | hidden: codespaces get the repository's own value`,
    `NPM_TOKEN | Codespaces | the repository's own | updated ${day} | hides the organization's secret of this name`,
  ];
}

/** Lets VS Code see the user's own secrets, as if the user did that in the view. */
async function allowUserSecrets(): Promise<void> {
  const session = await authentication.getSession('github', neededScopes, { silent: true });
  assert.ok(session);
  const { account } = session;
  await authentication.getSession('github', userSecretsScopes, { createIfNone: true, account });
}

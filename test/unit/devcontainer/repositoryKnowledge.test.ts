import assert from 'node:assert/strict';
import type { Connection } from '../../../src/cache/connections';
import { Store } from '../../../src/cache/store';
import { readDeclaredSecrets } from '../../../src/devcontainer/declaredSecrets';
import { findingsOf } from '../../../src/devcontainer/findings';
import { type Again, RepositoryKnowledge } from '../../../src/devcontainer/repositoryKnowledge';
import { OctokitGitHub } from '../../../src/github/octokitGitHub';
import { sealWith } from '../../../src/github/sealing';
import { Failure } from '../../../src/model/failure';
import { userSecretsScope } from '../../../src/model/scopes';
import { repositoryStore, userStore } from '../../../src/model/secretStore';
import { secretIn } from '../../../src/model/secret';
import sodium from 'libsodium-wrappers';
import { codespacesSecret } from '../../codespaces';
import type { FakeGitHub } from '../../github/fakeGitHub';
import { testFixture, testToken, userSecretsToken } from '../../github/fixtures';
import { User } from '../requestCounts/user';
import { userSelection } from '../../userSelection';
import { connected, idsOf } from '../support';

const quiet = (): void => undefined;

/** What a test knows of one repository, and what it cost. */
interface Subject {
  readonly store: Store;
  readonly knowledge: RepositoryKnowledge;
  readonly load: (names: readonly string[], again?: Again) => Promise<void>;
  /** `warning NPM_TOKEN: notGranted` and so on; nothing before all levels have answered. */
  readonly findings: (...names: string[]) => string[];
}

describe('what is known of the secrets of a repository', () => {
  const on = connected();

  /** @param allowed whether the user gave access to their own secrets */
  function about(fullName: string, { token = 'gho_test', user = 'octocat', allowed = true } = {}): Subject {
    const withoutAccess = new Failure({ kind: 'scopeMissing', scopes: [userSecretsScope] });
    const gitHub = new OctokitGitHub(
      {
        baseUrl: on.fakeGitHub.url,
        token: () => token,
        ofUser: {
          token: () => {
            if (!allowed) throw withoutAccess;
            return userSecretsToken(token);
          },
          tokenReady: () => (allowed ? Promise.resolve() : Promise.reject(withoutAccess)),
        },
        userAgent: 'test',
        log: { info: quiet, warn: quiet, error: quiet },
      },
      sealWith(() => Promise.resolve(sodium)),
    );
    return subject(new Store(gitHub, () => [], undefined, undefined, user), fullName);
  }

  function subject(store: Store, fullName: string): Subject {
    const knowledge = new RepositoryKnowledge({ id: 'one', store } as unknown as Connection, fullName);
    return {
      store,
      knowledge,
      load: (names, again = 'none') => knowledge.load(names, again),
      findings: (...names) => {
        if (!knowledge.isSettled) return [];
        const entries = names.map(name => `"${name}": {}`).join();
        const { secrets } = readDeclaredSecrets(`{ "secrets": { ${entries} } }`);
        return findingsOf(secrets, knowledge.levels).map(it => `${it.severity} ${it.name}: ${it.kind}`);
      },
    };
  }

  const requested = (gitHub: FakeGitHub = on.fakeGitHub): string[] =>
    gitHub.requests.map(({ path }) => path.replace(/\?.*/, '')).sort();
  const ofBilling = [
    '/orgs/acme/codespaces/secrets',
    '/repos/acme/billing',
    '/repos/acme/billing/codespaces/secrets',
  ];

  it('takes three round trips, and the selections of the declared names alone', async () => {
    const user = new User(testFixture(), { token: testToken, login: 'octocat' });
    const { load, findings } = subject(user.store, 'acme/billing');
    const names = ['pypi_token', 'NPM_TOKEN', 'SCRATCH', 'SENTRY_DSN', 'NOWHERE'];
    await user.pays({ requests: 7, roundTrips: 3 }, () => load(names));
    assert.deepEqual(requested(user.fake), [
      ofBilling[0],
      '/orgs/acme/codespaces/secrets/NPM_TOKEN/repositories',
      '/orgs/acme/codespaces/secrets/PYPI_TOKEN/repositories',
      ...ofBilling.slice(1),
      '/user/codespaces/secrets',
      '/user/codespaces/secrets/SCRATCH/repositories',
    ]);
    assert.deepEqual(findings(...names), [
      'warning pypi_token: notGranted',
      'warning SCRATCH: notSelected',
      'hint NOWHERE: nothingProvides',
    ]);
  });

  it('says nothing before all levels have answered', async () => {
    const slow = on.fakeGitHub.fault({ kind: 'hold', path: '/orgs/acme/codespaces/secrets' });
    const { load, findings, knowledge } = about('acme/billing');
    const loaded = load(['PYPI_TOKEN', 'NOWHERE']);
    await slow.holding();
    await on.fakeGitHub.answered({ path: '/repos/acme/billing/codespaces/secrets' });
    assert.deepEqual(findings('PYPI_TOKEN', 'NOWHERE'), []);
    assert.ok(knowledge.isLoading);
    slow.release();
    await loaded;
    assert.equal(findings('PYPI_TOKEN', 'NOWHERE').length, 2);
    assert.ok(!knowledge.isLoading);
  });

  it("claims nothing of a secret of the user's whose repositories single sign-on hides from its session", async () => {
    on.fakeGitHub.edit(
      { edit: 'authorizeToken', token: 'gho_test', organization: 'globex' },
      userSelection('SCRATCH', 'acme/docs', 'globex/reactor'),
    );
    const { load, findings } = about('globex/reactor');
    await load(['SCRATCH', 'NOWHERE']);
    assert.deepEqual(findings('SCRATCH', 'NOWHERE'), ['hint NOWHERE: nothingProvides']);
  });

  it('speaks of the repository alone to whoever is no owner', async () => {
    const { load, findings } = about('acme/billing', { token: 'gho_mona', user: 'mona' });
    await load(['PYPI_TOKEN', 'STRIPE_KEY']);
    assert.deepEqual(findings('PYPI_TOKEN', 'STRIPE_KEY'), ['hint PYPI_TOKEN: notInRepository']);
  });

  it('claims nothing to whoever can see neither the organization nor the repository', async () => {
    const { load, findings, knowledge } = about('acme/payments', { token: 'gho_mona', user: 'mona' });
    await load(['PYPI_TOKEN']);
    assert.deepEqual(findings('PYPI_TOKEN'), []);
    assert.equal(knowledge.failure('repository')?.reason.kind, 'notWriter');
    assert.equal(knowledge.failure('organization')?.reason.kind, 'notOwner');
  });

  it('asks for no organization of a person', async () => {
    const { load, findings } = about('octocat/dotfiles');
    await load(['DOTFILES_KEY', 'SCRATCH', 'NOWHERE']);
    assert.deepEqual(findings('DOTFILES_KEY', 'SCRATCH', 'NOWHERE'), [
      'warning SCRATCH: notSelected',
      'hint NOWHERE: nothingProvides',
    ]);
    assert.ok(requested().every(path => !path.startsWith('/orgs/')));
  });

  it('treats an organization without Codespaces secrets as none', async () => {
    const { load, findings, knowledge } = about('acme/billing');
    on.fakeGitHub.edit({ edit: 'setOrganization', organization: 'acme', missingApps: ['codespaces'] });
    await load(['NOWHERE']);
    assert.deepEqual(knowledge.levels.organization, { kind: 'none' });
    // Its repositories have none either.
    assert.deepEqual(findings('NOWHERE'), []);
  });

  it('follows a repository to its new name, and to its new organization', async () => {
    const { load, knowledge, findings, store } = about('acme/billing');
    on.fakeGitHub.edit({
      edit: 'setRepository',
      organization: 'acme',
      repository: 'billing',
      renameTo: 'invoices',
    });
    await load(['PYPI_TOKEN']);
    assert.equal(knowledge.fullName, 'acme/invoices');
    assert.deepEqual(findings('PYPI_TOKEN'), ['warning PYPI_TOKEN: notGranted']);
    on.fakeGitHub.edit({ edit: 'transferRepository', fullName: 'acme/invoices', to: 'umbrella' });
    store.refresh();
    const slow = on.fakeGitHub.fault({ kind: 'hold', path: '/orgs/umbrella/codespaces/secrets' });
    const loaded = load(['PYPI_TOKEN'], 'all');
    await slow.holding();
    // Nothing of acme's is said of a repository of umbrella's.
    assert.equal(knowledge.fullName, 'umbrella/invoices');
    assert.equal(knowledge.levels.organization.kind, 'unknown');
    slow.release();
    await loaded;
    assert.deepEqual(findings('PYPI_TOKEN'), ['hint PYPI_TOKEN: nothingProvides']);
  });

  it('claims nothing of a repository that cannot be seen, and asks again only when all is refreshed', async () => {
    const { load, knowledge, findings } = about('acme/nowhere');
    on.fakeGitHub.fault({ kind: 'status', status: 403, path: '/user/codespaces/secrets', times: 'always' });
    await load(['NPM_TOKEN']);
    await load(['NPM_TOKEN']);
    assert.deepEqual(requested(), ['/repos/acme/nowhere', '/user/codespaces/secrets']);
    assert.equal(knowledge.failure()?.reason.kind, 'repositoryNotFound');
    assert.deepEqual(findings('NPM_TOKEN'), []);
    await load(['NPM_TOKEN'], 'all');
    assert.equal(requested().length, 4);
  });

  for (const status of [403, 500])
    it(`claims nothing of the user's secret whose repositories end in ${status}, and asks once`, async () => {
      const path = '/user/codespaces/secrets/SCRATCH/repositories';
      const fault = on.fakeGitHub.fault({ kind: 'status', status, path, times: 'always' });
      const { load, findings } = about('acme/billing');
      await load(['SCRATCH', 'NOWHERE']);
      const asked = requested().length;
      await load(['SCRATCH', 'NOWHERE']);
      assert.equal(requested().length, asked);
      assert.deepEqual(findings('SCRATCH', 'NOWHERE'), ['hint NOWHERE: nothingProvides']);
      fault.end();
      await load(['SCRATCH'], 'user');
      assert.deepEqual(findings('SCRATCH'), ['warning SCRATCH: notSelected']);
    });

  it('claims nothing of the user without their access, and asks nothing for it', async () => {
    const { load, findings, knowledge } = about('acme/billing', { allowed: false });
    await load(['SCRATCH', 'PYPI_TOKEN']);
    assert.deepEqual(requested(), [
      ofBilling[0],
      '/orgs/acme/codespaces/secrets/PYPI_TOKEN/repositories',
      ...ofBilling.slice(1),
    ]);
    assert.equal(knowledge.levels.user.kind, 'unknown');
    assert.deepEqual(findings('SCRATCH', 'PYPI_TOKEN'), [
      'hint SCRATCH: nothingProvides',
      'warning PYPI_TOKEN: notGranted',
    ]);
  });

  const outages = [
    ['a rate limit', { kind: 'primaryLimit', resetIn: 3600 }],
    ['an error of GitHub', { kind: 'status', status: 500 }],
    ['a lost connection', { kind: 'drop' }],
  ] as const;
  for (const [what, effect] of outages)
    it(`sends nobody to an owner for ${what}, and asks again only when all is refreshed`, async () => {
      const path = '/orgs/acme/codespaces/secrets';
      const fault = on.fakeGitHub.fault({ ...effect, path, times: 'always' });
      const { load, findings, knowledge } = about('acme/billing');
      await load(['PYPI_TOKEN', 'NOWHERE']);
      assert.deepEqual(findings('PYPI_TOKEN', 'NOWHERE'), []);
      assert.ok(knowledge.isSettled && knowledge.failure('organization'));
      const asked = requested().length;
      await load(['PYPI_TOKEN', 'NOWHERE']);
      await load(['PYPI_TOKEN', 'NOWHERE'], 'user');
      assert.equal(requested().length, asked);
      fault.end();
      if (effect.kind === 'primaryLimit') return;
      await load(['PYPI_TOKEN'], 'all');
      assert.deepEqual(findings('PYPI_TOKEN'), ['warning PYPI_TOKEN: notGranted']);
    });

  it('knows of a change that GitHub confirmed without a request', async () => {
    const { load, findings, store } = about('acme/billing');
    const names = ['PYPI_TOKEN', 'NEW_ONE', 'OWN_ONE', 'SCRATCH'];
    await load(names);
    const repository = (await store.repository('acme/billing')).repository;
    await store.addRepository(codespacesSecret('PYPI_TOKEN'), repository);
    await store.settleAccess(codespacesSecret('PYPI_TOKEN'));
    await store.createSecret(codespacesSecret('NEW_ONE'), 'v', {
      visibility: 'selected',
      selection: [repository],
    });
    const own = repositoryStore({ id: idsOf(on, 'billing')[0] ?? 0, fullName: 'acme/billing' });
    await store.createSecret(secretIn(own, 'OWN_ONE'), 'v', { visibility: 'selected', selection: [] });
    const mine = secretIn(userStore('octocat'), 'SCRATCH');
    await store.addRepository(mine, { ...repository, name: 'acme/billing' });
    await store.settleAccess(mine);
    on.fakeGitHub.forgetRequests();
    await load(names);
    assert.deepEqual(requested(), []);
    assert.deepEqual(findings(...names), []);
  });

  it('keeps its findings while they are read anew, and drops them when the account signs in again', async () => {
    const { load, findings, knowledge, store } = about('acme/billing');
    await load(['PYPI_TOKEN']);
    store.refresh();
    assert.deepEqual(findings('PYPI_TOKEN'), ['warning PYPI_TOKEN: notGranted']);
    store.forget();
    assert.ok(!knowledge.isSettled);
    assert.deepEqual(knowledge.secretsOf('organization'), []);
    await load(['PYPI_TOKEN'], 'all');
    assert.deepEqual(findings('PYPI_TOKEN'), ['warning PYPI_TOKEN: notGranted']);
  });
});

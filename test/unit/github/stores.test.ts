import assert from 'node:assert/strict';
import type { Repository } from '../../../src/model/repository';
import { keepAccess } from '../../../src/model/gitHub';
import { type SecretId, secretIn } from '../../../src/model/secret';
import { appRules, type SecretApp, secretApps } from '../../../src/model/secretApp';
import { storeOf } from '../../../src/model/secretStore';
import { OctokitGitHub } from '../../../src/github/octokitGitHub';
import { testToken } from '../../github/fixtures';
import { connected, failsWith, idsOf } from '../support';

const organization = 'acme';
const idOf = (app: SecretApp, name = 'TOKEN'): SecretId => secretIn(storeOf(app, organization), name);
const toAll = { visibility: 'all', selection: [] } as const;
const toPrivate = { visibility: 'private', selection: [] } as const;

describe('the stores of every app', () => {
  const connection = connected();
  const create = (app: SecretApp, name = 'TOKEN', repositories?: readonly string[]): void =>
    connection.fakeGitHub.edit({
      edit: 'createSecret',
      organization,
      app,
      name,
      ...(repositories ? { visibility: 'selected', repositories: [...repositories] } : { visibility: 'all' }),
    });
  const stored = (app: SecretApp, name = 'TOKEN'): unknown => {
    const secret = connection.fakeGitHub.secret(organization, name, app);
    return secret && [secret.visibility, ...secret.repositories];
  };
  const valueOf = (app: SecretApp, name = 'TOKEN'): string | undefined =>
    connection.fakeGitHub.value(organization, name, app);
  const sent = (app: SecretApp, method = 'PUT'): unknown[] =>
    connection.fakeGitHub
      .requestsTo({ method, path: `/orgs/${organization}/${app}/secrets/*` })
      .map(({ body }) => body);
  const repositories = async (...names: string[]): Promise<Repository[]> => {
    const all = await connection.gitHub().repositories(organization);
    return names.map(name => all.find(repository => repository.name === name) ?? assert.fail(name));
  };
  /** How an app takes ids of repositories along with a secret. */
  const idsFor = (app: SecretApp, ids: readonly number[]): unknown[] =>
    ids.map(id => (app === 'dependabot' ? String(id) : id));

  for (const app of secretApps)
    describe(`of ${app}`, () => {
      const store = storeOf(app, organization);
      const id = idOf(app);

      it('lists every page of its secrets, and no secret of another app', async () => {
        const { secrets } = connection.fakeGitHub.fixture.organizations.get(organization)?.stores[app] ?? {};
        create(app, 'S000');
        const model = secrets?.get('S000') ?? assert.fail();
        for (let index = 1; index < 230; index += 1) {
          const name = `S${String(index).padStart(3, '0')}`;
          secrets?.set(name, { ...model, name });
        }
        const before = secrets?.size;
        for (const other of secretApps.filter(it => it !== app)) create(other, `OF_${other}`);
        const listed = await connection.gitHub().secrets(store);
        assert.deepEqual(
          listed.map(({ name }) => name),
          [...(secrets?.keys() ?? [])].sort(),
        );
        assert.equal(listed.length, before);
        assert.equal(connection.fakeGitHub.requests.length, 3);
      });

      it('gets and finds one secret', async () => {
        create(app, 'TOKEN', ['docs']);
        const gitHub = connection.gitHub();
        const { name, visibility } = await gitHub.secret(id);
        assert.deepEqual([name, visibility], ['TOKEN', 'selected']);
        assert.equal((await gitHub.findSecret(id))?.name, 'TOKEN');
        assert.equal(await gitHub.findSecret(idOf(app, 'MISSING')), undefined);
        await failsWith(gitHub.secret(idOf(app, 'MISSING')), 'notFound');
      });

      it('creates a secret for selected repositories, and reads them back', async () => {
        const selection = await repositories('billing', 'docs');
        const gitHub = connection.gitHub();
        const saved = await gitHub.saveSecret(id, { visibility: 'selected', selection }, 's3cret\n');
        assert.equal(saved.isNew, true);
        assert.equal(valueOf(app), 's3cret\n');
        assert.deepEqual(stored(app), ['selected', 'billing', 'docs']);
        const [body] = sent(app) as { selected_repository_ids: unknown[] }[];
        assert.deepEqual(
          body?.selected_repository_ids,
          idsFor(
            app,
            selection.map(it => it.id),
          ),
        );
        assert.deepEqual(await gitHub.access(id), { visibility: 'selected', selection });
      });

      it('updates a secret, and says that it was there', async () => {
        create(app, 'TOKEN', ['docs']);
        const { isNew } = await connection.gitHub().saveSecret(id, toPrivate, 'new');
        assert.equal(isNew, false);
        assert.deepEqual([valueOf(app), stored(app)], ['new', ['private']]);
      });

      it('rotates the value and keeps a selection of several pages', async () => {
        connection.fakeGitHub.edit(
          ...Array.from({ length: 240 }, (_, index) => {
            return { edit: 'createRepository', organization, repository: `extra-${index}` } as const;
          }),
        );
        const names = Array.from({ length: 240 }, (_, index) => `extra-${index}`);
        create(app, 'TOKEN', names);
        const { isNew, replaced } = await connection.gitHub().saveSecret(id, keepAccess, 'rotated');
        assert.deepEqual([isNew, replaced?.selection.length], [false, 240]);
        assert.equal(valueOf(app), 'rotated');
        assert.deepEqual(stored(app), ['selected', ...names.sort()]);
      });

      it('seals a value again whose key was replaced meanwhile', async () => {
        create(app, 'TOKEN', ['docs']);
        const gitHub = connection.gitHub();
        await gitHub.prepareSealing(store);
        connection.fakeGitHub.edit({ edit: 'rotateKey', organization, app });
        await gitHub.saveSecret(id, keepAccess, 'rotated');
        assert.deepEqual([valueOf(app), stored(app)], ['rotated', ['selected', 'docs']]);
      });

      it('deletes a secret, and leaves those of that name in the other apps', async () => {
        for (const each of secretApps) create(each);
        await connection.gitHub().deleteSecret(id);
        assert.deepEqual(
          secretApps.filter(each => stored(each) !== undefined),
          secretApps.filter(each => each !== app),
        );
      });

      it('lists, replaces, adds and removes selected repositories', async () => {
        create(app, 'TOKEN', ['docs']);
        const gitHub = connection.gitHub();
        const [billing, website] = await repositories('billing', 'website');
        assert.ok(billing && website);
        const { selection, replaced } = await gitHub.updateSelection(id, now => [...now, billing]);
        assert.deepEqual(
          [selection, replaced].map(list => list.map(({ name }) => name)),
          [['docs', 'billing'], ['docs']],
        );
        await gitHub.addSelectedRepository(id, website.id);
        await gitHub.addSelectedRepository(id, website.id);
        await gitHub.removeSelectedRepository(id, billing.id);
        await gitHub.removeSelectedRepository(id, billing.id);
        assert.deepEqual(stored(app), ['selected', 'docs', 'website']);
        const { repositories: listed } = await gitHub.selectedRepositories(id);
        assert.deepEqual(listed.map(({ name }) => name).sort(), ['docs', 'website']);
        // The list of a selection takes numbers in every app.
        assert.deepEqual(sent(app)[0], { selected_repository_ids: idsOf(connection, 'docs', 'billing') });
      });

      it('is in conflict where a secret has no selection to change', async () => {
        create(app);
        const gitHub = connection.gitHub();
        const [docs] = idsOf(connection, 'docs') as [number];
        await failsWith(gitHub.addSelectedRepository(id, docs), 'conflict');
        await failsWith(gitHub.removeSelectedRepository(id, docs), 'conflict');
        await failsWith(
          gitHub.updateSelection(id, () => []),
          'conflict',
        );
        assert.deepEqual(stored(app), ['all']);
      });

      it('takes the same name in another case for the same secret', async () => {
        create(app, 'TOKEN', ['docs']);
        const gitHub = connection.gitHub();
        const { isNew } = await gitHub.saveSecret(idOf(app, 'token'), keepAccess, 'rotated');
        assert.deepEqual([isNew, valueOf(app), stored(app)], [false, 'rotated', ['selected', 'docs']]);
        assert.equal((await gitHub.findSecret(idOf(app, 'ToKeN')))?.name, 'TOKEN');
      });

      it('takes a value of 48 KB, and leaves it to GitHub to refuse a longer one', async () => {
        // Four bytes for each character, to tell bytes from characters.
        const longest = '🔑'.repeat((48 * 1024) / 4);
        const gitHub = connection.gitHub();
        await gitHub.saveSecret(id, toAll, longest);
        assert.equal(valueOf(app), longest);
        const { message } = await failsWith(gitHub.saveSecret(id, toAll, `${longest}!`), 'refused');
        assert.match(message, /48 KB/);
        assert.equal(valueOf(app), longest);
      });

      it(`changes a visibility without the value${appRules[app].needsValue ? ' nowhere: GitHub wants it' : ''}`, async () => {
        create(app, 'TOKEN', ['docs']);
        const before = valueOf(app);
        // GitHub's description does not allow what is asked here of Actions and Agents.
        connection.fakeGitHub.countsViolations = false;
        const saving = connection.gitHub().saveSecret(id, toPrivate);
        if (appRules[app].needsValue) await failsWith(saving, 'valueRequired');
        else await saving;
        assert.deepEqual(stored(app), appRules[app].needsValue ? ['selected', 'docs'] : ['private']);
        assert.equal(valueOf(app), before);
        await connection.gitHub().saveSecret(id, toAll, 'with it');
        assert.deepEqual([stored(app), valueOf(app)], [['all'], 'with it']);
      });

      it('says that the organization lacks the app, which GitHub only says by 404', async () => {
        connection.fakeGitHub.edit({ edit: 'setOrganization', organization, missingApps: [app] });
        const gitHub = connection.gitHub();
        const reason = { kind: 'planLacksSecrets', organization, app };
        assert.deepEqual(await failsWith(gitHub.secrets(store), 'planLacksSecrets'), reason);
        assert.deepEqual(await failsWith(gitHub.prepareSealing(store), 'planLacksSecrets'), reason);
        assert.deepEqual(await failsWith(gitHub.saveSecret(id, toAll, 'value'), 'planLacksSecrets'), reason);
        for (const other of secretApps.filter(it => it !== app)) {
          const found = await gitHub.secrets(storeOf(other, organization));
          assert.ok(found.length > 0, other);
        }
      });

      it('says what a member may not see, in either way that GitHub refuses', async () => {
        const hooli = storeOf(app, 'hooli');
        await failsWith(connection.gitHub().secrets(hooli), 'notOwner');
        connection.fakeGitHub.edit({
          edit: 'setOrganization',
          organization: 'hooli',
          missingRole: 'forbidden',
        });
        await failsWith(connection.gitHub().secrets(hooli), 'notOwner');
      });
    });

  it('has the same name in every app, each with its own value and sealed with its own key', async () => {
    const gitHub = connection.gitHub();
    await Promise.all(secretApps.map(app => gitHub.saveSecret(idOf(app), toAll, `the value for ${app}`)));
    assert.deepEqual(
      secretApps.map(app => valueOf(app)),
      secretApps.map(app => `the value for ${app}`),
    );
    const keys = secretApps.flatMap(app => sent(app)).map(body => (body as { key_id: string }).key_id);
    assert.equal(new Set(keys).size, secretApps.length);
    // None was sealed with another app's key at first, which GitHub refuses.
    assert.deepEqual(
      connection.fakeGitHub.requestsTo({ method: 'PUT' }).map(({ status }) => status),
      secretApps.map(() => 201),
    );
  });

  describe('on an Enterprise Server', () => {
    const log = (): void => undefined;
    const server = (): OctokitGitHub =>
      new OctokitGitHub(
        {
          baseUrl: `${connection.fakeGitHub.url}/api/v3`,
          token: () => testToken,
          userAgent: 'test',
          log: { info: log, warn: log, error: log },
        },
        () => Promise.resolve(''),
      );

    for (const app of secretApps)
      it(`${appRules[app].isOnServer ? 'has' : 'lacks'} secrets of ${app}`, async () => {
        const listed = server().secrets(storeOf(app, organization));
        if (appRules[app].isOnServer) assert.ok((await listed).length > 0);
        else
          assert.deepEqual(await failsWith(listed, 'serverLacksSecrets'), {
            kind: 'serverLacksSecrets',
            app,
          });
      });

    it('says of a secret there that it is gone, and not that the app is missing', async () => {
      await failsWith(server().secret(idOf('actions', 'MISSING')), 'notFound');
      await failsWith(server().secret(idOf('dependabot', 'MISSING')), 'notFound');
    });
  });

  describe('for a member whose role lets them manage Actions secrets', () => {
    beforeEach(() =>
      connection.fakeGitHub.edit({
        edit: 'setMembership',
        organization,
        user: 'octocat',
        managesActionsSecrets: true,
      }),
    );

    for (const missingRole of ['notFound', 'forbidden'] as const)
      it(`shows those of Actions alone, where GitHub says of the others ${missingRole}`, async () => {
        connection.fakeGitHub.edit({ edit: 'setOrganization', organization, missingRole });
        const gitHub = connection.gitHub();
        assert.equal((await gitHub.secrets(storeOf('actions', organization))).length, 2);
        for (const app of secretApps.filter(it => it !== 'actions')) {
          const reason = await failsWith(gitHub.secrets(storeOf(app, organization)), 'notOwner');
          assert.deepEqual(reason, { kind: 'notOwner', organization, app });
        }
      });

    it('changes those of Actions', async () => {
      create('actions', 'TOKEN', ['docs']);
      const gitHub = connection.gitHub();
      await gitHub.saveSecret(idOf('actions'), keepAccess, 'rotated');
      await gitHub.removeSelectedRepository(idOf('actions'), idsOf(connection, 'docs')[0] ?? 0);
      assert.deepEqual([valueOf('actions'), stored('actions')], ['rotated', ['selected']]);
    });

    it('says that a secret is gone, and not that the role is missing', async () => {
      const gitHub = connection.gitHub();
      await failsWith(gitHub.secret(idOf('actions', 'MISSING')), 'notFound');
      await failsWith(gitHub.deleteSecret(idOf('actions', 'MISSING')), 'notFound');
      await failsWith(gitHub.selectedRepositories(idOf('actions', 'MISSING')), 'notFound');
      await failsWith(gitHub.secret(idOf('dependabot', 'MISSING')), 'notOwner');
    });
  });
});

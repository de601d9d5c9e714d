import assert from 'node:assert/strict';
import { noAccess } from '../../../src/model/access';
import { keepAccess } from '../../../src/model/gitHub';
import { type SecretId, secretIn } from '../../../src/model/secret';
import { repositoryStore, type StoreId } from '../../../src/model/secretStore';
import { connected, failsWith } from '../support';

const organization = 'acme';
const billing = repositoryStore({ id: 70002, fullName: 'acme/billing' });
const idOf = (name = 'STRIPE_KEY', store: StoreId = billing): SecretId => secretIn(store, name);
const rename = { edit: 'setRepository', organization, repository: 'billing', renameTo: 'invoices' } as const;

describe("a repository's own secrets", () => {
  const connection = connected();
  const valueOf = (name = 'STRIPE_KEY', fullName = 'acme/billing'): string | undefined =>
    connection.fakeGitHub.repositoryValue(fullName, name);

  it('are listed, got and found, and have no visibility', async () => {
    const gitHub = connection.gitHub();
    const listed = await gitHub.secrets(billing);
    assert.deepEqual(
      listed.map(({ name, visibility }) => [name, visibility]),
      [
        ['NPM_TOKEN', undefined],
        ['STRIPE_KEY', undefined],
      ],
    );
    assert.equal((await gitHub.secret(idOf())).updatedAt.getTime(), Date.UTC(2024, 10, 20));
    assert.equal((await gitHub.findSecret(idOf()))?.name, 'STRIPE_KEY');
    assert.equal(await gitHub.findSecret(idOf('MISSING')), undefined);
  });

  it('are created and rotated with nothing but a value, sealed with the key of the repository', async () => {
    const gitHub = connection.gitHub();
    assert.deepEqual(await gitHub.saveSecret(idOf('NEW'), noAccess, 's3cret\n'), { isNew: true });
    assert.deepEqual(await gitHub.saveSecret(idOf('NEW'), keepAccess, 'rotated'), { isNew: false });
    assert.equal(valueOf('NEW'), 'rotated');
    for (const { body } of connection.fakeGitHub.requestsTo({ method: 'PUT' }))
      assert.deepEqual(Object.keys(body as object).sort(), ['encrypted_value', 'key_id']);
  });

  it('are sealed again where the key was replaced meanwhile', async () => {
    const gitHub = connection.gitHub();
    await gitHub.prepareSealing(billing);
    connection.fakeGitHub.edit({ edit: 'rotateRepositoryKey', fullName: 'acme/billing' });
    await gitHub.saveSecret(idOf(), keepAccess, 'rotated');
    assert.equal(valueOf(), 'rotated');
  });

  it('do not come back by a rotation after somebody has deleted them', async () => {
    const gitHub = connection.gitHub();
    await gitHub.secrets(billing);
    connection.fakeGitHub.edit({
      edit: 'deleteRepositorySecret',
      fullName: 'acme/billing',
      name: 'STRIPE_KEY',
    });
    await failsWith(gitHub.saveSecret(idOf(), keepAccess, 'rotated'), 'notFound');
    assert.equal(valueOf(), undefined);
  });

  it('are deleted, and leave what the organization has of the same name', async () => {
    await connection.gitHub().deleteSecret(idOf('NPM_TOKEN'));
    assert.equal(connection.fakeGitHub.repositorySecret('acme/billing', 'NPM_TOKEN'), undefined);
    assert.ok(connection.fakeGitHub.secret(organization, 'NPM_TOKEN'));
  });

  it('have no repositories to select', async () => {
    const gitHub = connection.gitHub();
    await failsWith(gitHub.addSelectedRepository(idOf(), 70001), 'conflict');
    await failsWith(gitHub.selectedRepositories(idOf()), 'conflict');
    assert.deepEqual(connection.fakeGitHub.requests, []);
  });

  for (const missingRole of ['notFound', 'forbidden'] as const)
    it(`need write access, where GitHub refuses with ${missingRole}`, async () => {
      connection.fakeGitHub.edit({ edit: 'setOrganization', organization, missingRole });
      const mona = connection.gitHub('gho_mona');
      const payments = repositoryStore({ id: 70008, fullName: 'acme/payments' });
      assert.deepEqual(await failsWith(mona.secrets(payments), 'notWriter'), {
        kind: 'notWriter',
        repository: 'acme/payments',
      });
      await failsWith(mona.saveSecret(idOf('NEW', payments), noAccess, 'value'), 'notWriter');
      assert.equal(valueOf('NEW', 'acme/payments'), undefined);
      assert.equal((await mona.secrets(billing)).length, 2);
    });

  it('tell a secret that is gone from a repository that is', async () => {
    const gitHub = connection.gitHub();
    await failsWith(gitHub.secret(idOf('MISSING')), 'notFound');
    await failsWith(gitHub.deleteSecret(idOf('MISSING')), 'notFound');
    const gone = repositoryStore({ id: 1, fullName: 'acme/gone' });
    assert.deepEqual(await failsWith(gitHub.secrets(gone), 'repositoryNotFound'), {
      kind: 'repositoryNotFound',
      repository: 'acme/gone',
    });
  });

  it('are behind the single sign-on of their organization', async () => {
    const reactor = repositoryStore({ id: 70101, fullName: 'globex/reactor' });
    await failsWith(connection.gitHub().secrets(reactor), 'ssoRequired');
  });

  it('are read under a former name of the repository, and not written there, which is certain', async () => {
    connection.fakeGitHub.edit(rename);
    const gitHub = connection.gitHub();
    assert.equal((await gitHub.secrets(billing)).length, 2);
    const before = valueOf('STRIPE_KEY', 'acme/invoices');
    await failsWith(gitHub.saveSecret(idOf(), keepAccess, 'rotated'), 'moved');
    await failsWith(gitHub.deleteSecret(idOf()), 'moved');
    assert.equal(valueOf('STRIPE_KEY', 'acme/invoices'), before);
  });

  for (const isPrepared of [true, false])
    it(`never go to another repository that has got its name${isPrepared ? ' since the key was read' : ''}`, async () => {
      const gitHub = connection.gitHub();
      if (isPrepared) await gitHub.prepareSealing(billing);
      connection.fakeGitHub.edit(
        rename,
        { edit: 'createRepository', organization, repository: 'billing' },
        { edit: 'setRepositorySecret', fullName: 'acme/billing', name: 'STRIPE_KEY', value: 'theirs' },
      );
      assert.deepEqual(await failsWith(gitHub.saveSecret(idOf(), keepAccess, 'mine'), 'repositoryNotFound'), {
        kind: 'repositoryNotFound',
        repository: 'acme/billing',
      });
      await failsWith(gitHub.saveSecret(idOf('NEW'), noAccess, 'mine'), 'repositoryNotFound');
      await failsWith(gitHub.deleteSecret(idOf()), 'repositoryNotFound');
      assert.deepEqual([valueOf(), valueOf('NEW')], ['theirs', undefined]);
    });

  it('belong to a repository whose details say who owns it, and who can write', async () => {
    const gitHub = connection.gitHub();
    const { repository, ...rest } = await gitHub.repository('acme/billing');
    assert.deepEqual([repository.id, repository.name, repository.visibility], [70002, 'billing', 'private']);
    assert.deepEqual(rest, { fullName: 'acme/billing', organization: 'acme', canWrite: true });
    assert.equal((await gitHub.repository('octocat/dotfiles')).organization, undefined);
    assert.equal((await connection.gitHub('gho_mona').repository('acme/payments')).canWrite, false);
    assert.deepEqual(await failsWith(gitHub.repository('acme/gone'), 'repositoryNotFound'), {
      kind: 'repositoryNotFound',
      repository: 'acme/gone',
    });
    await failsWith(gitHub.repository('globex/reactor'), 'ssoRequired');
    connection.fakeGitHub.edit(rename);
    assert.equal((await gitHub.repository('acme/billing')).fullName, 'acme/invoices');
  });

  it('belong to no repository where GitHub answers with something else', async () => {
    for (const body of [{ login: 'octocat' }, [], null]) {
      connection.fakeGitHub.fault({ path: '/repos/acme/billing', kind: 'status', status: 200, body });
      await failsWith(connection.gitHub().repository('acme/billing'), 'repositoryNotFound');
    }
  });
});

import assert from 'node:assert/strict';
import { commandOfKey } from '../../../src/commands/shared/keys';
import {
  organizationOfRows,
  ownersOf,
  placeOf,
  placeOfRows,
  secretNodes,
} from '../../../src/commands/shared/selection';
import { commands } from '../../../src/manifest';
import type { Repository } from '../../../src/model/repository';
import { type SecretId, secretIn } from '../../../src/model/secret';
import { repositoryStore, type StoreId, storeOf, userStore } from '../../../src/model/secretStore';
import type { ReceivedSecretNode, TreeNode } from '../../../src/tree/nodes';

const repositoryOf = (id: number): Repository => ({
  id,
  name: `repository-${id}`,
  visibility: 'private',
  archived: false,
  url: '',
});
const received = (id: SecretId, repository: number): ReceivedSecretNode => ({
  ...id,
  kind: 'receivedSecret',
  organization: 'acme',
  repository: repositoryOf(repository),
  why: 'selected',
});

describe('the selected secrets', () => {
  it('are each one once, below however many repositories it is selected', () => {
    const [codespaces, actions] = (['codespaces', 'actions'] as const).map(app =>
      secretIn(storeOf(app, 'acme'), 'NPM_TOKEN'),
    ) as [SecretId, SecretId];
    const nodes = [received(codespaces, 1), received(actions, 1), received(codespaces, 2)];
    assert.deepEqual(
      secretNodes([nodes[0], nodes]).map(({ app, name }) => `${app} ${name}`),
      ['codespaces NPM_TOKEN', 'actions NPM_TOKEN'],
    );
  });
});

describe('the place that a command starts at', () => {
  const branch: TreeNode = { kind: 'repositoryBranch', organization: 'acme', repository: repositoryOf(7) };
  const own: ReceivedSecretNode = {
    ...secretIn(repositoryStore({ id: 7, fullName: 'acme/repository-7' }), 'NPM_TOKEN'),
    kind: 'receivedSecret',
    organization: 'acme',
    repository: repositoryOf(7),
    why: undefined,
  };
  const user: TreeNode = { kind: 'user', login: 'octocat' };
  const ofUser: TreeNode = { kind: 'secret', ...secretIn(userStore('octocat'), 'TOKEN') };
  const acme: TreeNode = { kind: 'organization', organization: 'acme' };
  const ofAcme: TreeNode = { kind: 'secret', ...secretIn(storeOf('actions', 'acme'), 'TOKEN') };
  const repository = { kind: 'repository', id: 7, fullName: 'acme/repository-7' } as const;
  const octocat = { kind: 'user', login: 'octocat' } as const;
  const organization = { kind: 'organization', login: 'acme' } as const;

  it('is the owner of the row', () => {
    assert.deepEqual([acme, user, branch].map(placeOf), [
      { owner: organization },
      { owner: octocat },
      { owner: repository },
    ]);
    assert.deepEqual(placeOf({ kind: 'app', organization: 'acme', app: 'actions' }), {
      owner: organization,
      app: 'actions',
    });
    for (const node of [own, ofUser, ofAcme]) assert.equal(placeOf(node), undefined);
  });

  it('is the one owner of all selected rows', () => {
    assert.deepEqual(placeOfRows([branch, own])?.owner, repository);
    assert.deepEqual(placeOfRows([user, ofUser, { kind: 'empty', parent: user }])?.owner, octocat);
    assert.deepEqual(placeOfRows([ofAcme]), { owner: organization, app: 'actions' });
    for (const rows of [[branch, acme], [user, acme], [own, ofUser], []])
      assert.equal(placeOfRows(rows), undefined);
  });

  it('is an organization where the command is about one: of a repository, its owner', () => {
    assert.deepEqual(organizationOfRows([branch, own, acme])?.owner, organization);
    for (const rows of [[user], [user, acme], []]) assert.equal(organizationOfRows(rows), undefined);
  });

  it('tells whose secrets the rows are, so that access is asked for only for those', () => {
    const nodes = [branch, own, user, ofUser];
    assert.deepEqual(ownersOf([undefined, nodes]), [repository, octocat]);
    assert.deepEqual(ownersOf([branch, [branch]]), []);
  });
});

describe('a key on the row of a secret below a repository', () => {
  const below = (store: StoreId): ReceivedSecretNode => received(secretIn(store, 'TOKEN'), 7);
  it('deletes its own secret, and takes away those of others', () => {
    const command = (store: StoreId) => commandOfKey(commands.deleteSecret, below(store));
    assert.equal(command(repositoryStore({ id: 7, fullName: 'acme/x' })), commands.deleteSecret);
    assert.equal(command(userStore('octocat')), commands.removeRepository);
    assert.equal(command(storeOf('codespaces', 'acme')), commands.removeRepository);
  });
});

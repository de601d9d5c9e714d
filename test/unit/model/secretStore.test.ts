import assert from 'node:assert/strict';
import { sessionScopes, isUserScope, userSecretsScope } from '../../../src/model/scopes';
import { isSameSecret, secretIn, secretKey } from '../../../src/model/secret';
import {
  accessKind,
  accountOf,
  maxSecrets,
  ownerKey,
  ownerName,
  repositoryStore,
  storeKey,
  storeOf,
  userStore,
} from '../../../src/model/secretStore';

const organization = storeOf('actions', 'Acme');
const repository = repositoryStore({ id: 7, fullName: 'acme/Billing' });
const user = userStore('Octocat');

describe('the store of', () => {
  it('an organization and a user goes by its login, whatever its case, and of a repository by its id', () => {
    assert.deepEqual([organization, repository, user].map(storeKey), [
      'actions:organization/acme',
      'codespaces:repository/7',
      'codespaces:user/octocat',
    ]);
    assert.equal(ownerKey(repository.owner), 'repository/7');
    const renamed = repositoryStore({ id: 7, fullName: 'acme/invoices' });
    assert.equal(storeKey(renamed), storeKey(repository));
    assert.ok(isSameSecret(secretIn(repository, 'TOKEN'), secretIn(renamed, 'token')));
    const keys = [organization, repository, user].map(store => secretKey(secretIn(store, 'TOKEN')));
    assert.equal(new Set(keys).size, 3);
  });

  it('each kind of owner has the name that people call it by, and the account that its path starts with', () => {
    const owners = [organization, repository, user].map(({ owner }) => owner);
    assert.deepEqual(owners.map(ownerName), ['Acme', 'acme/Billing', 'Octocat']);
    assert.deepEqual(owners.map(accountOf), ['Acme', 'acme', undefined]);
  });

  it('each kind of owner has access of its own kind', () => {
    const kinds = [organization, repository, user].map(({ owner }) => accessKind(owner));
    assert.deepEqual(kinds, ['visibility', 'none', 'selection']);
  });

  it('each kind of owner has as many secrets as GitHub documents', () => {
    const stores = [
      storeOf('codespaces', 'acme'),
      organization,
      storeOf('dependabot', 'acme'),
      repository,
      user,
    ];
    assert.deepEqual(stores.map(maxSecrets), [100, 1000, undefined, 100, 100]);
  });
});

describe('the scopes of the two sessions', () => {
  it("are apart: only that of the user's own secrets is asked for by itself", () => {
    assert.deepEqual(sessionScopes, ['admin:org', 'repo']);
    assert.equal(userSecretsScope, 'codespace:secrets');
    assert.equal(isUserScope({ scopes: [userSecretsScope] }), true);
    assert.equal(isUserScope({ scopes: sessionScopes }), false);
  });
});
